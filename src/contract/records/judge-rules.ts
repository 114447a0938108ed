import { MINUTE } from '../../lib/calendar'
import type { ExceptionItem } from '../exception'
import type { Rule } from '../rule'
import { byUrgency } from '../severity'
import { sinceIn, standingIn, type Course } from './course'
import { covering } from './rule-covers'
import { idOf, itemOf, spanOf, type Finding } from './rule-item'
import { brokenAt, observedOf } from './rule-observed'
import type { PlaceValue } from './read-row'
import { holds } from './rule-holds'
import { RuleMistake, thingsOf, thresholdOf, type Ground, type Thing } from './rule-things'

/** What is known of a thing that breaks a rule: since when it was seen to (epoch ms), and whether it is on the list. */
interface Remembered {
  readonly since: number
  readonly raised: boolean
}

/** By the id of the exception. Plain data. */
export type RuleMemory = Readonly<Record<string, Remembered>>

/** A rule that could not be judged, and why. */
export interface RuleFault {
  readonly rule: string
  /** The field of the rows that is not there, the metric without a threshold, or the part of the rule that came to nothing. */
  readonly field: string
  /** Things that are not on the list for it; null where the whole rule could not be judged. */
  readonly things: number | null
  readonly why: RuleMistake['why']
}

export interface Judgement {
  /** Hand it in the next time. */
  readonly memory: RuleMemory
  /** Of the whole city, in reading order. */
  readonly exceptions: readonly ExceptionItem[]
  /** Rules that had something to look at; what others would say is not known. */
  readonly judged: readonly string[]
  readonly faults: readonly RuleFault[]
  /** Rules that found more than they may raise, with all they found. */
  readonly cut: readonly { readonly rule: string; readonly total: number }[]
}

/** Things remembered at a time, those that broke their rule first: a rule that everything breaks must not grow without end. */
const MOST_REMEMBERED = 2000

/** A thing that is on the list, before it is put into words: only those that are shown are. */
export interface Raised extends Finding {
  /** How far beyond its limit. */
  readonly beyond: number
}

/**
 * Judges the rules of one domain at a moment. Pure: what has to be known from before (how long something has lasted, what is raised
 * and must come back behind its clearing limit) goes in and comes out as `memory`. A rule that asks for what is not there costs itself.
 */
export function judgeRules(
  domain: string,
  rules: readonly Rule[],
  ground: Ground,
  memory: RuleMemory,
): Judgement {
  const next: Record<string, Remembered> = {}
  const exceptions: ExceptionItem[] = []
  const judged: string[] = []
  const faults: RuleFault[] = []
  const cut: { rule: string; total: number }[] = []
  const cover = covering()
  for (const rule of rules)
    try {
      const found = raisedBy(rule, domain, ground, memory, next)
      if (!found) continue
      const raised = found.filter((one) => !cover.silences(one))
      // What covers comes first: what it should have silenced is on the list already.
      if (rule.covers?.some((id) => judged.includes(id)))
        faults.push({ rule: rule.id, field: 'covers', why: 'unfilled', things: null })
      judged.push(rule.id)
      const { items, unfilled } = itemsOf(rule, raised)
      exceptions.push(...items.map(([, item]) => item))
      if (rule.covers) for (const [one, item] of items) cover.put(one, item)
      for (const [field, things] of unfilled) faults.push({ rule: rule.id, field, why: 'unfilled', things })
      if (raised.length > rule.most) cut.push({ rule: rule.id, total: raised.length })
    } catch (error) {
      if (!(error instanceof RuleMistake)) throw error
      faults.push({ rule: rule.id, field: error.field, why: error.why, things: null })
    }
  return {
    memory: bounded(next),
    exceptions: cover.named(exceptions).toSorted(byUrgency),
    judged,
    faults,
    cut,
  }
}

/** The first things of a rule in words, as many as it may raise, and the parts that came to nothing. */
function itemsOf(rule: Rule, raised: readonly Raised[]) {
  const rank = (one: Raised) => {
    if (rule.order === 'worst') return -one.beyond
    const { since, due } = spanOf(one)
    const moment = rule.order === 'due' ? due : since
    return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment
  }
  const ranked = raised
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => a.rank - b.rank || (a.one.id < b.one.id ? -1 : 1))
  const items: (readonly [Raised, ExceptionItem])[] = []
  const unfilled = new Map<string, number>()
  for (const { one } of ranked) {
    if (items.length === rule.most) break
    try {
      items.push([one, itemOf(one)])
    } catch (error) {
      if (!(error instanceof RuleMistake) || error.why !== 'unfilled') throw error
      unfilled.set(error.field, (unfilled.get(error.field) ?? 0) + 1)
    }
  }
  return { items, unfilled }
}

