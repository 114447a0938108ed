import { DAY, dayNumber, dayStart, HOUR, hourOfDay, MINUTE } from '../../lib/calendar'
import { addWorkingTime, isWorkday, type WorkCalendar } from '../../lib/working-time'

/** Of seven days five are worked: what takes days by the calendar takes so many workdays. */
const WORKDAYS_A_DAY = 5 / 7

/** When a department has done what takes it `days` of the calendar, epoch ms: it works on workdays, at office hours. */
export const worked = (calendar: WorkCalendar, from: number, days: number): number =>
  addWorkingTime(calendar, from, days * WORKDAYS_A_DAY * minutesOf(calendar))

const minutesOf = ({ hours }: WorkCalendar): number => hours.reduce((sum, [from, to]) => sum + to - from, 0)

/** The last day at or before that of `at` on which offices work, at a time of its office hours; `share` (0–1) says which. */
export function workedBefore(calendar: WorkCalendar, at: number, share: number): number {
  let day = dayStart(at)
  while (!isWorkday(calendar, day)) day -= DAY
  let left = share * minutesOf(calendar)
  for (const [from, to] of calendar.hours) {
    if (left < to - from) return day + (from + left) * MINUTE
    left -= to - from
  }
  return day + (calendar.hours.at(-1)?.[1] ?? 0) * MINUTE
}

/** The same office hours with somebody on duty on days off too, from the day of `from` for `days` days. */
export const everyDay = (calendar: WorkCalendar, from: number, days: number): WorkCalendar => ({
  ...calendar,
  days: Object.fromEntries(Array.from({ length: days + 1 }, (_, i) => [dayNumber(from) + i, true])),
})

/** Hours at which people are called back, every day of the week: the hotline's own staff does it. */
const [CALLS_FROM, CALLS_TO] = [9, 20]
/** What waited for the morning is worked off in this time, ms. */
const MORNING = 2 * HOUR

/** Nobody is rung up at night about an answer. */
export function calledBack(at: number): number {
  const hour = hourOfDay(at)
  if (hour >= CALLS_FROM && hour < CALLS_TO) return at
  const day = dayStart(at) + (hour < CALLS_FROM ? 0 : DAY)
  return day + CALLS_FROM * HOUR + (at % MORNING)
}
