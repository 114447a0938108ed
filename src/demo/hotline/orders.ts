import { DAY, dayStart, daysOfYear, HOUR, isoDate, MINUTE, monthDay, weekday } from '../../lib/calendar'
import { apportion, hash32, pick, stream, unit } from '../../lib/random'
import { addWorkingTime, isWorkday, type WorkCalendar } from '../../lib/working-time'
import { bounded, keyOf } from '../kit/memo'
import type { HotlineCity } from './at-work'
import { calledBack, everyDay, worked, workedBefore } from './office'

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
  /** In [0, 1), for what few orders have: why one came back, why it was granted more time. */
  readonly chance: number
  readonly accepted: number
  readonly dispatched: number
  /** When whom it was sent to by mistake sent it back, and when it was passed on; Infinity where that was no mistake. */
  readonly returned: number
  readonly reassigned: number
  readonly signed: number
  /** When more time was granted; Infinity where none was. */
  readonly extended: number
  readonly replied: number
  readonly closed: number
}

/** Every order is due within the published limit (BY-055: 10 days for all). */
export const LIMIT_DAYS = 10
/** An order older than this is closed for certain, so open stock needs no older day: the limit, the longest holiday and a workday more. */
export const HORIZON_DAYS = 22

const WEEKDAY_WEIGHT = [0.66, 1.06, 1.03, 1, 1, 0.99, 0.74] as const
/** A Saturday or Sunday on which offices work is a day like any other; a weekday on which they do not is quieter than a Sunday. */
const [MAKE_UP, HOLIDAY] = [1, 0.6]
/** Heat and floods bring calls. */
const MONTH_WEIGHT = [0.94, 0.86, 0.99, 1.0, 1.04, 1.09, 1.11, 1.08, 1.02, 0.95, 0.98, 0.94] as const

/** How many orders `day` receives: the year's days sum to exactly the published annual total. */
const totals = new Map<string, Map<number, number>>()
export function dayTotal(city: string, demo: HotlineCity, day: number): number {
  const key = `${city}|${demo.yearTotal}|${isoDate(day).slice(0, 4)}|${keyOf(demo.calendar)}`
  let year = totals.get(key)
  if (!year) {
    const days = daysOfYear(day)
    const weights = days.map(
      (d) => dayWeight(demo, d) * (0.94 + 0.12 * unit('hotline-day', city, isoDate(d))),
    )
    const parts = apportion(demo.yearTotal, weights)
    year = new Map(days.map((d, i) => [d, parts[i] ?? 0]))
    if (totals.size > 8) totals.clear()
    totals.set(key, year)
  }
  return year.get(day) ?? 0
}

/** Weight of a day before chance: weekday, month, holidays and make-up workdays. */
function dayWeight({ calendar }: HotlineCity, day: number): number {
  const month = Number(monthDay(day).slice(0, 2)) - 1
  const name = weekday(day)
  const weekend = name === 0 || name === 6
  const plain = WEEKDAY_WEIGHT[name] ?? 1
  const works = isWorkday(calendar, day)
  const weight = works === weekend ? (works ? MAKE_UP : plain * HOLIDAY) : plain
  return weight * (MONTH_WEIGHT[month] ?? 1)
}

const hoursOf = (demo: HotlineCity, day: number) =>
  isWorkday(demo.calendar, day) ? demo.hours : demo.restHours

/** Days from signing to reply: four in five are routine, the rest drag on. */
function handlingDays(draw: number, kind: number): number {
  const mean = kind < 0.8 ? 1.25 : 4.6
  return -Math.log(1 - draw * 0.9999) * mean
}

/** Another number in [0, 1) made of one: as good as drawn, and never drawn again. */
export const shareOf = (chance: number, scale: number): number => (chance * scale) % 1

const NEVER = Number.POSITIVE_INFINITY

/** The hotline passes on what comes back within half an hour, at any time of the day. */
const PASSED_ON = 30 * MINUTE

