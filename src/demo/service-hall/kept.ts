import { hash32 } from '../../lib/random'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import { simulateDay, type Digest, type HallDay } from './day'

/** Whole days are needed of today and a week ago, digests of a month and of eight earlier weeks; 40 halls are the most. */
const KEPT_DAYS = 100
const KEPT_DIGESTS = 1600

const prints = new WeakMap<HallCity, number>()
const days = new Map<string, HallDay>()
const digests = new Map<string, Digest>()

/** Tells parameter sets apart by content, so that a kept day is never served for other parameters. */
function fingerprint(demo: HallCity): number {
  const known = prints.get(demo)
  if (known !== undefined) return known
  const made = hash32(JSON.stringify(demo))
  prints.set(demo, made)
  return made
}

function keep<Value>(cache: Map<string, Value>, key: string, value: Value, most: number): void {
  if (cache.size >= most) {
    const [oldest] = cache.keys()
    if (oldest !== undefined) cache.delete(oldest)
  }
  cache.set(key, value)
}

/** The hall's day, kept for a while: a wall asks for the same days every few seconds. */
export function hallDay(demo: HallCity, hall: DemoHall, day: number): HallDay {
  const key = [hall.id, fingerprint(demo), day].join('|')
  const known = days.get(key)
  if (known) return known
  const made = simulateDay(demo, hall, day)
  keep(days, key, made, KEPT_DAYS)
  keepDigest(key, made)
  return made
}

/** The digest of a hall's day; the tickets themselves are let go. */
export function hallDigest(demo: HallCity, hall: DemoHall, day: number): Digest {
  const key = [hall.id, fingerprint(demo), day].join('|')
  return digests.get(key) ?? keepDigest(key, days.get(key) ?? simulateDay(demo, hall, day))
}

function keepDigest(key: string, { taken, called, levels, rated, bad }: HallDay): Digest {
  const digest = { taken, called, levels, rated, bad }
  keep(digests, key, digest, KEPT_DIGESTS)
  return digest
}
