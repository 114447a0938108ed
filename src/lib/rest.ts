import { hourOfDay } from './calendar'
import { onDuty, type Shift } from './duty'
import { isWorkday, type WorkCalendar } from './working-time'

/** Hours between a time of day and 2 in the morning, the middle of the night, either way round: 0–12. */
const hoursFromNight = (ms: number) => Math.abs(((hourOfDay(ms) + 10) % 24) - 12)

/**
 * Whether the city is at rest at `now` (epoch ms): all of a day on which offices do not work, and the night of any other. Night is the
 * shift of `roster` whose middle lies within four hours of 2 in the morning, so that a wall changes with the hand-over; a shift whose
 * middle lies within four hours of 14:00 is day. Where the roster is silent, or a shift spans both, it is night from 20:00 to 08:00.
 */
export function isRest(now: number, calendar: WorkCalendar, roster: readonly Shift[] = []): boolean {
  if (!isWorkday(calendar, now)) return true
  const duty = onDuty(roster, now)
  const middle = duty ? hoursFromNight((duty.begin + duty.end) / 2) : 6
  if (middle <= 4 || middle >= 8) return middle <= 4
  const hour = hourOfDay(now)
  return hour < 8 || hour >= 20
}
