import { unit } from '../../lib/random'

/** All that decides when a source is read next. */
export interface Pace {
  readonly id: string
  /** Differs from wall to wall, so that a fleet does not read in step. */
  readonly seed: string
  readonly everyMs: number
  readonly staleAfterMs: number
  /** Good reads so far. */
  readonly reads: number
  /** Failed reads in a row. */
  readonly failures: number
  /** A stream tells us when this source changes. */
  readonly streamUp: boolean
  /** Set while the source said that it changed and no read has shown it yet: how many reads have tried. */
  readonly hint?: { readonly tries: number } | undefined
}

/**
 * A wall is back within a minute after its source: at most this wait, then its turn at the gate and the read itself.
 */
const LONGEST_RETRY_MS = 45_000

/** A stream may lie and a hint may get lost, a poll cannot: polling slows down, and never further than this. */
const QUIET_FACTOR = 12
const LONGEST_QUIET_MS = 60_000

/**
 * Milliseconds to the next read of a source. Every wait is spread by the wall's seed: the first by half a period, so that
 * walls switched on together part; regular ones by ±10 %, so that they stay apart; retries by half, drawn after the cap,
 * because a capped wait without it would bring the whole fleet back in the same second.
 */
export function nextDelay(pace: Pace): number {
  const { id, seed, everyMs, reads, failures, hint } = pace
  if (failures > 0) {
    return longestRetryMs(everyMs, failures) * (0.5 + 0.5 * unit('retry', seed, id, failures))
  }
  const regular = everyMs * (0.9 + 0.2 * unit('poll', seed, id, reads))
  // A cache may answer with the old document for a while, so the wait grows: a hint that is never met costs no more than polling.
  if (hint)
    return Math.min(1000 * 2 ** hint.tries * (0.5 + 0.5 * unit('hint', seed, id, hint.tries)), regular)
  if (reads <= 1) return everyMs * (0.5 + unit('phase', seed, id))
  return pace.streamUp ? Math.max(regular, quietMs(pace)) : regular
}

/** What a retry waits at most after `failures` in a row. */
export const longestRetryMs = (everyMs: number, failures: number): number =>
  Math.min(Math.max(everyMs, 1000) * 2 ** (failures - 1), LONGEST_RETRY_MS)

/** Slow, yet soon enough that a stream which has silently lost a topic is noticed before the data counts as stale. */
function quietMs({ id, seed, everyMs, staleAfterMs, reads }: Pace): number {
  const longest = Math.min(everyMs * QUIET_FACTOR, LONGEST_QUIET_MS, staleAfterMs / 2)
  return longest * (0.8 + 0.2 * unit('quiet', seed, id, reads))
}

const LONGEST_RECONNECT_MS = 10_000

/**
 * Milliseconds to the next attempt at a stream (full jitter, drawn after the cap). `attempt` counts all attempts, so that
 * two waits at the cap differ; `failures` counts those since a connection last held.
 */
export function reconnectDelay(name: string, attempt: number, failures: number): number {
  const capped = Math.min(1000 * 2 ** (failures - 1), LONGEST_RECONNECT_MS)
  return capped * unit('reconnect', name, attempt)
}
