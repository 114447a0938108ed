import { DAY, dayStart, daysOfYear, HOUR, isoDate, parseTime, weekday } from '../../lib/calendar'
import { apportion, pick, unit } from '../../lib/random'
import { isWorkday } from '../../lib/working-time'
import type { DataCity } from './at-work'
import { bounded, keyOf } from '../kit/memo'

/** Yesterday's data is in the store from this hour on (T+1). */
const LOADED_AT = 6 * HOUR
/** Chance that a week has a department whose loads run empty for two or three days. */
const STREAK = 0.45

interface YearLoads {
  readonly first: number
  /** Records per department and day of the year. */
  readonly loads: readonly (readonly number[])[]
  /** Stock of each department when the year began. */
  readonly opening: readonly number[]
}

const years = bounded<YearLoads>(8)

/** The last day whose data is in the store at `now`. */
export function loadedDay(now: number): number {
  return dayStart(now - LOADED_AT) - DAY
}

/** When that day's data arrived. */
export function loadedAt(now: number): number {
  return arrivalOf(loadedDay(now))
}

/** When the data of `day` arrives. */
export const arrivalOf = (day: number) => day + DAY + LOADED_AT

/** True on the one day of each month whose batch never arrived: its records are unknown, not 0. */
export function isGap(demo: DataCity, day: number): boolean {
  const date = isoDate(day)
  return Number(date.slice(8)) === 2 + Math.floor(unit(demo.seed, 'gap', date.slice(0, 7)) * 26)
}

/** Index of the department whose load runs empty on `day`; −1 when all of them bring something. */
function emptyDepartment(demo: DataCity, day: number): number {
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const days = Math.round((day + 8 * HOUR) / DAY)
  const week = Math.floor((days + 3) / 7)
  if (unit(demo.seed, 'streak', week) >= STREAK) return -1
  const start = Math.floor(unit(demo.seed, 'from', week) * 4)
  const length = unit(demo.seed, 'length', week) < 0.3 ? 3 : 2
  const at = ((days + 3) % 7) - start
  if (at < 0 || at >= length) return -1
  const daily = demo.departments.map((d) => (d.cycleDays === 1 ? 1 : 0))
  return pick(daily, unit(demo.seed, 'who', week))
}

/** Whether a department of this cycle is to load on `day`. */
export function isDue(cycleDays: number, day: number): boolean {
  if (cycleDays === 1) return true
  return cycleDays < 30 ? weekday(day) === 1 : isoDate(day).endsWith('-01')
}

/** Records in the store when `year` ended: the published total in its own year, growing by the assumed rate after it. */
export function stockAtEnd(demo: DataCity, year: number): number {
  const { baseRecords: base, growthPerYear: growth, baseYear } = demo
  if (year >= baseYear) return base + growth * (year - baseYear)
  // Before the published year the store shrinks by the same ratio, so it never goes below nothing.
  return Math.round(base * (base / (base + growth)) ** (baseYear - year))
}

function rhythm(demo: DataCity, day: number): number {
  if (isGap(demo, day)) return 0
  const week = isWorkday(demo.calendar, day) ? 1 : weekday(day) === 6 ? 0.755 : 0.715
  return week * (0.965 + 0.07 * unit(demo.seed, 'day', isoDate(day)))
}

function yearLoads(demo: DataCity, year: number): YearLoads {
  const days = daysOfYear(parseTime(`${year}-07-01`))
  const weights = demo.departments.map((d) => d.weight)
  const opening = apportion(stockAtEnd(demo, year - 1), weights)
  const closing = apportion(stockAtEnd(demo, year), weights)
  const rhythms = days.map((day) => rhythm(demo, day))
  const empty = days.map((day) => emptyDepartment(demo, day))
  const loads = demo.departments.map((d, i) => {
    const share = days.map((day, k) =>
      empty[k] === i || !isDue(d.cycleDays, day)
        ? 0
        : (rhythms[k] ?? 0) * d.cycleDays * (0.9 + 0.2 * unit(demo.seed, d.id, k)),
    )
    return apportion((closing[i] ?? 0) - (opening[i] ?? 0), share)
  })
  return { first: days[0] ?? 0, loads, opening }
}

/**
 * The loads of the calendar year that contains `day`: they sum to exactly the year's growth, by department and in all.
 * Key = the demo's parameters, so that another city (or an edited file) never meets a stale year.
 */
export function loadsOf(demo: DataCity, day: number): YearLoads {
  const year = Number(isoDate(day).slice(0, 4))
  return years(`${year}|${keyOf(demo)}`, () => yearLoads(demo, year))
}

/** What each department brought on `day`; null when the batch never arrived. */
export function loadOn(demo: DataCity, day: number): readonly number[] | null {
  if (isGap(demo, day)) return null
  const { first, loads } = loadsOf(demo, day)
  const k = Math.round((day - first) / DAY)
  return loads.map((row) => row[k] ?? 0)
}

/** Each department's stock when `day` had been loaded. */
export function stockOn(demo: DataCity, day: number): readonly number[] {
  const { first, loads, opening } = loadsOf(demo, day)
  const k = Math.round((day - first) / DAY)
  return loads.map((row, i) => row.slice(0, k + 1).reduce((a, b) => a + b, opening[i] ?? 0))
}
