import { ACTION_FIELDS, type Action } from '../../panel/action'
import { words } from './actions-words'

/** What can be done about a queue: at a counter that is shut, or in the hall itself, whose staff choose the counter; about a bad review, on its way from receipt over checking, mending and calling back. */
export const actions: readonly Action[] = [
  {
    id: 'service-hall.open-counter',
    label: words.open,
    records: { counter: [{ open: false }] },
    raised: ['hall_longest_wait'],
    body: ACTION_FIELDS,
  },
  {
    id: 'service-hall.advance',
    label: words.advance,
    records: { evaluation: [{ open: true }] },
    body: ACTION_FIELDS,
  },
  {
    id: 'service-hall.call',
    label: words.call,
    records: { counter: [{}], evaluation: [{ open: true }], terminal: [{ faulty: true }] },
    raised: ['hall_longest_wait', 'eval_bad_overdue', 'terminal_faults_town'],
  },
]
