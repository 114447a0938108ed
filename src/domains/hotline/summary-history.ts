import { DAY, dayStart, HOUR, weekday } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import { FEWEST_WEEKS, fewestOf } from '../../contract/records/history'
import type { Records } from '../../contract/records/table'
import type { pastOrders } from './records'
import type { Seen } from './summary-orders'

/** Weeks looked back for what is usual. */
const WEEKS = 8

/** How far a count with this mean strays on about nine days of ten, a little further than by chance alone (days differ). */
export const spreadOf = (mean: number) => 1.28 * Math.sqrt(mean + 0.02 * mean * mean)

/** Usual range of a count with this mean, in whole ones. */
export function usual(mean: number): { low: number; high: number } {
  const spread = spreadOf(mean)
  return { low: Math.max(0, Math.floor(mean - spread)), high: Math.ceil(mean + spread) }
}

/**
 * Midnights of the same weekday in past weeks that can be compared with today: a workday with workdays, and none older than the
 * records reach. Too few of them: none.
 */
export function alikeDays({
  oldest,
  now,
  calendar,
}: Pick<Seen, 'oldest' | 'now' | 'calendar'>): readonly number[] {
  const today = dayStart(now)
  const days = Array.from({ length: WEEKS }, (_, i) => today - (i + 1) * 7 * DAY).filter(
    // The first day of the records may have begun before them.
    (day) => day >= oldest - HOUR && isWorkday(calendar, day) === isWorkday(calendar, today),
  )
  return days.length < FEWEST_WEEKS ? [] : days
}

/** What is usual of today. */
export interface Usual {
  /** From how many weeks it is known; undefined where nobody says. */
  readonly weeks: number | undefined
  /** By hour of the day. */
  readonly hours: readonly { readonly low: number; readonly high: number }[]
  /** Up to the present time of day, by division code of the town. */
  readonly towns: ReadonlyMap<string, { readonly low: number; readonly high: number }>
}

const HOURS = 24

/** What is usual by the records themselves; null where they do not reach back. */
export function usualByOrders(seen: Seen): Usual | null {
  const days = alikeDays(seen)
  if (days.length === 0) return null
  const { hours, townsByNow } = sumsOf(seen, days)
  const { values } = seen.orders.place('town')
  return {
    weeks: days.length,
    hours: Array.from(hours, (sum) => usual(sum / days.length)),
    towns: new Map(
      values.flatMap((place, i) =>
        place ? [[place.code, usual((townsByNow[i] ?? 0) / days.length)] as const] : [],
      ),
    ),
  }
}

/** What is usual by the small table a city sends instead of old orders; null where it has nothing of this weekday. */
export function usualByTable(
  table: Records<(typeof pastOrders)['columns']>,
  now: number,
  region: string | null,
): Usual | null {
  const [mean, weekdays, hoursOf] = [table.number('mean'), table.number('weekday'), table.number('hour')]
  const [weeks, metric, place] = [table.number('weeks'), table.code('metric'), table.place('place')]
  const passed = (now - dayStart(now)) / HOUR
  const hours = new Float64Array(HOURS)
  const towns = new Map<string, number>()
  const known: (number | undefined)[] = []
  for (let row = 0; row < table.size; row++) {
    const hour = hoursOf[row] ?? Number.NaN
    if (metric.values[metric.at[row] ?? 0] !== 'received' || weekdays[row] !== weekday(now)) continue
    if (Number.isNaN(hour) || Number.isNaN(mean[row] ?? Number.NaN)) continue
    // How many weeks stand behind a row that does not say so is not known: it is taken as it is.
    const own = weeks[row] || FEWEST_WEEKS
    if (own < FEWEST_WEEKS) continue
    const town = place.values[place.at[row] ?? 0]
    if (region !== null && !town?.code.startsWith(region)) continue
    known.push(weeks[row] || undefined)
    hours[hour] = (hours[hour] ?? 0) + (mean[row] ?? 0)
    // Of the running hour only the part that has passed.
    const part = Math.min(1, Math.max(0, passed - hour)) * (mean[row] ?? 0)
    if (town) towns.set(town.code, (towns.get(town.code) ?? 0) + part)
  }
  if (known.length === 0) return null
  return {
    weeks: fewestOf(known),
    hours: Array.from(hours, usual),
    towns: new Map([...towns].map(([code, sum]) => [code, usual(sum)])),
  }
}

/**
 * Orders accepted on `days`, by hour of the day and by place in the table's list of towns, and up to the present time of day by
 * town. Sums over all days: divide by how many there are.
 */
function sumsOf({ orders, between, accepted, now }: Seen, days: readonly number[]) {
  const hours = new Float64Array(24)
  const { at, values } = orders.place('town')
  const townsByNow = new Float64Array(values.length)
  const passed = now - dayStart(now)
  for (const day of days)
    for (const row of between(day, day + DAY - 1)) {
      const since = (accepted[row] ?? 0) - day
      const hour = Math.floor(since / HOUR)
      hours[hour] = (hours[hour] ?? 0) + 1
      const town = at[row] ?? 0
      if (since <= passed) townsByNow[town] = (townsByNow[town] ?? 0) + 1
    }
  return { hours, townsByNow }
}
