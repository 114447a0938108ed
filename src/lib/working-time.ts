import { DAY, dayNumber, dayStart, MINUTE, monthDay, startOfDay } from './calendar'

/**
 * On which days and at which hours offices work. Plain data, so that it can be handed to a worker with every job. Days are numbered as
 * `dayNumber` of lib/calendar does.
 */
export interface WorkCalendar {
  /** Days that differ from Monday–Friday: true for a make-up workday, false for a day off. */
  readonly days: Readonly<Record<number, boolean>>
  /** First and last days of what `days` speaks for. A day outside is judged by the weekday and the holidays of a fixed date. */
  readonly covered: readonly (readonly [number, number])[]
  /** Working hours of a workday in minutes since midnight, in order and apart: mornings, afternoons. At least one. */
  readonly hours: readonly (readonly [number, number])[]
}

/** What stands where no calendar could be read: Monday–Friday without the holidays of a fixed date, 9:00–12:00 and 13:30–17:30. */
export const PLAIN_CALENDAR: WorkCalendar = {
  days: {},
  covered: [],
  hours: [
    [9 * 60, 12 * 60],
    [13.5 * 60, 17.5 * 60],
  ],
}

/**
 * Assumed for a year whose notice is not in the calendar: the days off of a fixed date. The movable ones, and the make-up workdays, are
 * published year by year and can be known from a notice only.
 */
const ASSUMED_DAYS_OFF = new Set([
  '01-01',
  '05-01',
  '05-02',
  '10-01',
  '10-02',
  '10-03',
  '10-04',
  '10-05',
  '10-06',
  '10-07',
])

/** Whether `calendar` knows the day of `ms` (epoch ms), or only supposes it. */
export const isCovered = ({ covered }: WorkCalendar, ms: number): boolean =>
  covered.some(([first, last]) => dayNumber(ms) >= first && dayNumber(ms) <= last)

/** Whether offices work on the day that contains `ms` (epoch ms). */
export function isWorkday(calendar: WorkCalendar, ms: number): boolean {
  const day = dayNumber(ms)
  const known = calendar.days[day]
  if (known !== undefined) return known
  const weekday = (day + 4) % 7
  if (weekday === 0 || weekday === 6) return false
  return isCovered(calendar, ms) || !ASSUMED_DAYS_OFF.has(monthDay(ms))
}

/** Midnight of the `n`-th workday after the day of `ms`; n = 0 is that day itself, workday or not. */
export function afterWorkdays(calendar: WorkCalendar, ms: number, n: number): number {
  let day = dayStart(ms)
  for (let left = n; left > 0;) {
    day += DAY
    if (isWorkday(calendar, day)) left--
  }
  return day
}

/** Midnight of the last workday before the day of `ms` (epoch ms), which may be a workday or not. */
export function workdayBefore(calendar: WorkCalendar, ms: number): number {
  let day = dayStart(ms) - DAY
  while (!isWorkday(calendar, day)) day -= DAY
  return day
}

/** Workdays from the day of `a` to the day of `b` (epoch ms): the first day counts 0, days off add nothing. */
export function workdaysBetween(calendar: WorkCalendar, a: number, b: number): number {
  let passed = 0
  for (let day = dayStart(a) + DAY; day <= b; day += DAY) if (isWorkday(calendar, day)) passed++
  return passed
}

/** Ends of the working periods of `day` that lie after `from`, as [start, end) in epoch ms; the first may begin at `from`. */
function periodsOf(calendar: WorkCalendar, day: number, from: number): [number, number][] {
  if (!isWorkday(calendar, startOfDay(day))) return []
  return calendar.hours.flatMap(([start, end]): [number, number][] => {
    const [opens, closes] = [startOfDay(day) + start * MINUTE, startOfDay(day) + end * MINUTE]
    return closes > from ? [[Math.max(opens, from), closes]] : []
  })
}

/** No office is shut for longer: whoever asks for more looks for a mistake. */
const FURTHEST_DAYS = 4000

/**
 * The moment at which `minutes` of working time have passed since `from` (epoch ms): the earliest one. Nothing passes at night, at noon
 * and on days off, so a deadline that begins there begins with the next working period. `from` itself where `minutes` is not above 0.
 */
export function addWorkingTime(calendar: WorkCalendar, from: number, minutes: number): number {
  let left = Math.round(minutes * MINUTE)
  if (!(left > 0)) return from
  const first = dayNumber(from)
  for (let day = first; day < first + FURTHEST_DAYS; day++)
    if (isWorkday(calendar, startOfDay(day)))
      for (const [start, end] of calendar.hours) {
        const opens = Math.max(startOfDay(day) + start * MINUTE, from)
        const lasts = startOfDay(day) + end * MINUTE - opens
        if (left <= lasts) return opens + left
        left -= Math.max(0, lasts)
      }
  return startOfDay(first + FURTHEST_DAYS)
}

/** Minutes of working time between two moments (epoch ms); negative where `b` comes first. */
export function workingTimeBetween(calendar: WorkCalendar, a: number, b: number): number {
  if (b < a) return -workingTimeBetween(calendar, b, a)
  let passed = 0
  for (let day = dayNumber(a); day <= dayNumber(b); day++)
    for (const [start, end] of periodsOf(calendar, day, a)) passed += Math.max(0, Math.min(end, b) - start)
  return passed / MINUTE
}
