import type { Readings } from '../../panel/reading'
import { words } from './readings-words'

/** Flags by which any list of orders can be narrowed. */
const FLAGS = ['overdue', 'dueSoon', 'repeat', 'supervised']

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
      { at: 'dispatchedAt', notes: ['mode', 'sentTo'], limitMinutes: 120 },
      { at: 'returnedAt', notes: ['returnReason'] },
      { at: 'reassignedAt', notes: ['hop'] },
      { at: 'signedAt', notes: ['dept'] },
      { at: 'supervisedAt' },
      { at: 'extendedAt', notes: ['extendReason'] },
      { at: 'repliedAt' },
      { at: 'reworkedAt' },
      { at: 'calledBackAt', notes: ['solved', 'satisfaction'], limitMinutes: 3 * 24 * 60 },
      { at: 'closedAt' },
    ],
    facts: ['orderNo', 'category', 'type', 'channel', 'dept', 'town', 'repeatOf'],
    links: ['repeatOf'],
    facets: ['stage', 'category', 'dept', 'town', 'type', 'channel', 'mode', ...FLAGS],
    lists: {
      returnedInDay: {
        meta: ['returnReason', 'sentTo', 'town'],
        by: ['returnReason', 'hop', 'category', 'town'],
      },
      misdispatched: {
        meta: ['returnReason', 'hop'],
        by: ['returnReason', 'hop', 'category', 'town'],
      },
      extended: { meta: ['extendReason', 'dept', 'town'], by: ['extendReason', 'dept', 'category', 'town'] },
      supervised: { by: ['dept', 'overdue', 'category', 'town', 'stage'] },
      repeat: { by: ['town', 'category', 'dept', 'stage'] },
    },
    order: {
      returnedInDay: '-returnedAt',
      misdispatched: '-returnedAt',
      repeat: '-acceptedAt',
      receivedToday: '-acceptedAt',
      receivedLately: '-acceptedAt',
      receivedYesterday: '-acceptedAt',
      closedToday: '-closedAt',
      closedLately: '-closedAt',
      closedYesterday: '-closedAt',
      else: 'due',
    },
  },
  'year-order': {
    ...words.yearOrder,
    title: ['topic', 'category'],
    meta: ['category', 'town', 'dept'],
    state: 'outcome',
    steps: [{ at: 'acceptedAt' }],
    facts: ['orderNo', 'category', 'topic', 'dept', 'town', 'outcome', 'repeat'],
    facets: ['category', 'topic', 'town', 'dept', 'outcome', 'repeat'],
    order: { else: '-acceptedAt' },
  },
  'key-item': {
    ...words.item,
    byHand: { part: 'keyItems', key: ['closedOn', 'title'], until: 'watchUntil' },
    title: ['title'],
    meta: ['dept'],
    state: 'lasts',
    due: { at: 'watchUntil', pending: 'lasts' },
    steps: [{ at: 'closedOn' }, { at: 'watchUntil' }],
    facts: ['dept', 'closedOn', 'watchUntil', 'lasts'],
  },
}
