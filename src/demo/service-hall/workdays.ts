import { DAY, dayStart, isWorkday } from '../../lib/calendar'
import { CLOSES } from './roster'

/** Start of the next workday after the day that contains `at`. */
function nextWorkday(at: number): number {
  let day = dayStart(at) + DAY
  while (!isWorkday(day)) day += DAY
  return day
}

/** Close of business `n` working days after `at`: how 工作日 limits are counted. */
export function workdaysAfter(at: number, n: number): number {
  let day = dayStart(at)
  for (let i = 0; i < n; i++) day = nextWorkday(day)
  return day + CLOSES
}
