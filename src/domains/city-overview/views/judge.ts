import type { Course } from '../../../contract/measure'
import { FEWEST } from '../../../lib/format'
import type { Level, TileCourse } from '../../../map/layers/layer'

interface Counted {
  readonly count: number | null
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
}

/** The place of `value` among three rising breaks. */
export function levelOf(value: number, breaks: readonly number[]): Level {
  const level = breaks.filter((b) => value >= b).length
  return level === 0 || level === 1 || level === 2 ? level : 3
}

/** A count over the middle of its own usual range: 1.2 means 20 % above; null where that says nothing. */
export function ratioOf({ count, low = null, high = null }: Counted): number | null {
  if (count === null || count < FEWEST || low === null || high === null) return null
  return low + high === 0 ? null : count / ((low + high) / 2)
}

/** More than its own usual range allows; never of few, and never where no range is known. */
export const isAbove = ({ count, high }: Counted): boolean =>
  (count ?? 0) >= FEWEST && (count ?? 0) > (high ?? Infinity)

/** What a tile draws of a course. */
export const tileCourse = (course: Course | null | undefined): TileCourse | null =>
  course ? { now: course.now, low: course.low ?? null, high: course.high ?? null } : null
