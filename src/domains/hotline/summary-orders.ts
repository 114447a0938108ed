import { DAY, dayStart } from '../../lib/calendar'
import { byDay } from '../../contract/records/by-day'
import { keptPer } from '../../contract/records/kept'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { STAGES, STANDINGS, type Stage } from './codes'
import type { WorkOrder } from './records'

type Orders = Records<WorkOrder['columns']>

/** Limit of the whole city where an order names none and the city has not said otherwise, days. */
const LIMIT_DAYS = 10

/** The orders of a moment and place: who was where on its way, at any time up to now. Rows are those of the table. */
export interface Seen {
  readonly orders: Orders
  readonly now: number
  readonly calendar: Moment['calendar']
  readonly limitDays: number
  /** When the first order of all was accepted, wherever: nothing can be compared with the days before. */
  readonly oldest: number
  /** Accepted from one moment to another (epoch ms, both included), by now, and in the region. Not to be written to. */
  readonly between: (from: number, to: number) => Uint32Array
  /** Accepted by now, in the region, and not closed yet `CURRENT_DAYS` ago: what is open now, or was a day ago, or was closed this week. */
  readonly current: Uint32Array
  readonly accepted: Float64Array
  readonly closed: Float64Array
  /** Deadline of a row, epoch ms. */
  readonly due: (row: number) => number
  /** At `at`: accepted, and not closed. */
  readonly open: (row: number, at: number) => boolean
  /** At `at`: open, and without a reply that stands. */
  readonly waits: (row: number, at: number) => boolean
  /** Whether it is known who waited a day ago: not where a source says of an order only where it stands now. */
  readonly remembers: boolean
  /** At `at`: open, no reply yet, past its deadline. */
  readonly overdue: (row: number, at: number) => boolean
  /** At `at`: open, no reply yet, due within 24 hours. */
  readonly dueSoon: (row: number, at: number) => boolean
  readonly stage: (row: number) => Stage
  /** When it entered the stage it stands in; NaN where nobody says. */
  readonly entered: (row: number) => number
}

/** Of a year of orders few matter to a moment: what was closed a fortnight ago stands nowhere on its way any more. */
const CURRENT_DAYS = 14

const ordersByDay = keptPer((orders: Orders) => byDay(orders.time('acceptedAt'), orders.size))

/** Orders that had not been closed by the end of a day (a moment, epoch ms), of any place: the day is the same for a whole day long. */
const unclosedOf = keptPer((orders: Orders) => {
  const closed = orders.time('closedAt')
  const days = new Map<number, Uint32Array>()
  return (at: number): Uint32Array => {
    const known = days.get(at)
    if (known) return known
    const rows = new Uint32Array(orders.size)
    let found = 0
    for (let row = 0; row < rows.length; row++) if (!by(closed, row, at)) rows[found++] = row
    // A clock that leaps asks for one day after the other.
    if (days.size > 2) days.clear()
    days.set(at, rows.slice(0, found))
    return rows.subarray(0, found)
  }
})

/** Rows for which `test` holds. */
export function count(rows: Uint32Array, test: (row: number) => boolean): number {
  let n = 0
  for (const row of rows) if (test(row)) n++
  return n
}

/** Whether any row of the table knows a value in `column`: a column that nobody fills says nothing, not even 0. */
export function isKnown({ orders }: Seen, column: Float64Array): boolean {
  for (let row = 0; row < orders.size; row++) if (!Number.isNaN(column[row] ?? Number.NaN)) return true
  return false
}