/** Of what takes longer than so many days this share is granted more time, halfway through. */
const [DRAGS, EXTENDED] = [3, 0.02]

/** Share of the orders that drag on to their last day and then break the limit. */
const BREACH = 0.25

/**
 * Reply time: what would run past the limit is hurried to close before it, or breaks it by up to a workday. All of it at office hours,
 * so that an order which came before a long holiday may have no other day left than the one on which it was due.
 */
function replyAt(
  calendar: WorkCalendar,
  order: Pick<SimOrder, 'accepted' | 'signed'>,
  natural: number,
  luck: number,
) {
  const { accepted, signed } = order
  if (natural < accepted + (LIMIT_DAYS - 1.4) * DAY) return natural
  if (luck < BREACH)
    return worked(calendar, Math.max(signed, accepted + LIMIT_DAYS * DAY), 0.05 + luck / BREACH)
  const share = (luck - BREACH) / (1 - BREACH)
  const hurried = workedBefore(calendar, accepted + (LIMIT_DAYS - 1.4 * (1 - share)) * DAY, share)
  return hurried > signed ? Math.min(hurried, natural) : worked(calendar, signed, share)
}

/** More than what the rows of a moment and the open stock look back on. */
const days = bounded<readonly SimOrder[]>(64)

/** All orders received on `day`, in order of acceptance. The same day always has the same orders. */
export function ordersOf(city: string, demo: HotlineCity, day: number): readonly SimOrder[] {
  return days(`${city}|${day}|${keyOf(demo)}`, () => made(city, demo, day))
}

/** The same, not kept: of a whole year they are looked at once. */
export const ordersOnce = (city: string, demo: HotlineCity, day: number) => made(city, demo, day)

function made(city: string, demo: HotlineCity, day: number): readonly SimOrder[] {
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
  const onDuty = everyDay(demo.calendar, day, HORIZON_DAYS)
  return accepted.map((at, i) => makeOrder(demo, onDuty, day, i, at, townWeights, categoryWeights, next))
}

function makeOrder(
  demo: HotlineCity,
  onDuty: WorkCalendar,
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
  const title = Math.floor(next() * 8)
  const local = next() < 0.35
  // Towns keep somebody on duty on days off; what a department handles waits for its next workday.
  const calendar = local ? onDuty : demo.calendar
  const toSign = direct ? 0 : (0.2 + 1.9 * next()) * 60
  const after = (share: number) => addWorkingTime(calendar, dispatched, share * toSign)
  const signed = after(1)
  const misdispatched = auto && next() < 0.1
  const natural = handlingDays(next(), next()) + (misdispatched ? 0.2 : 0)
  const replied = direct
    ? signed
    : replyAt(calendar, { accepted, signed }, worked(calendar, signed, natural), next())
  const closed = direct ? replied : calledBack(replied + (0.04 + 0.8 * next() ** 2) * DAY)
  const orderNo = `${isoDate(day).slice(2).replaceAll('-', '')}${String(100000 + i * 7).padStart(12, '0')}`
  const chance = direct ? 0 : unit('hotline-chance', orderNo)
  const returned = misdispatched && !direct ? after(0.3 + 0.4 * chance) : NEVER
  const [complaint, repeat, luck] = [next() < 0.7, next() < demo.repeat, next()]
  const drags = !direct && natural > DRAGS && luck < EXTENDED
  const halfway = drags ? worked(calendar, signed, natural / 2) : NEVER
  return {
    orderNo,
    town,
    category,
    title,
    local,
    auto: auto && !direct,
    misdispatched: returned < NEVER,
    complaint,
    repeat,
    chance,
    accepted,
    dispatched,
    returned,
    reassigned: returned + Math.min(PASSED_ON, signed - returned) * shareOf(chance, 7),
    signed,
    extended: halfway < replied ? halfway : NEVER,
    replied,
    closed,
  }
}

/** Midnight of the day `back` days before the one that contains `now`. */
export function dayBefore(now: number, back: number): number {
  return dayStart(now - back * DAY)
}
