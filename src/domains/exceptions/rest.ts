import { definePanel } from '../../panel/define-panel'
import { exceptions } from './resources'
import { words } from './rest-words'
import { Handover } from './views/Handover'
import { River } from './views/River'

export const panels = [
  definePanel({
    id: 'handover',
    title: words.title.handover,
    dataset: exceptions,
    metrics: ['exceptions_open'],
    Standing: Handover,
  }),
  definePanel({
    id: 'river',
    title: words.title.river,
    dataset: exceptions,
    metrics: ['exceptions_open'],
    Standing: River,
  }),
]
