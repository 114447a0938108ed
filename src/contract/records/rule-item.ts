import { isoTime, MINUTE } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import type { ExceptionItem } from '../exception'
import type { Rule } from '../rule'
import type { PlaceValue } from './read-row'
import type { FieldValue } from './row-view'
import { officeOf } from './office'
import { chosenText, shortened, textOf, type Told } from './rule-text'
import { momentIn } from './rule-time'
import { RuleMistake, type Ground, type Thing } from './rule-things'

/** Stable in time: the same thing breaking the same rule is the same exception. */
export function idOf(rule: string, subject: string | null): string {
  const id = subject === null ? rule : `${rule}-${subject}`
  return id.length <= 48 ? id : `${rule}-${hash32(id).toString(36)}`
}

const MOST_RECORDS = 100

/** A thing that breaks its rule, and by what. */
export interface Finding {
  readonly id: string
  readonly rule: Rule
  readonly domain: string
  readonly thing: Thing
  readonly observed: number | null
  /** The limit in force: that of the rule, or the one behind which it clears. */
  readonly limit: number | null
  /** Ids of its records. */
  readonly records: () => readonly string[]
  /** Where all of its records lie; null where they lie in several places, or nobody says. */
  readonly lies: PlaceValue | null
  /** No record says when it broke the rule: `broken` is when it was seen. */
  readonly seen: boolean
  /** When it broke the rule, epoch ms. */
  readonly broken: number
  readonly ground: Ground
}

/** When it began and when it is due, epoch ms; NaN where that is not known. */
export function spanOf({ rule, thing, broken, ground }: Finding): { since: number; due: number } {
  const { now, calendar } = ground.moment
  const at = { now, calendar, broken }
  return {
    since: rule.since ? momentIn(rule.since, thing, at) : broken,
    due: momentIn(rule.due, thing, at),
  }
}

/**
 * The exception that a finding comes to. Without an owner, a deadline or a next action it is none, however far beyond its limit.
 * @throws RuleMistake naming the part of the rule that came to nothing
 */
export function itemOf(finding: Finding): ExceptionItem {
  const { id, rule, domain, thing, observed, limit, records, seen, ground } = finding
  const { since, due } = spanOf(finding)
  const place = placeOf(finding)
  const counts = rule.breach?.observed
  const told: Told = {
    observed,
    limit,
    age: (ground.moment.now - since) / MINUTE,
    working: typeof counts === 'object' && 'in' in counts && counts.in === 'working',
    office: place ? officeOf(place) : null,
  }
  const filled = <T>(field: string, value: T | null): T => {
    if (value === null || Number.isNaN(value)) throw new RuleMistake(field, 'unfilled')
    return value
  }
  const ids = records()
  return {
    id,
    severity: rule.severity,
    domain,
    metric: rule.metric,
    subject: subjectOf(rule, thing),
    ...(place !== undefined && { place }),
    what: filled('what', textOf(rule.what, rule, thing, told, 20)),
    owner: filled('owner', chosenText(rule.owner, rule, thing, told, 16)),
    since: isoTime(filled('since', since)),
    due: isoTime(filled('due', due)),
    action: filled('action', chosenText(rule.action, rule, thing, told, 8)),
    origin: 'rule',
    evidence: {
      rule: rule.id,
      observed,
      limit,
      records: ids.slice(0, MOST_RECORDS).map((record) => shortened(record, 40)),
      ...(ids.length > MOST_RECORDS && { count: ids.length }),
      ...(seen && { seen }),
    },
  }
}

/** A group may be named after the row that stands for it. */
function subjectOf({ subject }: Rule, thing: Thing): string | null {
  const own = subject === undefined ? null : thing.field(subject)
  const name = own === null || typeof own === 'object' ? thing.name : String(own)
  return name === null ? null : shortened(name, 40)
}

const placed = ({ code, name }: PlaceValue) => ({ code, name: shortened(name || code, 16) })

/** Without a place of its own, a thing lies where all its records do. A rule that names no place judges the whole city; a thing whose place it does not find lies somewhere, nobody knows where. */
function placeOf({ rule: { place, unplaced }, thing, lies }: Finding): ExceptionItem['place'] {
  if (place === undefined) return lies && placed(lies)
  const found =
    typeof place === 'string'
      ? thing.field(place)
      : { code: wordsOf(thing.field(place.code)), name: wordsOf(thing.field(place.name)) }
  if (typeof found !== 'object' || found === null || found.code === '')
    return lies ? placed(lies) : unplaced === 'whole' ? null : undefined
  return placed(found)
}

const wordsOf = (value: FieldValue): string => (typeof value === 'string' ? value : '')
