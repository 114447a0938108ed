import { definePanel } from '../../panel/define-panel'
import { words } from './deadlines-words'
import { exceptions } from './resources'
import { Deadlines } from './views/Deadlines'

export const panels = [
  definePanel({
    id: 'events',
    title: words.title,
    dataset: exceptions,
    metrics: ['exceptions_open'],
    View: Deadlines,
  }),
]
