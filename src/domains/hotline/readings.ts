import type { Readings } from '../../panel/reading'
import { words } from './readings-words'

/** How the records of the hotline are read. The limits are those of its stages (`summary`). */
export const readings: Readings = {
  'work-order': {
    ...words.order,
    title: ['title', 'category'],
    meta: ['town', 'dept'],
    state: 'stage',
    due: { at: 'due', pending: 'waits' },
    steps: [
      { at: 'acceptedAt', notes: ['channel', 'type'] },
      { at: 'dispatchedAt', notes: ['mode', 'dept'], limitMinutes: 120 },
      { at: 'returnedAt', notes: ['returnReason'] },
      { at: 'signedAt', notes: ['dept'] },
      { at: 'supervisedAt' },
      { at: 'extendedAt' },
      { at: 'repliedAt' },
      { at: 'reworkedAt' },
      { at: 'calledBackAt', notes: ['solved', 'satisfaction'], limitMinutes: 3 * 24 * 60 },
      { at: 'closedAt' },
    ],
    facts: ['orderNo', 'category', 'type', 'channel', 'dept', 'town', 'repeatOf'],
    links: ['repeatOf'],
    facets: ['stage', 'category', 'dept', 'type', 'channel', 'mode'],
    order: {
      receivedToday: '-acceptedAt',
      receivedLately: '-acceptedAt',
      receivedYesterday: '-acceptedAt',
      closedToday: '-closedAt',
      closedLately: '-closedAt',
      closedYesterday: '-closedAt',
      else: 'due',
    },
  },
}
