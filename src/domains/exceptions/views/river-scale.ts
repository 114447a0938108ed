import { DAY, dayStart, HOUR } from '../../../lib/calendar'
import type { Hour } from './rest-facts'

/** Where a moment stands, in u. */
export type Scale = (ms: number) => number

/** Share of the picture that the hours with people in them take where days without any lie between them. */
const FULL = 0.62
/** In u: how far apart the marks of two midnights and of other hours stand. */
const [MIDNIGHTS, HOURS] = [78, 54]

export interface TimeScale {
  readonly x: Scale
  /** Hours in which nobody is expected are narrower than those in which somebody is. */
  readonly squeezed: boolean
}

/**
 * `from` to `until` (epoch ms) over `width` u from `left` on. With `busy`, the hours in which something is counted, days without any
 * between them shrink, so that these hours can be read; time never runs backwards and no moment is left out.
 */
export function scaleOf(
  from: number,
  until: number,
  { left, width, busy }: { left: number; width: number; busy: readonly Hour[] },
): TimeScale {
  const linear = (ms: number) => left + ((ms - from) / (until - from)) * width
  const full = busy.reduce((sum, hour) => sum + overlap(hour, from, until), 0)
  const free = until - from - full
  if (full === 0 || free < DAY || full / (until - from) >= FULL) return { x: linear, squeezed: false }
  const [wide, narrow] = [(FULL * width) / full, ((1 - FULL) * width) / free]
  const x = (ms: number) => {
    const past = busy.reduce((sum, hour) => sum + overlap(hour, from, Math.min(ms, until)), 0)
    return left + past * wide + (ms - from - past) * narrow
  }
  return { x, squeezed: true }
}

const overlap = (hour: Hour, from: number, until: number) =>
  Math.max(0, Math.min(hour.from + HOUR, until) - Math.max(hour.from, from))

/** Moments to mark from `from` to `until` (epoch ms): midnights before other hours, each where it has room on the scale. */
export function marksOn(x: Scale, from: number, until: number): readonly number[] {
  const every = (hours: number) =>
    Array.from(
      { length: Math.ceil((until - dayStart(from)) / (hours * HOUR)) + 1 },
      (_, i) => dayStart(from) + i * hours * HOUR,
    ).filter((at) => at >= from && at <= until)
  const marks: number[] = []
  const take = (at: number, apart: number) => {
    const room = (other: number) => (other === dayStart(other) ? Math.max(apart, MIDNIGHTS) : apart)
    if (marks.every((other) => Math.abs(x(other) - x(at)) >= room(other))) marks.push(at)
  }
  every(24).forEach((at) => take(at, MIDNIGHTS))
  every(3).forEach((at) => take(at, HOURS))
  return marks.toSorted((a, b) => a - b)
}
