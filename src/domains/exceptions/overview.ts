import { definePanel } from '../../panel/define-panel'
import { exceptions } from './resources'
import { Deadlines } from './views/Deadlines'
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
  definePanel({
    id: 'events',
    title: words.title.deadlines,
    dataset: exceptions,
    metrics: ['exceptions_open'],
    View: Deadlines,
  }),
]
