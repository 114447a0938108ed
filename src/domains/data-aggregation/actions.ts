import { ACTION_FIELDS, type Action } from '../../panel/action'
import { words } from './actions-words'

/** What can be done about data that is late or wrong. */
export const actions: readonly Action[] = [
  {
    id: 'data-aggregation.remind',
    label: words.remind,
    records: {
      'catalogue-entry': [{ late: true }, { unmounted: true }],
      'data-issue': [{ open: true, claimedAt: null }],
    },
    raised: ['data_issue_age'],
    body: ACTION_FIELDS,
  },
  {
    id: 'data-aggregation.call',
    label: words.call,
    records: { 'catalogue-entry': [{ late: true }, { unmounted: true }], 'data-issue': [{ open: true }] },
    raised: [
      'data_zero_loads',
      'data_intake',
      'data_ontime_rate',
      'data_share_success_rate',
      'data_issue_age',
    ],
  },
]
