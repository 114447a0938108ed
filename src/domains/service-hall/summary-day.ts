import { dayStart, HOUR, MINUTE } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import type { Moment } from '../../contract/records/summary'
import type { HallOperation } from './contract'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import type { Queue } from './summary-queue'
import type { Usual } from './summary-usual'

const STEP = 10 * MINUTE
/** Running totals begin here, by contract. */
const TOTALS_FROM = 9 * HOUR
const MOST_TOTALS = 150
/** Classes of the wait histogram, minutes; the last is open. */
const CLASS = 5
const LAST_CLASS = 45

type Tickets = Pick<Hall, 'today'> & {
  readonly hall: Hall
  readonly queue: Queue
  readonly now: number
  readonly calendar: Moment['calendar']
}

const isOff = ({ today, now, calendar }: Tickets) => !isWorkday(calendar, now) && today.length === 0

/** The course of the day in the focus hall. */
export function dayPart(
  { moment: { now, calendar } }: Scope,
  hall: Hall,
  queue: Queue,
  usual: Usual,
  waits: Float64Array,
): HallOperation {
  const tickets = { hall, queue, now, calendar, today: hall.today }
  return {
    waitingCurve: curveOf(tickets, usual),
    hours: hourRows(tickets, usual),
    cumulative: totalsOf(tickets),
    waits: classesOf(waits),
  }
}

/** People waiting every ten minutes of the opening hours; the last point is the present, so it equals the key figure. */
function curveOf(tickets: Tickets, usual: Usual): HallOperation['waitingCurve'] {
  const { hall, now } = tickets
  const { opens, closes } = hoursOf(hall)
  const offsets = Array.from({ length: Math.floor((closes - opens) / STEP) }, (_, i) => opens + i * STEP)
  const bands = offsets.flatMap((offset) => usual.waiting(offset) ?? [])
  const moments = offsets.map((offset) => {
    const at = dayStart(now) + offset
    return at <= now && now < at + STEP ? now : at
  })
  const waiting = waitingAt(tickets, moments)
  return {
    startHour: opens / HOUR,
    stepMinutes: STEP / MINUTE,
    now: moments.map((at, i) => (at > now || isOff(tickets) ? null : (waiting[i] ?? 0))),
    // A band with holes is none.
    ...(bands.length > 0 &&
      bands.length === offsets.length && {
        low: bands.map(({ low }) => low),
        high: bands.map(({ high }) => high),
        ...(usual.weeks !== undefined && { weeks: usual.weeks }),
      }),
  }
}

/** Who waits at each of `moments`, which rise. Each ticket is looked at only at those at which it can wait. */
export function waitingAt(
  { queue, today }: { readonly queue: Queue; readonly today: Iterable<number> },
  moments: readonly number[],
): readonly number[] {
  const counts = moments.map(() => 0)
  for (const row of today) {
    const until = queue.waitsUntil(row)
    for (let i = firstFrom(moments, queue.taken[row] ?? 0); i < moments.length; i++) {
      const at = moments[i] ?? 0
      if (at >= until) break
      if (queue.state(row, at) === 'waiting') counts[i] = (counts[i] ?? 0) + 1
    }
  }
  return counts
}

/** Place of the first of `moments` that is not before `at`; their number where all are. */
function firstFrom(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Tickets by hour, of the opening hours and of any other in which one was taken. */
function hourRows(tickets: Tickets, usual: Usual): HallOperation['hours'] {
  const { hall, queue, today, now } = tickets
  const { opens, closes } = hoursOf(hall)
  const counts = new Uint32Array(24)
  let [first, last] = [Math.floor(opens / HOUR), Math.ceil(closes / HOUR) - 1]
  for (const row of today) {
    const hour = Math.floor(((queue.taken[row] ?? 0) - dayStart(now)) / HOUR)
    counts[hour] = (counts[hour] ?? 0) + 1
    ;[first, last] = [Math.min(first, hour), Math.max(last, hour)]
  }
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const hour = first + i
    const middle = usual.tickets(hour * HOUR)
    return {
      hour,
      issued: dayStart(now) + hour * HOUR > now || isOff(tickets) ? null : (counts[hour] ?? 0),
      ...(middle !== undefined && { usual: middle }),
    }
  })
}

/** Running totals of the day; the gap between them is who waits or is being served. */
function totalsOf({ hall, queue, today, now }: Tickets): HallOperation['cumulative'] {
  const { closes } = hoursOf(hall)
  const most = Math.min(MOST_TOTALS, Math.max(0, Math.floor((closes - TOTALS_FROM) / STEP) + 1))
  const moments = Array.from({ length: most }, (_, i) => dayStart(now) + TOTALS_FROM + i * STEP).filter(
    (at) => at <= now,
  )
  const by = (column: Float64Array) => {
    const counts = moments.map(() => 0)
    for (const row of today) {
      const i = firstFrom(moments, column[row] ?? Number.NaN)
      if ((column[row] ?? Number.NaN) <= (moments[i] ?? Number.NaN)) counts[i] = (counts[i] ?? 0) + 1
    }
    let sum = 0
    return counts.map((n) => (sum += n))
  }
  return { stepMinutes: STEP / MINUTE, issued: by(queue.taken), served: by(queue.ended) }
}

/** How long everyone who was called today had waited. */
function classesOf(waits: Float64Array): HallOperation['waits'] {
  const classes = Array.from({ length: LAST_CLASS / CLASS + 1 }, (_, i) => ({
    from: i * CLASS,
    to: i * CLASS < LAST_CLASS ? (i + 1) * CLASS : null,
    count: 0,
  }))
  for (const wait of waits) {
    const row = classes[Math.min(classes.length - 1, Math.floor(wait / MINUTE / CLASS))]
    if (row) row.count++
  }
  return classes
}
