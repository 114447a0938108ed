import { DAY, dayStart, HOUR, monthDay, MINUTE } from '../../lib/calendar'
import { fewestOf } from '../../contract/records/history'
import type { Counting } from '../../contract/records/counting'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { workingTimeBetween } from '../../lib/working-time'
import { weekdayText } from '../../lib/format'
import { STAGES } from './codes'
import type { HotlineOperation } from './contract'
import { pastOrders, workOrder, yearOrder, type WorkOrder } from './records'
import { coursesOf } from './summary-courses'
import { viewOfOrders } from './summary-view'
import { words } from './summary-words'
import { categoriesOf, repeatsOf, townsOf } from './summary-groups'
import { mostUrgent, orderList } from './summary-list'
import { usualByOrders, usualByTable, type Usual } from './summary-history'
import { lastHoursOf } from './summary-lasthours'
import { latelyOf } from './summary-lately'
import { ageingBy, by, count, isKnown, percent, seenAt, type Seen } from './summary-orders'
import { accuracyOf, complaintsOf, sentOf } from './summary-shares'

/** Days in which a closed order still speaks for how long orders take. */
const P90_DAYS = 12
/** Time an order may spend in each stage, minutes; the handling stage has the city's own limit. */
const STAGE_LIMITS = { dispatch: 120, sign: 120, callback: 3 * 24 * 60 } as const

/** Departments sign at office hours; the hotline itself sends on at every hour. */
const WORKING: readonly string[] = ['sign']

/** What a city's work orders come to at a moment: every figure is a count over the same orders, so everything adds up. */
function summarise(
  orders: Records<WorkOrder['columns']>,
  past: Records<(typeof pastOrders)['columns']> | undefined,
  moment: Moment,
): HotlineOperation {
  const seen = seenAt(orders, moment)
  const { now, current, limitDays } = seen
  const today = seen.between(dayStart(now), now)
  const lastWeek = seen.between(dayStart(now) - 7 * DAY, now - 7 * DAY)
  const yesterday = now - DAY
  // What the records do not reach back to is not compared with: it would be 0.
  const withLastWeek = (value: number) =>
    seen.oldest <= dayStart(now) - 7 * DAY + HOUR && {
      compare: { label: words.sameDay(weekdayText(now)), value },
    }
  const closedOn = (at: number) =>
    count(current, (row) => (seen.closed[row] ?? 0) >= dayStart(at) && (seen.closed[row] ?? 0) <= at)
  const compared = (test: (row: number, at: number) => boolean, period: string) => ({
    value: count(current, (row) => test(row, now)),
    unit: words.orders,
    period,
    ...(seen.remembers && {
      compare: { label: words.yesterday, value: count(current, (row) => test(row, yesterday)) },
    }),
  })
  const open = current.filter((row) => seen.open(row, now))
  const usualOf = (at: number) =>
    usualByOrders({ ...seen, now: at }) ?? (past ? usualByTable(past, at, moment.region) : null)
  const usual = usualOf(now)
  const lately = latelyOf(seen, past, usual)
  return {
    received: {
      value: today.length,
      unit: words.orders,
      period: words.today,
      ...withLastWeek(lastWeek.length),
    },
    open: compared(seen.open, words.now),
    overdue: compared(seen.overdue, words.now),
    dueSoon: compared(seen.dueSoon, words.soon),
    closed: {
      value: closedOn(now),
      unit: words.orders,
      period: words.today,
      ...withLastWeek(closedOn(now - 7 * DAY)),
    },
    ...complaintsOf(seen, today, words.thisDay),
    ...returnsOf(seen),
    ...countedBy(seen, open, 'extendedAt', 'extensions', () => true),
    ...countedBy(seen, open, 'reworkedAt', 'reworks', (row) => seen.stage(row) === 'process'),
    stages: stagesOf(seen, open),
    intake: intakeOf(seen, [usual]),
    twoDays: intakeOf(seen, [usualOf(dayStart(now) - 1), usual]),
    yesterday: yesterdayOf(seen, closedOn),
    ...lastHoursOf(seen, moment.region, usualOf, lately),
    ageing: ageingOf(seen, open),
    limitDays,
    p90Days: p90Of(seen),
    categories: categoriesOf(seen, today, lastWeek),
    towns: townsOf(seen, today, usual, lately, moment.region),
    ...repeatsOf(seen),
    ...dispatchOf(seen, today),
    ...supervisedOf(seen, open),
    orders: mostUrgent(seen),
  }
}

export const counting: Counting = {
  kinds: [workOrder, pastOrders, yearOrder],
  count(book, moment) {
    const orders = book.of(workOrder)
    return orders ? summarise(orders, book.of(pastOrders), moment) : {}
  },
  lists: {
    orders(book, moment) {
      const orders = book.of(workOrder)
      return orders ? orderList(seenAt(orders, moment)) : null
    },
  },
  rows: { order: 'orders' },
  courses(book, moment) {
    const orders = book.of(workOrder)
    return orders ? coursesOf(orders, moment) : {}
  },
  opened: () => import('./opened'),
  views(book, moment) {
    const orders = book.of(workOrder)
    return orders ? { 'work-order': viewOfOrders(orders, moment) } : {}
  },
}

/** Whether a row was passed on to a department, by whomever. */
function passedOn({ orders }: Seen) {
  const { at, values } = orders.code('mode')
  return (row: number) => values[at[row] ?? 0] !== 'direct'
}

