import type { Cause } from './source'

/** A connection without a frame by then has failed: some servers keep a socket open and silent. */
export const CONNECT_MS = 8000
/** A picture that went on for this long was no accident: its camera starts again with short waits. */
export const STEADY_MS = 20_000
const LONGEST_MS = 16_000
/** A browser learns no codec by itself; a source may be given another one. */
const CODEC_MS = 300_000
/** A picture that came by a lower way runs for so long before a better one is tried behind it. */
export const BETTER_MS = 300_000
/** An address is renewed so long before it ends, ms. */
const BEFORE_MS = 5000

/** Which way in is tried next, and when. */
export interface Attempts {
  /** Rounds through all ways that failed. */
  readonly rounds: number
  /** Position of the next way. */
  readonly way: number
  /** Not before. */
  readonly notBefore: number
}

export const firstAttempt: Attempts = { rounds: 0, way: 0, notBefore: 0 }

/** Ms to wait after `rounds` failures: what comes back is seen within half a minute. `draw` in [0, 1) spreads the walls of a room, which all lost the same server. */
export const backOff = (rounds: number, draw: number): number =>
  Math.min(LONGEST_MS, 1000 * 2 ** Math.min(rounds, 4)) * (0.5 + draw)

/**
 * After a way failed: the next one at once, and after the last of `ways` the first again with a wait.
 * @returns with `over` where the round is
 */
export function afterFault(
  { rounds, way }: Attempts,
  {
    cause,
    ways,
    at,
    draw,
  }: { readonly cause: Cause; readonly ways: number; readonly at: number; readonly draw: number },
): Attempts & { readonly over: boolean } {
  if (way + 1 < ways) return { rounds, way: way + 1, notBefore: at, over: false }
  const wait = cause === 'codec' ? CODEC_MS : backOff(rounds, draw)
  return { rounds: rounds + 1, way: 0, notBefore: at + wait, over: true }
}

/** When to ask again for an address that was told at `at` and is good for so long. */
export const renewalOf = (at: number, forMs: number | null): number =>
  forMs === null ? Number.POSITIVE_INFINITY : at + Math.max(forMs - BEFORE_MS, forMs / 2)

/** While a picture stands still somebody connects behind it, and with longer waits: what comes may be the same last seconds again. */
export const afterFreeze = (attempts: Attempts, at: number, draw: number): Attempts => ({
  ...attempts,
  rounds: attempts.rounds + 1,
  notBefore: at + CONNECT_MS + backOff(attempts.rounds, draw),
})
