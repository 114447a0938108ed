import { daysOfYear, isoDate, monthDay, weekday } from '../../lib/calendar'
import { apportion, unit } from '../../lib/random'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import { keyOf } from '../kit/memo'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'

/** A Saturday or Sunday on which the halls are open. */
const MAKE_UP = 1
/** Mondays catch up on the weekend; Fridays thin out. Sunday first. */
const WEEKDAY = [MAKE_UP, 1.06, 1.01, 1.02, 0.98, 0.93, MAKE_UP] as const
/** Fewer before and during the spring festival, more before the year ends. */
const MONTH = [0.97, 0.82, 1.05, 1.02, 0.99, 1.01, 1.03, 1.03, 1.02, 1, 1.03, 1.01] as const

const years = new Map<string, ReadonlyMap<number, number>>()
const KEPT_YEARS = 160

/**
 * Tickets the hall issues on the day that begins at `day`. The days of a year (or of each half of it) sum to exactly the
 * hall's annual (half-year) total; days off have none.
 */
export function dayVolume({ seed, calendar }: HallCity, hall: DemoHall, day: number): number {
  const { per, total } = hall.volume
  const key = [seed, hall.id, per, total, isoDate(day).slice(0, 4), keyOf(calendar)].join('|')
  const known = years.get(key)
  if (known) return known.get(day) ?? 0
  const days = daysOfYear(day)
  const halves = per === 'year' ? [days] : [days.filter(isFirstHalf), days.filter((d) => !isFirstHalf(d))]
  const year = new Map(
    halves.flatMap((part) => {
      const counts = apportion(
        total,
        part.map((d) => weightOf(calendar, seed, hall, d)),
      )
      return part.map((d, i) => [d, counts[i] ?? 0] as const)
    }),
  )
  if (years.size >= KEPT_YEARS) years.clear()
  years.set(key, year)
  return year.get(day) ?? 0
}

const isFirstHalf = (day: number) => monthDay(day) < '07-01'

function weightOf(calendar: WorkCalendar, seed: string, hall: DemoHall, day: number): number {
  if (!isWorkday(calendar, day)) return 0
  const month = Number(monthDay(day).slice(0, 2)) - 1
  const chance = 0.96 + 0.08 * unit('hall-day', seed, hall.id, isoDate(day))
  return (WEEKDAY[weekday(day)] ?? 1) * (MONTH[month] ?? 1) * chance
}
