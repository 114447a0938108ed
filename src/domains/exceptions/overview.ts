import { definePanel } from '../../panel/define-panel'
import { exceptions } from './resources'
import { Exceptions } from './views/Exceptions'
import { words } from './words'

export const panels = [
  definePanel({
    id: 'exceptions',
    title: words.title.list,
    dataset: exceptions,
    metrics: ['exceptions_open'],
    chrome: 'bare',
    Standing: Exceptions,
  }),
]
