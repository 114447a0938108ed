import { DAY, dayStart, isWorkday } from '../../lib/calendar'

/** Midnight of the `n`-th workday after the day of `ms`; n = 0 is that day itself. */
export function afterWorkdays(ms: number, n: number): number {
  let day = dayStart(ms)
  for (let left = n; left > 0;) {
    day += DAY
    if (isWorkday(day)) left--
  }
  return day
}

/** Workdays from the day of `from` to the day of `to`: the first day counts 0, rest days add nothing. */
export function workdaysBetween(from: number, to: number): number {
  let passed = 0
  for (let day = dayStart(from) + DAY; day <= to; day += DAY) if (isWorkday(day)) passed++
  return passed
}
