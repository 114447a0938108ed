import { ACTION_FIELDS, type Action } from '../../panel/action'
import { words } from './actions-words'

/** What can be done about channels that are out of order. */
export const actions: readonly Action[] = [
  {
    id: 'video.repair',
    label: words.repair,
    records: { outage: [{ stands: true, dispatchedAt: null }], camera: [{ offline: true }] },
    raised: ['video_group_offline'],
    body: ACTION_FIELDS,
  },
  {
    id: 'video.call',
    label: words.call,
    records: { outage: [{ stands: true }], camera: [{ offline: true }] },
    raised: ['video_online_rate_key', 'video_online_rate_sector', 'video_group_offline'],
  },
  // Told on a picture that fills the screen, and offered nowhere else.
  { id: 'video.ptz', label: words.ptz, body: ['command'] },
  { id: 'video.preset', label: words.preset, body: ['preset'] },
]
