import { DAY, dayStart } from '../../lib/calendar'
import { isWorkday, workdayBefore, type WorkCalendar } from '../../lib/working-time'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import type { Digest, HallDay } from './day'
import { hallDay, hallDigest } from './kept'
import { OPENS } from './roster'

/** What one call of the simulation looks at: moment and the halls and towns inside the region. */
export interface HallScope {
  readonly demo: HallCity
  readonly now: number
  readonly today: number
  readonly halls: readonly DemoHall[]
  /** Index of each town of the scope in `demo.towns`. */
  readonly towns: readonly number[]
  readonly dayOf: (hall: DemoHall, day: number) => HallDay
  readonly digestOf: (hall: DemoHall, day: number) => Digest
}

export function scopeOf(demo: HallCity, now: number, region: string | null): HallScope {
  const inScope = (code: string) => region === null || code.startsWith(region)
  const halls = demo.halls.filter(({ place }) => inScope(place.code))
  return {
    demo,
    now,
    today: dayStart(now),
    halls,
    towns: demo.towns.flatMap(({ code }, i) => (inScope(code) ? [i] : [])),
    dayOf: (hall, day) => hallDay(demo, hall, day),
    digestOf: (hall, day) => hallDigest(demo, hall, day),
  }
}

/** Weeks looked back on for what is usual. */
const WEEKS = 8

/** Midnights of the same weekday in the last weeks, days off left out. */
export function sameWeekdays(calendar: WorkCalendar, today: number): readonly number[] {
  return Array.from({ length: WEEKS }, (_, i) => today - 7 * (i + 1) * DAY).filter((day) =>
    isWorkday(calendar, day),
  )
}

/** Midnight of the last workday while no hall has opened since: a closed hall is told by it. Null once one has. */
export function dayToTell(calendar: WorkCalendar, now: number): number | null {
  return isWorkday(calendar, now) && now >= dayStart(now) + OPENS ? null : workdayBefore(calendar, now)
}

/** Value at quantile `q` of sorted numbers, interpolated; null when there are none. */
export function quantile(sorted: readonly number[], q: number): number | null {
  const at = q * (sorted.length - 1)
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}

/** P10–P90 of past readings, as whole numbers; 0–0 without any. */
export function usualRange(past: readonly number[]): { low: number; high: number } {
  const sorted = past.toSorted((a, b) => a - b)
  return { low: Math.floor(quantile(sorted, 0.1) ?? 0), high: Math.ceil(quantile(sorted, 0.9) ?? 0) }
}

const MONTH_DAYS = 30

/** Today and the 29 days before it, today first. */
export function lastDays(today: number): readonly number[] {
  return Array.from({ length: MONTH_DAYS }, (_, i) => today - i * DAY)
}
