import { exceptionItem, type ExceptionItem } from '../../contract/exception'
import { inRegion, unplacedIn } from '../../contract/in-region'
import type { Counting } from '../../contract/records/counting'
import { judgeRules } from '../../contract/records/judge-rules'
import type { Ground } from '../../contract/records/rule-things'
import { byUrgency } from '../../contract/severity'
import { isRecord } from '../json'
import type { ShapeJob, ShapeScope } from '../shape/shape'
import type { KeptRaised, Shelf } from './shelf'

// For whoever is told how a figure went: in a piece of its own it would come with the first view.
export { turnsIn } from '../../contract/records/course'

/** Of a document; a city that has more has another problem. */
const MOST = 400

/** The part of a question that judging needs. */
type RaiseScope = Pick<ShapeScope, 'city' | 'resource' | 'town' | 'limits' | 'calendar' | 'count' | 'raise'>

/**
 * `document` with what the rules of its domain find, beside what its source raised. A source that says itself what needs a person is
 * not judged again. Rules are judged for the whole city; for a town the same exceptions are filtered.
 */
export async function raised(document: object, { scope }: ShapeJob, shelf: Shelf): Promise<object> {
  const counting = scope.count === null ? undefined : await shelf.find(scope.resource)
  return raisedBy(counting, document, scope, shelf)
}

/** The same, where it is known what counts. */
export function raisedBy(
  counting: Counting | undefined,
  document: object,
  scope: RaiseScope,
  shelf: Shelf,
): object {
  const own = ownOf(document)
  const { city, resource, town } = scope
  const key = `${city}/${resource}`
  const judgesItself = !('judged' in document) || document.judged !== false
  if (judgesItself || ('absence' in document && document.absence !== undefined))
    return { ...document, ...(own && { exceptions: own }) }
  const kept = shelf.raised.get(key)
  if (town !== null && kept?.whole) return withRaised(document, own, kept, town)
  const now = 'asOf' in document ? Date.parse(String(document.asOf)) : Number.NaN
  // Nobody can tell of a finished document of one town what needs a person in its city.
  if (Number.isNaN(now) || (town !== null && !counting)) return document
  const found = judged(document, { scope, counting, now, kept }, shelf)
  shelf.raised.set(key, found)
  return withRaised(document, own, found, town)
}

interface Judging {
  readonly scope: RaiseScope
  readonly counting: Counting | undefined
  readonly now: number
  readonly kept: KeptRaised | undefined
}

function judged(document: object, { scope, counting, now, kept }: Judging, shelf: Shelf): KeptRaised {
  const { city, resource, town, count, limits, calendar, raise = [] } = scope
  const asked = counting?.kinds.filter(({ id }) => count?.sources.some((source) => source.id === id)) ?? []
  const book = shelf.book(city, asked)
  const moment = { now, region: null, limits, calendar }
  const countedAt = Date.parse(count?.asOf ?? '')
  const ground: Ground = {
    city,
    // Most rules look at the document, and rows are not worked out for nothing.
    views: raise.some(({ on }) => on.records !== undefined) ? (counting?.views?.(book, moment) ?? {}) : {},
    courses: counting?.courses?.(book, { ...moment, now: countedAt }),
    // What a town's document says is said of the town: of the city there is only what its records come to.
    operation: town === null ? operationOf(document) : counting?.count(book, { ...moment, now: countedAt }),
    moment,
  }
  const {
    memory,
    exceptions,
    judged: names,
    faults,
    cut,
  } = judgeRules(resource, raise, ground, kept?.memory ?? {})
  const told = {
    rules: { judged: names.length, faults: faults.slice(0, 20), cut },
    // Where a rule had nothing to look at, that nothing is listed says nothing.
    ...(names.length === raise.length && { judged: true }),
  }
  return { memory, exceptions, told, whole: town === null }
}

const operationOf = (document: object): unknown => ('operation' in document ? document.operation : null)

/** What the source raised itself, marked as its own; undefined where it is not a list that the contract would let through. */
function ownOf(document: object): ExceptionItem[] | undefined {
  if (!('exceptions' in document) || !Array.isArray(document.exceptions)) return undefined
  const items: ExceptionItem[] = []
  for (const each of document.exceptions) {
    const parsed = exceptionItem.safeParse(isRecord(each) ? { origin: 'source', ...each } : each)
    // The contract names what is wrong with it.
    if (!parsed.success) return undefined
    items.push(parsed.data)
  }
  return items
}

const sameThing = (a: ExceptionItem, b: ExceptionItem) => a.metric === b.metric && a.subject === b.subject

function withRaised(
  document: object,
  own: readonly ExceptionItem[] | undefined,
  { exceptions, told }: KeptRaised,
  region: string | null,
): object {
  if (!own) return document
  const here = region === null ? exceptions : inRegion(exceptions, region)
  const added = here.filter((one) => !own.some((other) => sameThing(one, other)))
  // Of a town it is said how many might lie there.
  const unplaced = region === null ? 0 : unplacedIn(exceptions, here)
  const rules = { ...told.rules, ...(unplaced > 0 && { unplaced }) }
  return { ...document, ...told, rules, exceptions: [...own, ...added].toSorted(byUrgency).slice(0, MOST) }
}
