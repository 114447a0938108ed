import { FEWEST_WEEKS, fewestOf } from '../../contract/records/history'
import { DAY, dayStart, MINUTE, weekday } from '../../lib/calendar'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { Book } from '../../contract/records/counting'
import { pastQueues } from './records'
import { order } from './summary-queue'

interface Reading {
  readonly key: string
  readonly anyDay: boolean
  /** Of the day. */
  readonly minute: number
  readonly weeks: number
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** What is usual in one hall on this weekday. */
export interface Usual {
  /** The fewest weeks behind the readings of who waits, and of how long; undefined where nobody says. */
  readonly weeks: number | undefined
  readonly longestWeeks: number | undefined
  /** People waiting at `at`, ms from midnight, between the readings beside it; undefined outside of them. */
  waiting(at: number): { readonly low: number; readonly high: number } | undefined
  /** Minutes that whoever waits longest has waited at `at`, in the same way. */
  longest(at: number): { readonly low: number; readonly high: number } | undefined
  /** Tickets of the hour that begins at `at`, ms from midnight. */
  tickets(at: number): number | undefined
}

/** The history of a hall on the weekday of `now`; says nothing where none was sent. */
export function usualOf(book: Book, hall: string, now: number): Usual {
  const { waiting, tickets, longest } = readingsOf(book, hall, now)
  return {
    weeks: fewestOf(waiting.map(({ weeks }) => weeks || undefined)),
    longestWeeks: fewestOf(longest.map(({ weeks }) => weeks || undefined)),
    waiting: (at) => rangeAt(waiting, at / MINUTE),
    longest: (at) => rangeAt(longest, at / MINUTE),
    tickets(at) {
      const row = tickets.find(({ minute }) => minute === at / MINUTE)
      return row && Math.round(row.middle)
    },
  }
}

/** The range at a minute of the day, between the readings beside it. */
function rangeAt(readings: readonly Reading[], minute: number) {
  const after = readings.findIndex((one) => one.minute >= minute)
  const next = readings[after]
  const before = next?.minute === minute ? next : readings[after - 1]
  if (!next || !before) return undefined
  const share = next === before ? 0 : (minute - before.minute) / (next.minute - before.minute)
  const between = (a: number, b: number) => a + (b - a) * share
  return {
    low: Math.floor(between(before.low, next.low)),
    high: Math.ceil(between(before.high, next.high)),
  }
}

/** The readings of one metric by minute: those of this weekday before those of any, whatever order they came in. */
function inOrder(readings: readonly Reading[]): readonly Reading[] {
  const sorted = readings.toSorted(
    (a, b) => a.minute - b.minute || Number(a.anyDay) - Number(b.anyDay) || order(a.key, b.key),
  )
  return sorted.filter(({ minute }, i) => minute !== sorted[i - 1]?.minute)
}

function readingsOf(book: Book, hall: string, now: number) {
  const [waiting, tickets, longest]: [Reading[], Reading[], Reading[]] = [[], [], []]
  const table = book.of(pastQueues)
  if (!table) return { waiting, tickets, longest }
  const [halls, metrics, keys] = [table.code('hall'), table.code('metric'), table.text('key')]
  const number = (name: Parameters<typeof table.number>[0]) => table.number(name)
  const [days, minutes, weeks] = [number('weekday'), number('minute'), number('weeks')]
  const [low, middle, high] = [number('low'), number('middle'), number('high')]
  const today = weekday(now)
  for (let row = 0; row < table.size; row++) {
    if (halls.values[halls.at[row] ?? 0] !== hall) continue
    const of = (column: Float64Array) => column[row] ?? Number.NaN
    const day = of(days)
    if ((day !== today && !Number.isNaN(day)) || of(weeks) < FEWEST_WEEKS) continue
    const reading = {
      key: keys[row] ?? '',
      anyDay: Number.isNaN(day),
      minute: of(minutes),
      weeks: of(weeks),
      low: of(low),
      middle: of(middle),
      high: of(high),
    }
    const metric = metrics.values[metrics.at[row] ?? 0]
    const isRange = reading.low <= reading.high
    if (metric === 'tickets' && !Number.isNaN(reading.middle)) tickets.push(reading)
    if (metric === 'longest' && isRange) longest.push(reading)
    if (metric === 'waiting' && isRange) waiting.push(reading)
  }
  return { waiting: inOrder(waiting), tickets: inOrder(tickets), longest: inOrder(longest) }
}

/**
 * Whether records whose oldest is of `oldest` tell all there was from the day of `from` on: no workday lies between, of which they
 * would have to tell something.
 */
export function reaches(oldest: number, from: number, calendar: WorkCalendar): boolean {
  for (let day = dayStart(from); day < dayStart(oldest); day += DAY) {
    if (day > from + 31 * DAY) return false
    if (isWorkday(calendar, day)) return false
  }
  return true
}
