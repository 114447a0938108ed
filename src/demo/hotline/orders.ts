import {
  DAY,
  dayStart,
  daysOfYear,
  hourOfDay,
  HOUR,
  isoDate,
  isWorkday,
  MINUTE,
  monthDay,
  weekday,
} from '../../lib/calendar'
import { apportion, hash32, pick, stream, unit } from '../../lib/random'
import type { HotlineDemo } from './seed'

/** One simulated order with every transition it will ever make; its state at a moment is read off, never stored. Epoch ms. */
export interface SimOrder {
  readonly orderNo: string
  readonly town: number
  readonly category: number
  readonly title: number
  /** Handled by the town's own office rather than the category's department. */
  readonly local: boolean
  readonly auto: boolean
  readonly misdispatched: boolean
  readonly complaint: boolean
  readonly repeat: boolean
  readonly extended: boolean
  readonly accepted: number
  readonly dispatched: number
  readonly signed: number
  readonly replied: number
  readonly closed: number
}

/** Every order is due within the published limit (BY-055: 10 days for all). */
export const LIMIT_DAYS = 10
/** An order older than this is closed for certain, so open stock needs no older day. */
export const HORIZON_DAYS = 12

const WEEKDAY_WEIGHT = [0.66, 1.06, 1.03, 1, 1, 0.99, 0.74] as const
/** Heat and floods bring calls. */
const MONTH_WEIGHT = [0.94, 0.86, 0.99, 1.0, 1.04, 1.09, 1.11, 1.08, 1.02, 0.95, 0.98, 0.94] as const

/** How many orders `day` receives: the year's days sum to exactly the published annual total. */
const totals = new Map<string, Map<number, number>>()
export function dayTotal(city: string, demo: HotlineDemo, day: number): number {
  const key = `${city}|${demo.yearTotal}|${isoDate(day).slice(0, 4)}`
  let year = totals.get(key)
  if (!year) {
    const days = daysOfYear(day)
    const weights = days.map((d) => dayWeight(d) * (0.94 + 0.12 * unit('hotline-day', city, isoDate(d))))
    const parts = apportion(demo.yearTotal, weights)
    year = new Map(days.map((d, i) => [d, parts[i] ?? 0]))
    if (totals.size > 8) totals.clear()
    totals.set(key, year)
  }
  return year.get(day) ?? 0
}

/** Weight of a day before chance: weekday, month, holidays. */
function dayWeight(day: number): number {
  const month = Number(monthDay(day).slice(0, 2)) - 1
  const rest = weekday(day) !== 0 && weekday(day) !== 6 && !isWorkday(day) ? 0.6 : 1
  return (WEEKDAY_WEIGHT[weekday(day)] ?? 1) * (MONTH_WEIGHT[month] ?? 1) * rest
}

const hoursOf = (demo: HotlineDemo, day: number) => (isWorkday(day) ? demo.hours : demo.restHours)

/** Office hours of the handling units: what falls outside waits for the morning. */
function office(at: number): number {
  const hour = hourOfDay(at)
  if (hour < 8.5) return dayStart(at) + 8.5 * HOUR + (at % (35 * MINUTE))
  if (hour > 18) return dayStart(at) + DAY + 8.5 * HOUR + (at % (35 * MINUTE))
  return at
}

/** Days from signing to reply: four in five are routine, the rest drag on. */
function handlingDays(draw: number, kind: number): number {
  const mean = kind < 0.8 ? 1.25 : 4.6
  return -Math.log(1 - draw * 0.9999) * mean
}

/** Share of the orders that drag on to their last day and then break the limit. */
const BREACH = 0.2

/** Reply time: what would run past the limit is hurried to close before it, or breaks it by up to a day. */
function replyAt(accepted: number, natural: number, luck: number): number {
  const last = accepted + (LIMIT_DAYS - 1.4) * DAY
  if (natural < last) return natural
  if (luck < BREACH) return accepted + (LIMIT_DAYS + 0.05 + (luck / BREACH) * 0.95) * DAY
  return last + ((luck - BREACH) / (1 - BREACH)) * 1.38 * DAY
}

const days = new Map<string, readonly SimOrder[]>()

/** All orders received on `day`, in order of acceptance. The same day always has the same orders. */
export function ordersOf(city: string, demo: HotlineDemo, day: number): readonly SimOrder[] {
  const key = `${city}|${day}`
  const known = days.get(key)
  if (known) return known
  const next = stream(hash32('hotline', city, isoDate(day)))
  const total = dayTotal(city, demo, day)
  const hours = hoursOf(demo, day)
  const townWeights = demo.towns.map(
    (t) => t.weight * (0.9 + 0.2 * unit('hotline-town', city, t.code, isoDate(day))),
  )
  const categoryWeights = demo.categories.map(
    (c) => c.weight * (0.85 + 0.3 * unit('hotline-cat', city, c.key, isoDate(day))),
  )
  const accepted = Array.from({ length: total }, () => day + (pick(hours, next()) + next()) * HOUR).sort(
    (a, b) => a - b,
  )
  const orders = accepted.map((at, i) => makeOrder(demo, day, i, at, townWeights, categoryWeights, next))
  if (days.size > 64) days.clear()
  days.set(key, orders)
  return orders
}

function makeOrder(
  demo: HotlineDemo,
  day: number,
  i: number,
  accepted: number,
  townWeights: readonly number[],
  categoryWeights: readonly number[],
  next: () => number,
): SimOrder {
  const town = pick(townWeights, next())
  const category = pick(categoryWeights, next())
  const auto = next() < demo.auto / (1 - demo.direct)
  const direct = next() < demo.direct
  const dispatched = accepted + (direct ? 0 : auto ? 1 + 3 * next() : 8 + 50 * next()) * MINUTE
  const signed = direct ? dispatched : office(dispatched + (0.2 + 1.9 * next()) * HOUR)
  const misdispatched = auto && next() < 0.1
  const natural = signed + handlingDays(next(), next()) * DAY + (misdispatched ? 0.2 * DAY : 0)
  const replied = direct ? signed : replyAt(accepted, natural, next())
  const closed = direct ? replied : replied + (0.04 + 0.8 * next() ** 2) * DAY
  return {
    orderNo: `${isoDate(day).slice(2).replaceAll('-', '')}${String(100000 + i * 7).padStart(12, '0')}`,
    town,
    category,
    title: Math.floor(next() * 8),
    local: next() < 0.35,
    auto: auto && !direct,
    misdispatched,
    complaint: next() < 0.7,
    repeat: next() < demo.repeat,
    extended: next() < 0.006,
    accepted,
    dispatched,
    signed,
    replied,
    closed,
  }
}

/** Midnight of the day `back` days before the one that contains `now`. */
export function dayBefore(now: number, back: number): number {
  return dayStart(now - back * DAY)
}
