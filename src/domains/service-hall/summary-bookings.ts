import { dayStart, HOUR, isoDate, monthDay, parseTime } from '../../lib/calendar'
import type { HallOperation } from './contract'
import { booking } from './records'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import { words } from './summary-words'

/**
 * Who has booked for the day that begins with `opensAt` in `focus`, hour by hour of its opening hours and of any other that somebody
 * booked. Nothing where the city sends no bookings.
 */
export function bookingsPart(
  { book, moment }: Scope,
  focus: Hall,
  opensAt: string,
): Pick<HallOperation, 'bookings'> {
  const rows = book.of(booking)
  if (!rows) return {}
  const day = dayStart(parseTime(opensAt))
  const { at, values } = rows.code('hall')
  const [bookedFor, cancelledAt] = [rows.time('bookedFor'), rows.time('cancelledAt')]
  const { opens, closes } = hoursOf(focus)
  const counts = new Uint32Array(24)
  let [first, last] = [Math.floor(opens / HOUR), Math.ceil(closes / HOUR) - 1]
  let total = 0
  for (let row = 0; row < rows.size; row++) {
    const hour = Math.floor(((bookedFor[row] ?? Number.NaN) - day) / HOUR)
    if (!(hour >= 0 && hour < 24) || values[at[row] ?? 0] !== focus.id) continue
    if ((cancelledAt[row] ?? Number.NaN) <= moment.now) continue
    counts[hour] = (counts[hour] ?? 0) + 1
    ;[first, last, total] = [Math.min(first, hour), Math.max(last, hour), total + 1]
  }
  return {
    bookings: {
      day: isoDate(day),
      total: { value: total, unit: words.people, period: monthDay(day) },
      hours: Array.from({ length: last - first + 1 }, (_, i) => ({
        hour: first + i,
        booked: counts[first + i] ?? 0,
      })),
    },
  }
}
