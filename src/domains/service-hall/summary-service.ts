import { DAY, dayStart, isoTime } from '../../lib/calendar'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { HallOperation } from './contract'
import type { Hall, Scope } from './summary-halls'

/** Open, at noon with fewer counters, serving out the queue after closing, or closed until the next workday. */
export function servicePart(
  { halls, queue, moment: { now, calendar } }: Scope,
  focus: Hall | undefined,
): Pick<HallOperation, 'service'> {
  if (!focus?.hours) return {}
  const { opens, closes, noon } = focus.hours
  const clock = now - dayStart(now)
  const opensAt = isoTime(nextOpening(now, opens, calendar))
  const isOff = !isWorkday(calendar, now) && focus.today.length === 0
  if (isOff || clock < opens) return { service: { state: 'closed', opensAt } }
  if (noon && clock >= noon[0] && clock < noon[1]) return { service: { state: 'noon', opensAt } }
  if (clock < closes) return { service: { state: 'open', opensAt } }
  const serves = (halls.length > 0 ? halls : [focus]).some(({ today }) =>
    today.some((row) => ['waiting', 'called'].includes(queue?.state(row, now) ?? '')),
  )
  return { service: { state: serves ? 'closing' : 'closed', opensAt } }
}

/** The next time a hall opens, `now` itself excluded. */
function nextOpening(now: number, opens: number, calendar: WorkCalendar): number {
  let day = dayStart(now)
  if (isWorkday(calendar, day) && now < day + opens) return day + opens
  do day += DAY
  while (!isWorkday(calendar, day))
  return day + opens
}
