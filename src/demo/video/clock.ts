import { MINUTE } from '../../lib/calendar'
import { unit } from '../../lib/random'

/** The platform answers every two minutes … */
const CADENCE = 2 * MINUTE
/** … and a few times an hour it hangs for this long: the wall has to show what late data looks like. */
const HANG = 6 * MINUTE
const SLOT = 20 * MINUTE
/** Puts a hang across a full third of an hour as readily as inside it. */
const PHASE = 10 * MINUTE

/** The platform's own data time when the clock shows `now`; never later, never moving back. */
export function dataTime(city: string, seed: number, now: number): number {
  const slot = Math.floor((now - PHASE) / SLOT) * SLOT + PHASE
  const steps = (SLOT - HANG) / CADENCE
  const onset = slot + Math.floor(unit('video-late', city, seed, slot) * steps) * CADENCE
  if (now >= onset && now <= onset + HANG) return onset
  return Math.floor(now / CADENCE) * CADENCE
}
