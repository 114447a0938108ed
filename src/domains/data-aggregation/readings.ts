import type { Readings } from '../../panel/reading'
import { words } from './readings-words'

/** How the records of the data platform are read. */
export const readings: Readings = {
  'catalogue-entry': {
    ...words.entry,
    title: ['title', 'catalogId'],
    meta: ['dept', 'class'],
    state: 'mounted',
    since: { at: 'updatedAt', lasting: 'late' },
    steps: [],
    facets: ['class', 'dept', 'shareType'],
    facts: ['catalogId', 'class', 'dept', 'shareType', 'mounted', 'cycleDays', 'updatedAt', 'late'],
  },
  load: {
    ...words.load,
    title: ['library', 'dept'],
    meta: ['dept', 'day'],
    state: 'stock',
    order: { holds: '-stock' },
    steps: [{ at: 'day' }, { at: 'arrivedAt', notes: ['records'] }],
    facts: ['loadId', 'dept', 'library', 'cycleDays', 'records', 'stock', 'classes', 'checked', 'problems'],
  },
  'sharing-call': {
    ...words.call,
    title: ['consumer'],
    meta: ['from', 'failures'],
    state: 'calls',
    order: { today: '-from' },
    lists: { today: { by: ['listed'] } },
    steps: [],
    facts: ['consumer', 'from', 'minutes', 'calls', 'failures'],
  },
  'data-issue': {
    ...words.issue,
    title: ['title', 'issueNo'],
    meta: ['owner', 'town'],
    since: { at: 'raisedAt', lasting: 'open' },
    steps: [
      { at: 'raisedAt' },
      { at: 'claimedAt', notes: ['owner'] },
      { at: 'mendedAt' },
      { at: 'closedAt' },
    ],
    facets: ['owner'],
    order: { else: 'raisedAt' },
    facts: ['issueNo', 'owner', 'town', 'rows', 'ageDays'],
  },
}
