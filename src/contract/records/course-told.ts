import { DAY, HOUR, MINUTE } from '../../lib/calendar'
import { recordOf } from '../resource'
import type { Course, Courses, turnsIn } from './course'
import type { UsualBand, Wanted } from './usual-band'

/** How a figure that a rule looks at went, as its records tell it. Moments are epoch ms. */
export interface CourseTold {
  readonly from: number
  readonly to: number
  /** In equal steps, at `from` first and at `to` last; null where it is not known. */
  readonly values: readonly (number | null)[]
  readonly limit: number
  /** The range that is usual at the hours of `values`, one for each of them, and how many weeks stand behind it; null where no history tells one. */
  readonly usual: {
    readonly ranges: readonly ({ readonly low: number; readonly high: number } | null)[]
    readonly weeks: number | null
  } | null
  /**
   * How many times it has been beyond its limit since the records begin or for seven days, and for how long in all; null where they
   * tell only of what stands now.
   */
  readonly often: { readonly since: number; readonly times: number; readonly ms: number } | null
}

/** How the course of a rule's figure went: which course of the domain, of what, and what the rule asks of it. */
export const courseOf = (domain: string) =>
  recordOf<CourseTold>({ id: `${domain}.course` }, ['course', 'subject', 'limit', 'is', 'clear', 'minutes'])

const STEPS = 120
/** A course is shown for the shortest of these in which what is beyond its limit is at most half. */
const MOST = 30 * DAY
const SPANS = [6 * HOUR, DAY, 7 * DAY]
const WEEK = 7 * DAY

const IS = ['above', 'below', 'at-least', 'at-most'] as const

type Parts = Readonly<Record<string, string | undefined>>

interface Given {
  readonly courses: Courses
  /** Handed in: it is of a piece with what judges rules, which comes with the first view. */
  readonly turnsIn: typeof turnsIn
  /** What is usual of a course; undefined where the domain keeps no history of it. */
  readonly usualOf?: ((of: Wanted) => UsualBand | null) | undefined
}

/** Null where the domain has no such course, or the records tell nothing of it. Pure. */
export function courseTold(
  { courses, turnsIn: turnsOf, usualOf }: Given,
  parts: Parts,
  now: number,
): CourseTold | null {
  const course = courses[parts['course'] ?? '']?.(parts['subject'] ?? '')
  const is = IS.find((one) => one === parts['is'])
  const limit = Number(parts['limit'] ?? Number.NaN)
  if (!course || !is || Number.isNaN(limit)) return null
  const clear = parts['clear'] === undefined ? undefined : Number(parts['clear'])
  const inMinutes = parts['minutes'] !== undefined
  const breach = {
    is,
    observed: inMinutes ? { minutes: 'minutes' } : 'count',
    ...(clear !== undefined && { clear }),
  }
  const begins = course.spells.reduce((first, { from }) => (from < first ? from : first), now)
  const turns = turnsOf({ breach, course, limit }, now)
  const since = turns.at(-1)?.beyond ? Math.max(begins, turns.at(-1)?.at ?? now) : now
  const span = SPANS.find((one) => now - since <= one / 2) ?? MOST
  const from = Math.max(now - span, Math.min(begins, now - HOUR))
  const times = Array.from({ length: STEPS + 1 }, (_, i) => from + ((now - from) * i) / STEPS)
  const values = times.map((at) => (inMinutes ? longestAt(course, at) : valueAt(course, at)))
  const usual = usualAt(usualOf?.({ course: parts['course'] ?? '', subject: parts['subject'] ?? '' }), times)
  return { from, to: now, values, limit, usual, often: oftenIn(course, turns, begins, now) }
}

function usualAt(band: UsualBand | null | undefined, times: readonly number[]): CourseTold['usual'] {
  const ranges = times.map((at) => band?.at(at) ?? null)
  return !band || ranges.every((range) => range === null) ? null : { ranges, weeks: band.weeks ?? null }
}

/** The longest that anybody has waited at a moment, minutes. */
function longestAt({ spells }: Course, at: number): number {
  let first = at
  for (const { from, to } of spells) if (from < first && to > at) first = from
  return (at - first) / MINUTE
}

function valueAt({ spells, value }: Course, at: number): number | null {
  let n = 0
  for (const { from, to } of spells) if (!(from > at) && to > at) n++
  const found = value(n, at)
  return Number.isNaN(found) ? null : found
}

function oftenIn(
  { spells }: Course,
  turns: ReturnType<typeof turnsIn>,
  begins: number,
  now: number,
): CourseTold['often'] {
  // Where nothing ends, the records are only of what stands now.
  if (!spells.some(({ to }) => to <= now)) return null
  const since = Math.max(begins, now - WEEK)
  let [times, ms] = [0, 0]
  for (const [i, { at, beyond }] of turns.entries()) {
    const until = turns[i + 1]?.at ?? now
    if (!beyond || until <= since) continue
    times++
    ms += until - Math.max(at, since)
  }
  return { since, times, ms }
}
