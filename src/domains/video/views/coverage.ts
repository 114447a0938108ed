import { dayStart, MINUTE } from '../../../lib/calendar'
import { onDuty, type Shift } from '../../../lib/duty'
import { isFields } from '../../../lib/fields'

/** What a browser keeps from one page to the next. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>

/** What has been seen of a round in one shift. */
export interface Coverage {
  /** Begin of the shift, epoch ms of the shown clock. */
  readonly begin: number
  /** When something was seen last. */
  readonly at: number
  /** Numbers of the cameras whose pictures have moved on this screen. */
  readonly seen: ReadonlySet<string>
}

/** When the shift began that `now` lies in, by the roster; without one a shift is a day. */
export const shiftBegin = (duty: readonly Shift[] | undefined, now: number): number =>
  (duty && onDuty(duty, now)?.begin) ?? dayStart(now)

const nothing = (begin: number, at: number): Coverage => ({ begin, at, seen: new Set() })

/** Of the shift of `begin`: another shift begins anew, and so does a demo that shows its day again. */
export const coverageAt = (known: Coverage | undefined, begin: number, now: number): Coverage =>
  known?.begin === begin && now >= known.at - MINUTE ? known : nothing(begin, now)

/** @returns the same where nothing of it is new */
export function withSeen(coverage: Coverage, ids: readonly string[], now: number): Coverage {
  if (ids.every((id) => coverage.seen.has(id))) return coverage
  return { ...coverage, at: now, seen: new Set([...coverage.seen, ...ids]) }
}

/** What this browser has kept of a round; undefined where that is nothing, or no coverage. */
export function readKept(store: Store | null, key: string): Coverage | undefined {
  try {
    const kept: unknown = JSON.parse(store?.getItem(key) ?? 'null')
    if (!isFields(kept)) return undefined
    const { begin, at, seen } = kept
    if (typeof begin !== 'number' || typeof at !== 'number' || !Array.isArray(seen)) return undefined
    return { begin, at, seen: new Set(seen.map(String)) }
  } catch {
    return undefined
  }
}

/** As far as there is room. */
export function keep(store: Store | null, key: string, { seen, ...times }: Coverage): void {
  try {
    store?.setItem(key, JSON.stringify({ ...times, seen: [...seen] }))
  } catch {
    // Full, or refused: it is counted for as long as the page stands.
  }
}

/** Null where this browser has none, or refuses it. */
export function ownStore(): Store | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
