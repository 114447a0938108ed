import { DAY, dayStart, isoDate, isoTime, MINUTE } from '../../lib/calendar'
import { apportion, unit } from '../../lib/random'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { RowsMoment } from '../kit/domain'
import type { HallCity } from './at-work'
import { CLOSES, OPENS } from './roster'
import { dayVolume } from './volume'

/** Share of a day's people who book, and how long ahead the first do. */
const BOOKED = 0.19
const AHEAD = 7 * DAY
/** Bookings are for half hours, as the slots of the demo are. */
const SLOT = 30 * MINUTE

/** Midnight of the day that is booked for at `now`: today until the halls open; null while they are open. */
function bookedDay(calendar: WorkCalendar, now: number): number | null {
  let day = dayStart(now)
  if (isWorkday(calendar, day)) {
    if (now < day + OPENS) return day
    if (now < day + CLOSES) return null
  }
  do day += DAY
  while (!isWorkday(calendar, day))
  return day
}

/** Who has booked for the next day on which the halls open, while they are closed. */
export function bookings(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const day = bookedDay(demo.calendar, now)
  if (day === null) return []
  const from = since !== null && bookedDay(demo.calendar, since) === day ? since : -Infinity
  return demo.halls.flatMap((hall) => {
    const slots = apportion(Math.round(dayVolume(demo, hall, day) * BOOKED), demo.slots)
    return slots.flatMap((count, slot) =>
      Array.from({ length: count }, (_, i) => {
        // Most book the day before.
        const early = unit('hall-booking', demo.seed, hall.id, isoDate(day), slot, i) ** 3
        return {
          madeAt: day - early * AHEAD,
          bookingNo: `${hall.id}-Y${isoDate(day).slice(2)}-${slot + 1}-${i + 1}`,
          hall: hall.id,
          bookedFor: isoTime(day + OPENS + slot * SLOT),
        }
      }).flatMap(({ madeAt, ...row }) => (madeAt > from && madeAt <= now ? [row] : [])),
    )
  })
}
