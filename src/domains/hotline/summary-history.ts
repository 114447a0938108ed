import { DAY, dayStart, HOUR, isWorkday } from '../../lib/calendar'
import type { Seen } from './summary-orders'

/** Weeks looked back for what is usual, and how few still make a range. */
const WEEKS = 8
const FEWEST = 3

/** Usual range of a count with this mean: about nine in ten days like it, a little wider than chance alone (days differ). */
export function usual(mean: number): { low: number; high: number } {
  const spread = 1.28 * Math.sqrt(mean + 0.02 * mean * mean)
  return { low: Math.max(0, Math.floor(mean - spread)), high: Math.ceil(mean + spread) }
}

/**
 * Midnights of the same weekday in past weeks that can be compared with today: a workday with workdays, and none older than the
 * records reach. Too few of them: none.
 */
export function alikeDays({ oldest, now }: Seen): readonly number[] {
  const today = dayStart(now)
  const days = Array.from({ length: WEEKS }, (_, i) => today - (i + 1) * 7 * DAY).filter(
    // The first day of the records may have begun before them.
    (day) => day >= oldest - HOUR && isWorkday(day) === isWorkday(today),
  )
  return days.length < FEWEST ? [] : days
}

/**
 * Orders accepted on `days`, by hour of the day and by place in the table's list of towns, and up to the present time of day by
 * town. Sums over all days: divide by how many there are.
 */
export function sumsOf({ orders, rows, accepted, now }: Seen, days: readonly number[]) {
  const hours = new Float64Array(24)
  const { at, values } = orders.place('town')
  const townsByNow = new Float64Array(values.length)
  const begins = new Set(days)
  const passed = now - dayStart(now)
  for (const row of rows) {
    const moment = accepted[row] ?? 0
    const day = dayStart(moment)
    if (!begins.has(day)) continue
    const hour = Math.floor((moment - day) / HOUR)
    hours[hour] = (hours[hour] ?? 0) + 1
    const town = at[row] ?? 0
    if (moment - day <= passed) townsByNow[town] = (townsByNow[town] ?? 0) + 1
  }
  return { hours, townsByNow }
}
