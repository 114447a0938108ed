import { DAY, daysOfYear, HOUR, isoDate, MINUTE } from '../../lib/calendar'
import { apportion, unit } from '../../lib/random'
import { isWorkday } from '../../lib/working-time'
import type { DataCity } from './at-work'
import { bounded, keyOf } from '../kit/memo'

const SLOT = 15 * MINUTE
const SLOTS = 96
/** Chance that a day has an interface fault. */
const FAULT = 0.14

/** Calls a quarter of an hour has relative to the busiest one: office hours, a lunch dip, and the night's batch jobs. */
const HOURS = [5, 4, 14, 15, 6, 5, 8, 22, 68, 96, 100, 88, 46, 52, 84, 92, 88, 66, 34, 24, 20, 16, 11, 7]

export interface SharingDay {
  /** Calls and failures by quarter of an hour and consumer. */
  readonly calls: readonly (readonly number[])[]
  readonly failures: readonly (readonly number[])[]
  readonly totals: readonly number[]
  readonly fault: { readonly from: number; readonly until: number; readonly consumer: number } | null
}

const yearly = bounded<readonly number[]>(8)
const daily = bounded<SharingDay>(40)

/** Calls of each day of the year that contains `ms`; they sum to exactly the year's calls. */
export function callsOfYear(demo: DataCity, ms: number): readonly number[] {
  const days = daysOfYear(ms)
  const key = [isoDate(days[0] ?? ms), demo.seed, demo.callsPerYear, keyOf(demo.calendar)].join('|')
  return yearly(key, () =>
    apportion(
      demo.callsPerYear,
      days.map(
        (day) =>
          (isWorkday(demo.calendar, day) ? 1 : 0.38) * (0.93 + 0.14 * unit(demo.seed, 'calls', isoDate(day))),
      ),
    ),
  )
}

/** Calls of each quarter of an hour of a day, all consumers together. */
export function totalsOn(demo: DataCity, midnight: number): number[] {
  const year = daysOfYear(midnight)
  const k = Math.round((midnight - (year[0] ?? 0)) / DAY)
  const date = isoDate(midnight)
  const weights = Array.from(
    { length: SLOTS },
    (_, s) => (HOURS[Math.floor(s / 4)] ?? 1) * (0.9 + 0.2 * unit(demo.seed, date, s)),
  )
  return apportion(callsOfYear(demo, midnight)[k] ?? 0, weights)
}

/** One whole day of sharing calls, worked out before any of it has happened. */
export function sharingDay(demo: DataCity, midnight: number): SharingDay {
  return daily(`${midnight}|${keyOf(demo)}`, () => {
    const date = isoDate(midnight)
    const totals = totalsOn(demo, midnight)
    const shares = demo.consumers.map((c) => c.weight * (0.85 + 0.3 * unit(demo.seed, date, c.id)))
    const calls = totals.map((total) => apportion(total, shares))
    const fault = faultOn(demo, midnight)
    const failures = calls.map((row, s) =>
      row.map((n, c) => {
        const expected = n * failRate(demo, fault, date, midnight + s * SLOT, s, c)
        // Rounded by chance: a consumer with ten calls a quarter would otherwise never fail.
        return Math.min(n, Math.floor(expected + unit(demo.seed, 'round', date, s, c)))
      }),
    )
    return { calls, failures, totals, fault }
  })
}

function faultOn(demo: DataCity, midnight: number): SharingDay['fault'] {
  const date = isoDate(midnight)
  if (unit(demo.seed, 'fault', date) >= FAULT) return null
  const from = midnight + (8 + Math.floor(unit(demo.seed, 'at', date) * 48) / 4) * HOUR
  const until = from + (3 + Math.floor(unit(demo.seed, 'for', date) * 6)) * SLOT
  // The largest consumers meet a fault first: a small one could fail wholly and never be seen in the rate.
  return {
    from,
    until,
    consumer: Math.floor(unit(demo.seed, 'hit', date) * Math.min(3, demo.consumers.length)),
  }
}

function failRate(
  demo: DataCity,
  fault: SharingDay['fault'],
  date: string,
  at: number,
  s: number,
  c: number,
) {
  const usual = 0.0015 + 0.004 * unit(demo.seed, 'fail', date, s, c)
  return fault && c === fault.consumer && at >= fault.from && at < fault.until
    ? 0.22 + 0.3 * unit(demo.seed, 'dip', date, s)
    : usual
}
