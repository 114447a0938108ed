import { definePanel } from '../../panel/define-panel'
import { exceptions } from './resources'
import { Deadlines } from './views/Deadlines'
import { Exceptions } from './views/Exceptions'

export const panels = [
  definePanel({
    id: 'exceptions',
    title: '需要处置',
    dataset: exceptions,
    metrics: ['exceptions_open'],
    chrome: 'bare',
    Standing: Exceptions,
  }),
  definePanel({
    id: 'events',
    title: '处置时限',
    dataset: exceptions,
    metrics: ['exceptions_open'],
    View: Deadlines,
  }),
]
