/**
 * The city's calendar. All five cities keep Beijing time (UTC+8, no summer time since 1991), so days and hours are
 * plain arithmetic on epoch milliseconds and never depend on the zone a wall PC happens to be set to.
 */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const ZONE = 8 * HOUR

/** Epoch ms of 00:00 Beijing time on the day that contains `ms`. */
export function dayStart(ms: number): number {
  return startOfDay(dayNumber(ms))
}

/** Days since 1 January 1970, Beijing time: one number for the whole day that contains `ms`. */
export const dayNumber = (ms: number): number => Math.floor((ms + ZONE) / DAY)

/** Epoch ms of 00:00 Beijing time on the day of a `dayNumber`. */
export const startOfDay = (day: number): number => day * DAY - ZONE

/** 0 = Sunday … 6 = Saturday, Beijing time. */
export function weekday(ms: number): number {
  return (dayNumber(ms) + 4) % 7
}

/** Hours since midnight Beijing time, with fraction: 10:30 → 10.5. */
export function hourOfDay(ms: number): number {
  return (ms - dayStart(ms)) / HOUR
}

/** Hour at which a day has enough to show of its own; before it the last 24 hours are looked at instead. */
export const MORNING = 8

/** Whether the day of `ms` has only just begun, Beijing time. */
export const isYoungDay = (ms: number): boolean => hourOfDay(ms) < MORNING

/** `YYYY-MM-DD`, Beijing time. */
export function isoDate(ms: number): string {
  return new Date(ms + ZONE).toISOString().slice(0, 10)
}

/** Records name few days, many times: the date of each is worked out once. */
const dates = new Map<number, string>()

function dateOf(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  if (dates.size > 4000) dates.clear()
  const date = isoDate(day * DAY - ZONE)
  dates.set(day, date)
  return date
}

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/** `YYYY-MM-DDTHH:mm:ss+08:00`. @throws RangeError for NaN, as a Date does */
export function isoTime(ms: number): string {
  const day = Math.floor((ms + ZONE) / DAY)
  const date = dateOf(day)
  const second = Math.floor((ms + ZONE - day * DAY) / 1000)
  const [hour, minute] = [Math.floor(second / 3600), Math.floor(second / 60) % 60]
  return `${date}T${TWO[hour]}:${TWO[minute]}:${TWO[second % 60]}+08:00`
}

/** Epoch ms of an ISO date (`YYYY-MM-DD`, Beijing midnight) or date-time; NaN when it is neither. */
export function parseTime(text: string): number {
  return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00+08:00` : text)
}

/** `HH:mm`, 24 h, Beijing time. */
export function clockText(ms: number): string {
  return isoTime(ms).slice(11, 16)
}

/** `11-18`, Beijing time. */
export function monthDay(ms: number): string {
  return isoDate(ms).slice(5)
}

/** Days of the calendar year that contains `ms`, as the epoch ms of each midnight. */
export function daysOfYear(ms: number): number[] {
  const year = Number(isoDate(ms).slice(0, 4))
  const first = parseTime(`${year}-01-01`)
  const length = Math.round((parseTime(`${year + 1}-01-01`) - first) / DAY)
  return Array.from({ length }, (_, i) => first + i * DAY)
}
