import type { Book } from '../../contract/records/counting'
import { keptPer } from '../../contract/records/kept'
import type { Moment } from '../../contract/records/summary'
import type { Coded, Records } from '../../contract/records/table'
import { dayNumber, HOUR, startOfDay } from '../../lib/calendar'
import { OUTCOMES } from './codes'
import type { Field } from './study-fields'
import { workOrder, yearOrder, type WorkOrder, type YearOrder } from './records'
import { by, seenAt } from './summary-orders'

/** A value of a field; a town by its code. */
export interface Named {
  readonly value: string
  readonly label: string
}

export interface Column {
  readonly at: Uint16Array
  /** `names[0]` stands for unknown. */
  readonly names: readonly (Named | null)[]
}

/** Orders as a study looks at them: row `i` of every column. */
export interface StudyRows {
  /** What they are rows of: `year-order`. */
  readonly kind: string
  readonly size: number
  /** Number of the first and of the last whole day (`dayNumber`). */
  readonly first: number
  readonly last: number
  /** `dayNumber` of its acceptance. */
  readonly day: Int32Array
  /** Weekday from Monday × 24 + hour. */
  readonly hour: Uint8Array
  readonly columns: Readonly<Record<Field, Column>>
  /** 0 unknown, 1 no, 2 yes. */
  readonly repeat: Uint8Array
}

const words = ({ at, values }: Coded<string>): Column => ({
  at,
  names: values.map((value) => (value === null ? null : { value, label: value })),
})

const towns = ({ at, values }: Coded<{ readonly code: string; readonly name: string }>): Column => ({
  at,
  names: values.map((place) =>
    place === null ? null : { value: place.code, label: place.name || place.code },
  ),
})

/** A day with less than this share of an ordinary one belongs to what the records no longer hold whole. */
const WHOLE = 0.25

/**
 * The first day of which all orders are there. Records that are kept for some time hold older ones too, as long as those are open; a
 * few of them are no day of a hotline.
 */
function firstWhole(counts: readonly number[]): number {
  const newest = counts.slice(-28).sort((a, b) => a - b)
  const ordinary = newest[Math.floor(newest.length / 2)] ?? 0
  return Math.max(
    0,
    counts.findIndex((_, i) => {
      const week = counts.slice(i, i + 7)
      return week[0] !== 0 && week.reduce((a, b) => a + b, 0) >= WHOLE * ordinary * week.length
    }),
  )
}

/** Days looked back: a year, and what is usual of the season before it. */
const MOST_DAYS = 800

/** Days and hours of moments; the day `until` (a `dayNumber`) and those after it are not over. */
function timesOf(accepted: Float64Array, size: number, until: number) {
  const [day, hour] = [new Int32Array(size), new Uint8Array(size)]
  const counts: number[] = []
  for (let row = 0; row < size; row++) {
    const at = accepted[row] ?? 0
    const number = dayNumber(at)
    day[row] = number
    // 1 January 1970 was a Thursday.
    hour[row] = ((number + 3) % 7) * 24 + Math.floor((at - startOfDay(number)) / HOUR)
    const back = until - 1 - number
    if (back >= 0 && back < MOST_DAYS) counts[back] = (counts[back] ?? 0) + 1
  }
  const days = Array.from({ length: counts.length }, (_, i) => counts[counts.length - 1 - i] ?? 0)
  return { day, hour, first: until - days.length + firstWhole(days), last: until - 1 }
}

const ofYear = keptPer((orders: Records<YearOrder['columns']>) => {
  const columns = {
    category: words(orders.code('category')),
    topic: words(orders.code('topic')),
    town: towns(orders.place('town')),
    dept: words(orders.code('dept')),
    outcome: words(orders.code('outcome')),
  }
  const about = { kind: 'year-order', size: orders.size, columns, repeat: orders.flag('repeat') }
  let made: StudyRows | undefined
  return (today: number): StudyRows => {
    if (made?.last !== today - 1)
      made = { ...about, ...timesOf(orders.time('acceptedAt'), orders.size, today) }
    return made
  }
})

/** The orders that the wall counts: fewer days, and without topics. */
function ofOrders(orders: Records<WorkOrder['columns']>, moment: Moment): StudyRows {
  const { size } = orders
  const seen = seenAt(orders, { ...moment, region: null })
  const { now, closed, due } = seen
  const [outcome, repeat] = [new Uint16Array(size), new Uint8Array(size)]
  const [repeatOf, replied] = [orders.text('repeatOf'), orders.time('repliedAt')]
  for (let row = 0; row < size; row++) {
    const done = by(closed, row, now) || !seen.open(row, now)
    const answered = by(replied, row, now) ? replied[row] : closed[row]
    const late = done ? (answered ?? 0) > due(row) : seen.overdue(row, now)
    outcome[row] = 1 + OUTCOMES.indexOf(done ? (late ? 'late' : 'closed') : late ? 'overdue' : 'open')
    repeat[row] = (repeatOf[row] ?? null) === null ? 1 : 2
  }
  return {
    kind: 'work-order',
    size,
    ...timesOf(orders.time('acceptedAt'), size, dayNumber(now)),
    columns: {
      category: words(orders.code('category')),
      topic: { at: new Uint16Array(size), names: [null] },
      town: towns(orders.place('town')),
      dept: words(orders.code('dept')),
      outcome: { at: outcome, names: [null, ...OUTCOMES.map((value) => ({ value, label: value }))] },
    },
    repeat,
  }
}

/** A year of orders where the city sends one, or those that its figures are counted from; null where it sends neither. */
export function studyRowsOf(book: Book, moment: Moment): StudyRows | null {
  const year = book.of(yearOrder)
  if (year && year.size > 0) return ofYear(year)(dayNumber(moment.now))
  const orders = book.of(workOrder)
  return orders && orders.size > 0 ? ofOrders(orders, moment) : null
}
