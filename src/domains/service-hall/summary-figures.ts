import { DAY, dayStart, HOUR } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import { weekdayText } from '../../lib/format'
import type { Moment } from '../../contract/records/summary'
import type { HallOperation } from './contract'
import type { Hall, Hours, Scope } from './summary-halls'
import { minutesOf, quantile, tenths, wholeMinutes, type Queue } from './summary-queue'
import type { Usual } from './summary-usual'
import { words } from './summary-words'

/** Hours of a hall that does not say its own: the usual ones of an office, for the axes of its charts. */
const OFFICE: Hours = { opens: 9 * HOUR, closes: 17 * HOUR, noon: null }

export const hoursOf = ({ hours }: Hall): Hours => hours ?? OFFICE

/** What one pass over the tickets of a hall tells of the present. */
export interface Present {
  readonly waiting: number
  /** Minutes the first in line has waited; null when nobody waits. */
  readonly longest: number | null
  readonly tickets: number
  readonly served: number
  readonly noShows: number
  /** Called at least once. */
  readonly called: number
  /** Waits of those who have been called, ms, sorted. */
  readonly waits: Float64Array
}

export function presentOf(queue: Queue, rows: Uint32Array, now: number): Present {
  let [waiting, served, noShows, called, first] = [0, 0, 0, 0, Number.POSITIVE_INFINITY]
  const waits: number[] = []
  for (const row of rows) {
    const state = queue.state(row, now)
    if (state === 'waiting') {
      waiting++
      first = Math.min(first, queue.since(row, now))
    }
    if (state === 'done') served++
    if (state === 'passed') noShows++
    // Nobody is passed over who was not called, whether the source tells when or not.
    if (state === 'done' || state === 'passed' || queue.called(row) <= now) called++
    // By its definition a wait ends with the call, whether anybody comes or not.
    if (queue.called(row) <= now) waits.push(queue.wait(row))
  }
  return {
    waiting,
    longest: waiting === 0 ? null : wholeMinutes(now - first),
    tickets: rows.length,
    served,
    noShows,
    called,
    waits: Float64Array.from(waits).sort(),
  }
}

/** Waiting, its longest, mean and P90, tickets and no-shows of the focus hall. */
export function figuresOf({ moment, queue }: Scope, hall: Hall, queueNow: Present, usual: Usual) {
  const { now } = moment
  const { waiting, longest, waits, tickets, served, noShows, called } = queueNow
  const normal = usual.waiting(now - dayStart(now))
  const p90 = quantile(waits, 0.9)
  const then = now - 7 * DAY
  const compared = (value: number) =>
    queue !== undefined &&
    comparable(queue.oldest, hall, moment) && { compare: { label: words.sameDay(weekdayText(now)), value } }
  const servedThen = hall.lastWeek.filter((row) => (queue?.ended[row] ?? Number.NaN) <= then).length
  const sum = waits.reduce((n, wait) => n + wait, 0)
  return {
    waiting: { value: waiting, unit: words.people, period: words.now, ...(normal && { normal }) },
    longest: { value: longest, unit: words.minutes, period: words.now },
    meanWait: {
      value: waits.length === 0 ? null : minutesOf(sum / waits.length),
      unit: words.minutes,
      period: words.called,
    },
    p90Wait: { value: p90 === null ? null : minutesOf(p90), unit: words.minutes, period: words.called },
    tickets: { value: tickets, unit: words.tickets, period: words.today, ...compared(hall.lastWeek.length) },
    served: { value: served, unit: words.visits, period: words.today, ...compared(servedThen) },
    noShows: { value: noShows, unit: words.people, period: words.today },
    noShowRate: {
      value: called === 0 ? null : tenths((noShows / called) * 100),
      unit: '%' as const,
      period: words.today,
    },
  } satisfies HallOperation
}

/**
 * Whether the records tell of the whole of the same day last week, and it was open or closed like today. Nothing is not compared with
 * nothing.
 */
export function comparable(oldest: number, hall: Hall, { now, calendar }: Moment): boolean {
  const then = now - 7 * DAY
  // The first number of a day is taken in its first hour.
  const begun = dayStart(then) + hoursOf(hall).opens + HOUR
  const some = hall.today.length + hall.lastWeek.length > 0
  return some && oldest <= begun && isWorkday(calendar, then) === isWorkday(calendar, now)
}
