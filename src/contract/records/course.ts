import { MINUTE } from '../../lib/calendar'
import type { Rule } from '../rule'
import type { PlaceValue } from './read-row'
import { holds } from './rule-holds'

/** The time in which one record bore on a figure: an outage while it stood, a repeat while its order lies within the days counted. */
export interface Spell {
  readonly id: string
  /** Epoch ms; NaN where nobody says. */
  readonly from: number
  /** Epoch ms; Infinity while it lasts. */
  readonly to: number
  readonly place: PlaceValue | null
}

/** How a figure of one thing went, as its records tell it: what it is follows at any moment from how many spells stand. */
export interface Course {
  /** In any order. */
  readonly spells: readonly Spell[]
  /** The figure while `n` spells stand, or, where it takes more than their number, at a moment (epoch ms); NaN where it is not known. */
  readonly value: (n: number, at: number) => number
}

/** The courses of a domain by name, each of the thing that is asked for; undefined where the records tell nothing of it. */
export type Courses = Readonly<Record<string, (subject: string) => Course | undefined>>

/** Spells that bear on the figure at `now`, the oldest first: in an order that is theirs, not that of their arrival. */
export const standingIn = (walk: Walk, now: number): readonly Spell[] =>
  asBroken(walk)
    .spells.filter(({ from, to }) => !(from > now) && to > now)
    .toSorted((a, b) => (a.from || 0) - (b.from || 0) || Number(a.id > b.id) - Number(a.id < b.id))

/** Where a rule asks how long somebody has waited, a spell breaks it from its limit on, and one is enough. */
function asBroken({ breach, course, limit }: Walk): Course {
  const { observed, is } = breach ?? {}
  if (limit === null || typeof observed !== 'object' || !('minutes' in observed)) return course
  const late = course.spells.flatMap((spell) => {
    const from = spell.from + limit * MINUTE
    return from >= spell.to ? [] : [{ ...spell, from }]
  })
  return {
    spells: late,
    value: (n) => limit + (n > 0 && is === 'above' ? 1 : 0) - (n === 0 && is === 'at-least' ? 1 : 0),
  }
}

export interface Walk {
  readonly breach: Pick<NonNullable<Rule['breach']>, 'observed' | 'is' | 'clear'> | undefined
  readonly course: Course
  /** Null of a rule that compares nothing. */
  readonly limit: number | null
}

/**
 * Since when a figure has been beyond its limit at `now`, and not come back behind the clearing limit, epoch ms; undefined where it is
 * not, or where the records do not reach back to when it began. The same for whoever asks, whenever they began to look.
 */
export function sinceIn(walk: Walk, now: number): number | undefined {
  let since: number | undefined
  for (const { at, beyond } of turnsIn(walk, now)) since = beyond ? at : undefined
  return since === Number.NEGATIVE_INFINITY ? undefined : since
}

/** When a figure went beyond its limit, and when it came back behind the clearing limit, in turn up to `now`, epoch ms. */
export function turnsIn(
  walk: Walk,
  now: number,
): readonly { readonly at: number; readonly beyond: boolean }[] {
  const { breach, limit } = walk
  // Time since a moment of the thing itself says better when it was too long.
  if (!breach || limit === null || (typeof breach.observed === 'object' && 'since' in breach.observed))
    return []
  const { is, clear } = breach
  const { spells, value } = asBroken(walk)
  const steps = new Map<number, number>()
  const step = (at: number, by: number) => at <= now && steps.set(at, (steps.get(at) ?? 0) + by)
  for (const { from, to } of spells) {
    step(Number.isNaN(from) ? Number.NEGATIVE_INFINITY : from, 1)
    step(to, -1)
  }
  if (!steps.has(Number.NEGATIVE_INFINITY)) steps.set(Number.NEGATIVE_INFINITY, 0)
  let n = 0
  const turns: { readonly at: number; readonly beyond: boolean }[] = []
  // All that happens at one moment happens at once.
  for (const [at, by] of [...steps].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    n += by
    const was = turns.at(-1)?.beyond === true
    const beyond = holds[is](value(n, at), was ? (clear ?? limit) : limit)
    if (beyond !== was) turns.push({ at, beyond })
  }
  return turns
}
