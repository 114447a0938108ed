import { DAY, dayStart, MINUTE } from '../../lib/calendar'
import { addWorkingTime, afterWorkdays, isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { RuleMoment } from '../rule'
import { momentOf } from './row-view'
import type { Thing } from './rule-things'

/** Epoch ms of a moment that a rule names; NaN where it is not known of this thing. `broken` is when the rule was. */
export function momentIn(
  { field, after, at, days = 0, in: within, from }: RuleMoment,
  thing: Thing,
  { now, calendar, broken }: { now: number; calendar: WorkCalendar; broken: number },
): number {
  if (field !== undefined) return momentOf(thing.field(field))
  const start = from === undefined ? broken : from === 'now' ? now : momentOf(thing.field(from))
  if (Number.isNaN(start)) return Number.NaN
  const working = within === 'working'
  if (after !== undefined)
    return working ? addWorkingTime(calendar, start, after) : start + Math.round(after * MINUTE)
  const clock = (Number(at?.slice(0, 2)) * 60 + Number(at?.slice(3))) * MINUTE
  const day = (from_: number, n: number) =>
    working ? afterWorkdays(calendar, from_, n) : dayStart(from_) + n * DAY
  const meant = day(start, days)
  // The day itself, while its time is still to come and somebody is there.
  const gone = days === 0 && (meant + clock <= start || (working && !isWorkday(calendar, meant)))
  return (gone ? day(start, 1) : meant) + clock
}
