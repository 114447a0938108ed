import { ACTION_FIELDS, type Action } from '../../panel/action'
import { words } from './actions-words'

/** What can be done about a work order. */
export const actions: readonly Action[] = [
  {
    id: 'hotline.dispatch',
    label: words.dispatch,
    records: { 'work-order': [{ stage: 'dispatch', waits: true }] },
    body: ACTION_FIELDS,
  },
  {
    id: 'hotline.supervise',
    label: words.supervise,
    records: { 'work-order': [{ waits: true }] },
    raised: ['hotline_overdue_open'],
    body: ACTION_FIELDS,
  },
  {
    id: 'hotline.call',
    label: words.call,
    records: { 'work-order': [{ waits: true }] },
    raised: ['hotline_overdue_open', 'hotline_repeat_rate'],
  },
]