/** Looks at `orders` as of `moment`: a time later than that has not come. */
export function seenAt(orders: Orders, { now, region, limits, calendar }: Moment): Seen {
  const time = (name: Parameters<Orders['time']>[0]) => orders.time(name)
  const [accepted, closed, replied] = [time('acceptedAt'), time('closedAt'), time('repliedAt')]
  const [dispatched, signed, returned] = [time('dispatchedAt'), time('signedAt'), time('returnedAt')]
  const [reassigned, reworked, due] = [time('reassignedAt'), time('reworkedAt'), time('dueAt')]
  const limitDays = limits.hotline_p90_days ?? LIMIT_DAYS
  const dueAt = (row: number) => {
    const own = due[row] ?? Number.NaN
    return Number.isNaN(own) ? (accepted[row] ?? 0) + limitDays * DAY : own
  }
  const stages = orders.code('stage')
  const steps = stages.values.map((word) => STANDINGS.findIndex((one) => one === word))
  /** Where the source itself says that an order stands: a place in `STANDINGS`, -1 where it leaves that to the times. */
  const said = (row: number) => steps[stages.at[row] ?? 0] ?? -1
  const open = (row: number, at: number) => by(accepted, row, at) && !by(closed, row, at) && said(row) <= LAST
  // What was taken up again after its reply waits for another one.
  const answered = (row: number, at: number) =>
    said(row) >= 0
      ? said(row) >= LAST
      : by(replied, row, at) && !(by(reworked, row, at) && (reworked[row] ?? 0) > (replied[row] ?? 0))
  const waits = (row: number, at: number) => open(row, at) && !answered(row, at)
  const past = (column: Float64Array, row: number) => (by(column, row, now) ? (column[row] ?? 0) : 0)
  /** When it last went to whoever has it, dispatched or passed on by somebody else; 0 where it did not. */
  const sent = (row: number) => Math.max(past(dispatched, row), past(reassigned, row))
  /** Sent back by the department after it was sent to it, and neither passed on nor taken on by anybody since. */
  const sentBack = (row: number) =>
    by(returned, row, now) &&
    past(returned, row) >= past(dispatched, row) &&
    !(by(reassigned, row, now) && past(reassigned, row) >= past(returned, row)) &&
    !(by(signed, row, now) && past(signed, row) >= past(returned, row))
  const step = (row: number) => {
    if (said(row) >= 0) return Math.min(said(row), LAST)
    if (answered(row, now)) return 3
    if (by(replied, row, now)) return 2
    if (sentBack(row)) return 0
    // Sent to somebody else: whoever signed before is not the one it waits for.
    if (by(signed, row, now) && past(signed, row) >= sent(row)) return 2
    return sent(row) > 0 ? 1 : 0
  }
  const began = [accepted, null, signed, replied]
  const entered = (row: number) => {
    const column = began[step(row)]
    if (said(row) >= 0) return (column ? past(column, row) : sent(row)) || Number.NaN
    if (by(replied, row, now) && !answered(row, now)) return reworked[row] ?? 0
    if (sentBack(row)) return returned[row] ?? 0
    return column ? (column[row] ?? 0) : sent(row)
  }
  const { oldest, between } = ordersByDay(orders)
  const { at: towns, values } = orders.place('town')
  const inside = values.map((place) => region === null || place?.code.startsWith(region) === true)
  const isInside = (row: number) => inside[towns[row] ?? 0] === true
  const unclosed = unclosedOf(orders)(dayStart(now) - CURRENT_DAYS * DAY)
  return {
    orders,
    now,
    calendar,
    limitDays,
    oldest,
    between(from, to) {
      const rows = between(from, Math.min(to, now))
      return region === null ? rows : rows.filter(isInside)
    },
    current: unclosed.filter((row) => isInside(row) && by(accepted, row, now)),
    accepted,
    closed,
    due: dueAt,
    open,
    overdue: (row, at) => waits(row, at) && dueAt(row) < at,
    dueSoon: (row, at) => waits(row, at) && dueAt(row) >= at && dueAt(row) - at < DAY,
    stage: (row) => STAGES[step(row)] ?? 'dispatch',
    entered,
    waits,
    remembers: !steps.some((step) => step >= 0),
  }
}

/** The last stage: somebody has answered. What is closed comes after all of them. */
const LAST = 3

/** Whether the moment in `column` had come at `at`. */
export const by = (column: Float64Array, row: number, at: number) => (column[row] ?? Number.NaN) <= at

/** A share in percent with one decimal; 0 of 0 has none. */
export function percent(part: number, whole: number, period: string) {
  return { value: whole === 0 ? null : Math.round((part / whole) * 1000) / 10, unit: '%' as const, period }
}

/** Under how many days an open order stands where they are told by their age: what is overdue under the `last`, what is unknown under none. */
export function ageingBy({ now, accepted, limitDays, overdue }: Seen) {
  const last = Math.min(15, Math.ceil(limitDays))
  const usedDays = (row: number): number | null => {
    if (overdue(row, now)) return last
    const days = Math.min(last - 1, Math.floor((now - (accepted[row] ?? Number.NaN)) / DAY))
    return Number.isNaN(days) ? null : days
  }
  return { last, usedDays }
}
