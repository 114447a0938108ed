import { DAY, dayStart, HOUR, isoDate } from '../../lib/calendar'
import { hash32, pick, stream } from '../../lib/random'
import type { HallCity } from './at-work'
import type { TERMINAL_FAULTS } from '../../domains/service-hall/codes'

export interface Fault {
  readonly town: number
  /** Number of the terminal within its town, from 1. */
  readonly no: number
  readonly kind: (typeof TERMINAL_FAULTS)[number]
  readonly start: number
  readonly end: number
}

/** New faults per terminal and day, and how each kind is distributed and repaired (hours from–to). */
const RATE = 0.06
const KINDS = [
  { kind: 'offline', weight: 44, from: 0.5, to: 16 },
  { kind: 'paper', weight: 32, from: 0.7, to: 7 },
  { kind: 'reader', weight: 14, from: 5, to: 30 },
  { kind: 'printer', weight: 10, from: 5, to: 40 },
] as const
/** Longest repair, in days: how far back a fault may have begun. */
const HORIZON = 2
const CLUSTER = 0.7

const known = new WeakMap<HallCity, Map<number, readonly Fault[]>>()

/** Faults that begin on `day`: scattered ones, and now and then several at once in one town. */
function faultsOf(demo: HallCity, counts: readonly number[], day: number): readonly Fault[] {
  const days = known.get(demo) ?? new Map<number, readonly Fault[]>()
  known.set(demo, days)
  const kept = days.get(day)
  if (kept) return kept
  const next = stream(hash32('terminals', demo.seed, isoDate(day)))
  const total = counts.reduce((a, b) => a + b, 0)
  const made = Array.from({ length: Math.round(total * RATE * (0.8 + 0.4 * next())) }, (): Fault => {
    const town = pick(counts, next())
    const { kind, from, to } = KINDS[
      pick(
        KINDS.map((k) => k.weight),
        next(),
      )
    ] ?? { kind: 'offline' as const, from: 1, to: 8 }
    const start = day + (kind === 'paper' ? 8 + 10 * next() : 24 * next()) * HOUR
    const length = (from + (to - from) * next() ** 2) * HOUR
    return { town, no: 1 + Math.floor(next() * (counts[town] ?? 1)), kind, start, end: start + length }
  })
  const faults = [...made, ...clusterOf(counts, day, next)]
  if (days.size > 16) days.clear()
  days.set(day, faults)
  return faults
}

/** A holiday market empties the paper of a whole town, or its line goes down: three or four terminals at once. */
function clusterOf(counts: readonly number[], day: number, next: () => number): Fault[] {
  const large = counts.flatMap((n, town) => (n >= 6 ? [town] : []))
  const town = large[Math.floor(next() * large.length)]
  if (next() >= CLUSTER || town === undefined) return []
  const kind = next() < 0.6 ? ('paper' as const) : ('offline' as const)
  const start = day + (6.5 + 4.5 * next()) * HOUR
  const end = start + (3 + 4 * next()) * HOUR
  const size = next() < 0.7 ? 3 : 4
  return Array.from({ length: size }, (_, i) => ({
    town,
    no: i + 1,
    kind,
    start: start + i * 0.3 * HOUR,
    end,
  }))
}

/** Every terminal that does not work at `now`, by its number, with the fault it has had longest. */
export function brokenAt(demo: HallCity, now: number): ReadonlyMap<string, Fault> {
  const broken = new Map<string, Fault>()
  for (let back = HORIZON; back >= 0; back--) {
    for (const fault of faultsOf(demo, demo.terminals?.counts ?? [], dayStart(now) - back * DAY)) {
      const key = `${demo.towns[fault.town]?.code ?? ''}-${fault.no}`
      if (fault.start > now || fault.end <= now) continue
      const other = broken.get(key)
      if (!other || fault.start < other.start) broken.set(key, fault)
    }
  }
  return broken
}
