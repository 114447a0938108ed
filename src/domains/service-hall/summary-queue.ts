import { MINUTE } from '../../lib/calendar'
import type { Records } from '../../contract/records/table'
import type { Ticket } from './records'

/** Where a ticket stands. `called` is at its counter: called or being served. */
export type State = 'waiting' | 'called' | 'done' | 'passed' | 'left'

/** The tickets of all halls, each readable at any moment up to now. Rows are those of the table. */
export interface Queue {
  readonly tickets: Records<Ticket['columns']>
  readonly taken: Float64Array
  readonly ended: Float64Array
  readonly counter: Float64Array
  /** When the first ticket of all was taken, wherever; Infinity without any. Nothing can be compared with the days before. */
  readonly oldest: number
  /** Of a ticket that was taken by `at`. */
  readonly state: (row: number, at: number) => State
  /** When it was called; NaN where nobody says. */
  readonly called: (row: number) => number
  /** When its service began; NaN where nobody says. */
  readonly began: (row: number) => number
  /** Since when its holder waits at `at`. */
  readonly since: (row: number, at: number) => number
  /** From when on it certainly does not wait; Infinity where it may wait again. */
  readonly waitsUntil: (row: number) => number
  /** From taking the number, or queueing again, to the call, ms; NaN where nobody says. */
  readonly wait: (row: number) => number
}

export function queueOf(tickets: Records<Ticket['columns']>, now: number): Queue {
  const time = (name: Parameters<typeof tickets.time>[0]) => tickets.time(name)
  const [taken, calledAt, startAt, ended] = [
    time('takenAt'),
    time('calledAt'),
    time('startAt'),
    time('endAt'),
  ]
  const [passedAt, requeuedAt, leftAt] = [time('passedAt'), time('requeuedAt'), time('leftAt')]
  // What is still to come is as good as unknown.
  const of = (column: Float64Array, row: number) =>
    (column[row] ?? 0) <= now ? (column[row] ?? 0) : Number.NaN
  const called = (row: number) => {
    const at = of(calledAt, row)
    return Number.isNaN(at) ? of(startAt, row) : at
  }
  let oldest = Number.POSITIVE_INFINITY
  for (let row = 0; row < tickets.size; row++) oldest = Math.min(oldest, taken[row] ?? oldest)
  return {
    tickets,
    taken,
    ended,
    counter: tickets.number('counter'),
    oldest,
    called,
    since: (row, at) => (of(requeuedAt, row) <= at ? of(requeuedAt, row) : of(taken, row)),
    began: (row) => {
      const at = of(startAt, row)
      return Number.isNaN(at) ? of(calledAt, row) : at
    },
    waitsUntil: (row) => {
      const again = of(requeuedAt, row)
      const ends = [called(row), of(ended, row), of(leftAt, row), of(passedAt, row)]
      if (!Number.isNaN(again)) return Number.POSITIVE_INFINITY
      return ends.reduce((first, end) => (end < first ? end : first), Number.POSITIVE_INFINITY)
    },
    wait: (row) => {
      const [call, again] = [called(row), of(requeuedAt, row)]
      return call - (again < call ? again : of(taken, row))
    },
    state(row, at) {
      if (of(ended, row) <= at) return 'done'
      if (of(leftAt, row) <= at) return 'left'
      // The latest of what happened to it says where it stands; the call is the last of them where they are of one moment.
      const moment = (value: number) => (value <= at ? value : Number.NEGATIVE_INFINITY)
      const [call, pass, again] = [
        moment(called(row)),
        moment(of(passedAt, row)),
        moment(of(requeuedAt, row)),
      ]
      const last = Math.max(call, pass, again)
      if (last === Number.NEGATIVE_INFINITY) return 'waiting'
      if (last === pass && pass >= call) return 'passed'
      return last === call ? 'called' : 'waiting'
    },
  }
}

export const minutesOf = (ms: number) => Math.round((ms / MINUTE) * 10) / 10
export const wholeMinutes = (ms: number) => Math.floor(ms / MINUTE)
export const tenths = (value: number) => Math.round(value * 10) / 10

/** Value at quantile `q` of sorted numbers, interpolated; null when there are none. */
export function quantile(sorted: Float64Array, q: number): number | null {
  const at = q * (sorted.length - 1)
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}

export const order = (a: string, b: string) => Number(a > b) - Number(a < b)

export const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
