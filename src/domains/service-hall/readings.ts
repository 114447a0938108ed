import type { Readings } from '../../panel/reading'
import { words } from './readings-words'

/** How the records of the halls are read. */
export const readings: Readings = {
  ticket: {
    ...words.ticket,
    title: ['business', 'line'],
    meta: ['hallName', 'line'],
    state: 'state',
    since: { at: 'takenAt', lasting: 'waits' },
    steps: [
      { at: 'bookedAt' },
      { at: 'takenAt', notes: ['priority', 'line'] },
      { at: 'passedAt' },
      { at: 'requeuedAt' },
      { at: 'calledAt', notes: ['counter'] },
      { at: 'startAt' },
      { at: 'endAt' },
      { at: 'leftAt' },
    ],
    facts: ['ticketNo', 'hallName', 'line', 'business', 'priority', 'counter', 'waitedMinutes'],
    facets: ['hallName', 'line', 'business', 'priority'],
    order: { waits: 'takenAt', served: '-endAt', else: '-takenAt' },
  },
  counter: {
    ...words.counter,
    title: ['no'],
    meta: ['hallName', 'line'],
    state: 'state',
    steps: [{ at: 'openedAt' }, { at: 'pausedAt' }, { at: 'closedAt' }],
    facts: ['hallName', 'line', 'awayMinutes'],
    facets: ['hallName', 'line', 'state'],
    order: { else: 'no' },
  },
  evaluation: {
    ...words.evaluation,
    title: ['business', 'level'],
    meta: ['hallName', 'level'],
    state: 'stage',
    due: { at: 'due', pending: 'open' },
    steps: [
      { at: 'ratedAt', notes: ['level', 'channel'] },
      { at: 'verifyingAt' },
      { at: 'rectifyingAt' },
      { at: 'callbackAt' },
      { at: 'closedAt' },
    ],
    facts: ['evaluationNo', 'hallName', 'business', 'level', 'channel'],
    facets: ['hallName', 'business', 'channel', 'stage'],
    order: { open: 'due', overdue: 'due', else: '-ratedAt' },
  },
  terminal: {
    ...words.terminal,
    title: ['terminalNo'],
    meta: ['town'],
    state: 'fault',
    since: { at: 'faultAt', lasting: 'faulty' },
    steps: [],
    facts: ['terminalNo', 'town', 'fault', 'faultAt', 'updatedAt'],
    facets: ['fault'],
  },
}
