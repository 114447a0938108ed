import { isoDate, parseTime } from '../lib/calendar'

// What short texts must look like, without a validator: a link is read by these before anything else is loaded, and the schemas of
// contract and configuration are made of them, so that one value is never judged by two rules.

/** A short identifier in lower-case words joined by `-` or `_`. */
export const SLUG = /^[a-z][a-z0-9_-]{0,63}$/
export const SLUG_WORDS = '须为小写字母开头的代号，只含小写字母、数字、- 和 _'

/** An administrative division code (GB/T 2260 and its town level): 6 to 12 digits. */
export const REGION_CODE = /^\d{6,12}$/
export const REGION_CODE_WORDS = '行政区划代码须为 6–12 位数字'

/** `YYYY-MM-DD`. */
export const DATE = /^\d{4}-\d{2}-\d{2}$/
export const DATE_WORDS = '日期须为 YYYY-MM-DD'

/** A day of the calendar: the engine reads 02-30 as a day in March, a contract must not. */
export function isDay(day: string): boolean {
  const ms = parseTime(day)
  return !Number.isNaN(ms) && isoDate(ms) === day
}
