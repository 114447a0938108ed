import { dayStart, HOUR } from '../lib/calendar'

/** The step of a day that is not over yet. */
export interface RunningStep {
  /** Its place among the steps. */
  readonly index: number
  /** What the whole step comes to at the pace so far; null where too little of it is over, or too little came, to say. */
  readonly pace: number | null
}

/** A sixth of an hour is ten minutes; from fewer than five nothing can be told. */
const LEAST_OF_STEP = 1 / 6
const LEAST_COUNT = 5

/**
 * The step that `until` (epoch ms, the data time) lies in, where `values` count what came within each step of that day: the last of them is
 * then of a part of a step only, and must not be drawn as a whole one. Undefined where every step that has a value is over.
 */
export function runningStep(
  values: readonly (number | null)[],
  startHour: number,
  stepMinutes: number,
  until: number,
): RunningStep | undefined {
  const index = values.findLastIndex((value) => value !== null)
  const so = values[index] ?? null
  const step = (stepMinutes * HOUR) / 60
  const over = (until - dayStart(until) - startHour * HOUR - index * step) / step
  // A data time of exactly the end of the step, or of the next day, means that all of it is in.
  if (so === null || over < 0 || over >= 1) return undefined
  return { index, pace: over >= LEAST_OF_STEP && so >= LEAST_COUNT ? Math.round(so / over) : null }
}