function placeOfAll(places: readonly (PlaceValue | null)[]): PlaceValue | null {
  const [first = null] = places
  return places.every((place) => place?.code === first?.code) ? first : null
}

function bounded(memory: RuleMemory): RuleMemory {
  const all = Object.entries(memory)
  if (all.length <= MOST_REMEMBERED) return memory
  return Object.fromEntries(all.toSorted(([, a], [, b]) => a.since - b.since).slice(0, MOST_REMEMBERED))
}

/** What one rule raises; undefined where there is nothing that it could look at. Writes what is to be remembered into `next`. */
function raisedBy(
  rule: Rule,
  domain: string,
  ground: Ground,
  memory: RuleMemory,
  next: Record<string, Remembered>,
): Raised[] | undefined {
  const found = thingsOf(rule, ground)
  if (!found) return undefined
  const limit = limitOf(rule, ground)
  const seen = new Set<string>()
  return found.things.flatMap((thing) => {
    const id = idOf(rule.id, thing.name)
    // The same thing twice in a list is one.
    if (seen.has(id)) return []
    const course = rule.course === undefined ? undefined : ground.courses?.[rule.course]?.(thing.name ?? '')
    const finding = judgedThing({ rule, thing, limit, ground, course }, memory[id])
    if (!finding) return []
    seen.add(id)
    if (finding.remembered) next[id] = finding.remembered
    if (!finding.raised) return []
    const { observed, held, broken, seen: first } = finding
    const spells = course && standingIn({ breach: rule.breach, course, limit }, ground.moment.now)
    const records = () =>
      spells?.map((spell) => spell.id) ?? thing.rows.flatMap((row) => found.idOf(row) ?? [])
    const lies = placeOfAll(spells?.map(({ place }) => place) ?? [])
    const beyond = observed === null || held === null ? 0 : Math.abs(observed - held)
    return [
      { id, rule, domain, thing, observed, limit: held, records, lies, seen: first, broken, ground, beyond },
    ]
  })
}

/** Whether a thing breaks a rule, since when, and whether it has for long enough; undefined where it does not. */
function judgedThing({ rule, thing, limit, ground, course }: Judged, kept: Remembered | undefined) {
  const { now } = ground.moment
  // A clock that was set back knows nothing yet of what comes later.
  const before = kept && kept.since <= now ? kept : undefined
  const clear = rule.breach?.clear
  const told = course && sinceIn({ breach: rule.breach, course, limit }, now)
  // Where its course is known, memory has no say: whoever looks for the first time sees the same.
  const wasRaised = course && !tellsItself(rule) ? told !== undefined : before?.raised === true
  const held = wasRaised && clear !== undefined ? clear : limit
  const observed = observedOf(rule, thing, ground)
  if (!isBroken(rule, observed, held)) return undefined
  const measured = told ?? brokenAt(rule, thing, limit, ground)
  const broken = told ?? brokenSince(measured, before, rule) ?? now
  const raised = (told === undefined && before?.raised === true) || now - broken >= (rule.for ?? 0) * MINUTE
  // A span tells by itself since when, and nothing else has to be known the next time.
  const needed =
    told === undefined &&
    (measured === undefined || countsMinutes(rule) || rule.for !== undefined || clear !== undefined)
  const seen = measured === undefined && !isTimed(rule)
  return { observed, held, broken, raised, seen, remembered: needed ? { since: broken, raised } : undefined }
}

interface Judged {
  readonly rule: Rule
  readonly thing: Thing
  readonly limit: number | null
  readonly ground: Ground
  readonly course: Course | undefined
}

/** Time since a moment of the thing itself says when it was too long, whatever its course. */
const tellsItself = ({ breach }: Rule) =>
  breach === undefined || (typeof breach.observed === 'object' && 'since' in breach.observed)

/** Its own moments say since when, and until when it is due. */
const isTimed = ({ since }: Rule) => since !== undefined && (since.field ?? since.from) !== undefined

/** Minutes of whoever is first in a line: when that one goes and the next has waited too long as well, it has lasted all the time. */
const countsMinutes = ({ breach }: Rule) =>
  typeof breach?.observed === 'object' && 'minutes' in breach.observed

function brokenSince(measured: number | undefined, before: Remembered | undefined, rule: Rule) {
  if (measured === undefined || before === undefined) return measured ?? before?.since
  return countsMinutes(rule) ? Math.min(measured, before.since) : measured
}

function limitOf({ breach }: Rule, ground: Ground): number | null {
  if (!breach) return null
  const { metric, value } = breach.limit
  return metric === undefined ? (value ?? null) : thresholdOf(metric, ground)
}

/** Whether what was observed breaks a rule with this limit. What is unknown breaks nothing. */
function isBroken({ breach }: Rule, observed: number | null, limit: number | null): boolean {
  if (!breach) return true
  return observed !== null && limit !== null && holds[breach.is](observed, limit)
}