function returnsOf(seen: Seen) {
  const { orders, current, now } = seen
  const [returned, dispatched] = [orders.time('returnedAt'), orders.time('dispatchedAt')]
  if (!isKnown(seen, returned)) return {}
  const lately = (column: Float64Array, row: number) => by(column, row, now) && (column[row] ?? 0) > now - DAY
  const passed = passedOn(seen)
  const sent = count(current, (row) => lately(dispatched, row) && passed(row))
  const back = count(current, (row) => lately(returned, row))
  return { returns: { count: back, rate: percent(Math.min(back, sent), sent, words.lastDay) } }
}

function countedBy<K extends 'extensions' | 'reworks'>(
  seen: Seen,
  open: Uint32Array,
  column: 'extendedAt' | 'reworkedAt',
  name: K,
  test: (row: number) => boolean,
): { [P in K]?: number } {
  const time = seen.orders.time(column)
  if (!isKnown(seen, time)) return {}
  const counted: { [P in K]?: number } = {}
  counted[name] = count(open, (row) => by(time, row, seen.now) && test(row))
  return counted
}

function stagesOf(seen: Seen, open: Uint32Array): HotlineOperation['stages'] {
  const { now, limitDays, calendar } = seen
  return STAGES.map((key) => {
    const rows = open.filter((row) => seen.stage(row) === key)
    const working = WORKING.includes(key)
    const stay = (from: number) => (working ? workingTimeBetween(calendar, from, now) : (now - from) / MINUTE)
    // Of those that say since when.
    const stays = Float64Array.from(rows, seen.entered)
      .filter((at) => at > 0)
      .map(stay)
      .sort()
    return {
      key,
      count: rows.length,
      overdue: count(rows, (row) => seen.overdue(row, now)),
      medianMinutes: stays.length === 0 ? null : Math.round(stays[Math.floor(stays.length / 2)] ?? 0),
      limitMinutes: key === 'process' ? limitDays * 24 * 60 : STAGE_LIMITS[key],
      ...(working && { working }),
    }
  })
}

/** Orders by the hour on as many days as `usuals` has, the last one today; undefined where the records do not reach back. */
function intakeOf(seen: Seen, usuals: readonly (Usual | null)[]): HotlineOperation['intake'] {
  const { now, accepted } = seen
  const days = usuals.length
  const from = dayStart(now) - (days - 1) * DAY
  if (days > 1 && seen.oldest > from + HOUR) return undefined
  const counts = Array.from({ length: 24 * days }, () => 0)
  for (const row of seen.between(from, now)) {
    const hour = Math.floor(((accepted[row] ?? 0) - from) / HOUR)
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  const running = Math.floor((now - from) / HOUR)
  const known = usuals.flatMap((one) => one ?? [])
  const weeks = fewestOf(known.map((one) => one.weeks))
  return {
    startHour: 0,
    stepMinutes: 60,
    now: counts.map((n, hour) => (hour <= running ? n : null)),
    ...(known.length === days && {
      low: known.flatMap(({ hours }) => hours.map(({ low }) => low)),
      high: known.flatMap(({ hours }) => hours.map(({ high }) => high)),
      ...(weeks !== undefined && { weeks }),
    }),
  }
}

function yesterdayOf(seen: Seen, closedOn: (at: number) => number): HotlineOperation['yesterday'] {
  const [from, to] = [dayStart(seen.now) - DAY, dayStart(seen.now) - 1]
  if (seen.oldest > from + HOUR) return undefined
  const whole = (value: number) => ({ value, unit: words.orders, period: words.yesterday })
  return { received: whole(seen.between(from, to).length), closed: whole(closedOn(to)) }
}

function ageingOf(seen: Seen, open: Uint32Array): HotlineOperation['ageing'] {
  const { last, usedDays } = ageingBy(seen)
  const rows = Array.from({ length: last + 1 }, (_, days) => ({ days, count: 0 }))
  for (const row of open) {
    const place = rows[usedDays(row) ?? -1]
    if (place) place.count++
  }
  return rows
}

function p90Of(seen: Seen): HotlineOperation['p90Days'] {
  const { current, closed, accepted, now } = seen
  const passed = passedOn(seen)
  const done = current.filter(
    (row) => by(closed, row, now) && (closed[row] ?? 0) > now - P90_DAYS * DAY && passed(row),
  )
  const spans = Float64Array.from(done, (row) => ((closed[row] ?? 0) - (accepted[row] ?? 0)) / DAY).sort()
  const value = spans[Math.floor(spans.length * 0.9)]
  return {
    value: value === undefined ? null : Math.round(value * 10) / 10,
    unit: words.days,
    period: words.closedWithin(P90_DAYS),
  }
}

function dispatchOf(seen: Seen, today: Uint32Array): Pick<HotlineOperation, 'dispatch'> {
  const { now } = seen
  const { dispatch } = sentOf(seen, today, words.thisDay)
  if (!dispatch) return {}
  const accuracyOn = (back: number) => {
    const from = dayStart(now) - back * DAY
    return accuracyOf(seen, seen.between(from, Math.min(now, from + DAY - 1)), words.thatDay)
  }
  return {
    dispatch: {
      ...dispatch,
      // A day on which nothing was passed on has no accuracy: it is left out, not drawn as 0.
      days: Array.from({ length: 9 }, (_, i) => 9 - i).flatMap((back) => {
        const { value } = accuracyOn(back)
        return value === null ? [] : [{ label: monthDay(dayStart(now) - back * DAY), accuracy: value }]
      }),
    },
  }
}

function supervisedOf(seen: Seen, open: Uint32Array): Pick<HotlineOperation, 'supervised'> {
  const time = seen.orders.time('supervisedAt')
  if (!isKnown(seen, time)) return {}
  const rows = open.filter((row) => by(time, row, seen.now))
  return { supervised: { open: rows.length, overdue: count(rows, (row) => seen.overdue(row, seen.now)) } }
}
