import type { RowFaults } from '../../contract/records/counting'
import type { Rule } from '../../contract/rule'
import type { WorkCalendar } from '../../lib/working-time'
import type { ShapeRules } from '../../config/source'
import { DataFault } from '../data-fault'
import type { Kind } from '../../contract/resource'
import type { CoordinateSystem } from '../../lib/coordinates'
import type { Point } from '../../lib/crs'
import { at, isRecord } from '../json'
import { parseJson } from './lossless-json'
import { maskAnswer } from './mask-answer'
import { normalise } from './normalise'
import type { Audience } from './mask-personal'
import type { Sample } from './sample'
import { words } from './words'

/** For whom and for what an answer is shaped. */
export interface ShapeScope {
  /** Resource that was asked for, and what kind of answer it gives. */
  readonly resource: string
  readonly kind: Kind
  /** Contract id with its version, e.g. `hotline/1`. */
  readonly contract: string
  readonly city: string
  readonly region: string
  /** When the server answered, ISO, by its own clock. */
  readonly receivedAt: string
  /** Town that was chosen, null for the whole city; asked of records, which are counted for it. */
  readonly town: string | null
  /** Records that the answer is made from; null for one that its source sends finished. */
  readonly count: CountAsk | null
  /** Parts of the question besides the place. */
  readonly parts: Readonly<Record<string, string>>
  /** Thresholds in force, by metric id. */
  readonly limits: Readonly<Record<string, number>>
  /** When the offices of the city work. */
  readonly calendar: WorkCalendar
  /** What of its domain needs a person; of a document only. */
  readonly raise?: readonly Rule[]
  readonly audience: Audience
  /** Names of the city that a field may be searched for; left out where the city says none. */
  readonly names?: {
    readonly town: readonly { readonly code: string; readonly name: string }[]
    readonly dept: readonly { readonly name: string }[]
  }
}

/** What is to be counted. */
export interface CountAsk {
  /** Sources of the records, by the id of their kind. */
  readonly sources: readonly {
    readonly id: string
    readonly dirtyShare: number
    readonly optional: boolean
  }[]
  /** Data time of the oldest of them, ISO: what happened later has not happened. */
  readonly asOf: string
}

/** One page of records. */
export interface PageAsk {
  /** A new run begins with it; what was read of another is forgotten. */
  readonly first: boolean
  /** All records are read, as opposed to those that changed. */
  readonly whole: boolean
  /** What a page is asked by, null where all rows come in one answer; and what this one was asked by. */
  readonly by: 'page' | 'offset' | 'cursor' | null
  readonly at: string
  /** Name of the request whose rows these are; left out of those that the others are joined to. */
  readonly request?: string
  /** Requests that are done without, and why. */
  readonly missing?: readonly RowFaults[]
  /** Rows of the pages before, where a document is made from them: such a page is only turned, and kept by whoever fetched it. */
  readonly before?: number
}

/** What a document is made from besides the answer of its own address. */
export interface Pieces {
  readonly given: readonly PieceGiven[]
  /** Those that are done without, and why. */
  readonly missing: readonly RowFaults[]
  /** Data time of the oldest of them, ISO. */
  readonly asOf: string | null
}

/** What one further request gave. */
export interface PieceGiven {
  readonly name: string
  readonly pages: readonly Uint8Array<ArrayBuffer>[]
  /** Its rows come by the page: they are one list. */
  readonly paged: boolean
  readonly from: string
  readonly envelope: ShapeRules['envelope']
}

export interface ShapeJob {
  /** Empty where there is no answer of the source's own, only records to count. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rules: ShapeRules
  readonly scope: ShapeScope
  /** Say what the mapping saw, for the diagnostics view. */
  readonly sample?: boolean
  /** The answer is a page of records. */
  readonly page?: PageAsk
  /** What else the document is made from. */
  readonly pieces?: Pieces | undefined
}

export interface Shaped {
  /** Plain JSON, masked and normalised, not yet judged by the contract. */
  readonly document: unknown
  readonly sample?: Sample
  /** What the mapping saw, whole; only where a sample was asked for. */
  readonly seen?: unknown
}

/** What a mapping may know besides the answer. */
export interface Bindings extends Omit<
  ShapeScope,
  'contract' | 'resource' | 'kind' | 'town' | 'count' | 'parts' | 'limits' | 'calendar' | 'raise' | 'names'
> {
  readonly zone: string
  readonly crs: CoordinateSystem
  readonly enums: ShapeRules['enums']
  /** What is mapped are records: a row that cannot be used costs itself, and stays in its place as a `RowProblem`. */
  readonly aside?: boolean
  /** What is mapped is one row: a field that is not there is one that was cut. */
  readonly row?: boolean
}

/** Runs a mapping; returns plain JSON. @throws DataFault map */
export type Evaluate = (expression: string, input: unknown, bindings: Bindings) => Promise<unknown>

/**
 * Turns the bytes of an answer into a document: JSON → envelope → mask → map → fill in → normalise. Pure, so that the
 * wall, its worker and the command line all do the same. Personal data is masked before the mapping can see it.
 * @throws DataFault json | auth | http | map
 */
export async function shape(job: ShapeJob, evaluate: Evaluate): Promise<Shaped> {
  const { rules, scope } = job
  if (job.bytes.byteLength === 0 && scope.count !== null)
    return { document: fillIn({ asOf: scope.receivedAt }, rules, scope) }
  const open = new Set<string>()
  const foreign = mayHoldMore(job.bytes) ? await import('./foreign-text') : undefined
  const { audience } = scope
  const mask = (value: unknown) =>
    maskAnswer(value, { personal: rules.personal, audience, open, foreign, first: true })
  const answer = parseJson(job.bytes)
  let data = answer
  try {
    if (rules.envelope) data = (await import('./envelope')).unwrap(answer, rules.envelope, foreign)
    const { pieces } = job
    const join = pieces && (await import('../store/pieces'))
    const seen = join
      ? await join.withPieces(mask(data), pieces, { job, open, parseJson, maskAnswer })
      : mask(data)
    const alone = await documentOf(seen, job, evaluate, open)
    const document = join ? join.dated(alone, pieces, scope) : alone
    return { document, ...(job.sample && { sample: await sampleOf(seen, rules), seen }) }
  } catch (error) {
    if (!job.sample || !(error instanceof DataFault)) throw error
    // Whoever connects a source wants to see which answer led to the fault.
    throw new DataFault(error.kind, error.detail, error.field, await sampleOf(mask(data), rules))
  }
}

/** Whether a text of the answer may hold an entity (&), or JSON (quotes, which a backslash stands before): most hold neither. */
const mayHoldMore = (bytes: Uint8Array) => bytes.includes(0x26) || bytes.includes(0x5c)

/** Most sources speak WGS-84, and load nothing that converts. */
async function converterOf(crs: CoordinateSystem) {
  if (crs === 'WGS-84') return undefined
  const { toWgs84 } = await import('../../lib/crs')
  return (point: Point) => toWgs84(point, crs)
}

/** Only who connects a source asks to see what the mapping saw. */
const sampleOf = async (seen: unknown, rules: ShapeRules): Promise<Sample> =>
  (await import('./sample')).sampleOf(seen, expressionOf(rules))

/** The mapping as one text. Line numbers in faults are those of the configuration. */
function expressionOf({ map }: Pick<ShapeRules, 'map'>): string | undefined {
  return typeof map === 'string' ? map : map?.join('\n')
}

async function documentOf(
  data: unknown,
  { rules, scope }: ShapeJob,
  evaluate: Evaluate,
  open: Set<string>,
): Promise<unknown> {
  const { zone, crs, enums } = rules
  // The source answered, and has nothing for what was asked: an empty answer, not a broken one.
  if (data === null) return fillIn({ asOf: scope.receivedAt, ...EMPTY[scope.kind] }, rules, scope)
  const expression = expressionOf(rules)
  const { records } = rules
  const convert = await converterOf(crs)
  if (expression === undefined && records === undefined)
    return normalise(await withRows(data, 'points'), { zone, convert })
  const { city, region, receivedAt, audience, kind } = scope
  const aside = records !== undefined
  const known = { city, region, receivedAt, audience, zone, crs, enums, aside }
  const mapped =
    expression === undefined ? at(data, records?.from ?? '') : await evaluate(expression, data, known)
  const listed = LISTED[kind]
  // What is no list of records is told where they are put; a table by the column stands where a list would.
  const byColumn = records?.columns === true && expression === undefined
  const isList = aside ? byColumn || !isRecord(mapped) : Array.isArray(mapped)
  const result = isList && listed !== undefined ? { [listed]: mapped } : mapped
  if (!isRecord(result)) throw new DataFault('map', words.notObject(called(result)))
  // A mapping that converts points itself converts all of them.
  const converted = expression !== undefined && /\$wgs84\b/.test(expression)
  const filled = fillIn({ ...aboutRows(data, records), ...result }, rules, scope)
  // A point is converted where its two halves stand side by side.
  const byRow = convert && records?.columns === true ? await withRows(filled, 'rows') : filled
  // Fields are taken as they are, each by its rule.
  if (expression === undefined && records?.fields !== undefined && isRecord(filled))
    return { ...filled, asOf: normalise(filled.asOf, { zone }) }
  // What a mapping put together out of harmless pieces may be a telephone number.
  const document = expression === undefined ? byRow : maskAnswer(byRow, { personal: {}, audience, open })
  return normalise(await withRows(document, 'points'), { zone, convert: converted ? undefined : convert })
}

/** What has a table by the column under `name`, with its rows in its place. @throws DataFault contract where a column is longer or shorter than the first */
async function withRows(data: unknown, name: 'rows' | 'points'): Promise<unknown> {
  if (!isRecord(data) || !isRecord(data[name])) return data
  const { rowsOfColumns } = await import('../store/rows-of-columns')
  return { ...data, [name]: rowsOfColumns(data[name], name) }
}

/** What a source says of its rows beside them. */
function aboutRows(data: unknown, rule: ShapeRules['records']): object {
  const found = (['total', 'next', 'asOf'] as const).flatMap((name) => {
    const way = rule?.[name]
    return way === undefined ? [] : [[name, at(data, way)] as const]
  })
  if (rule?.expect === undefined) return Object.fromEntries(found)
  const expected = Object.entries(rule.expect).map(([part, way]) => [part, at(data, way) ?? null] as const)
  return { ...Object.fromEntries(found), expected: Object.fromEntries(expected) }
}

/** What an answer without data comes to. */
const EMPTY: Readonly<Record<Kind, object>> = {
  document: { operation: null },
  list: { rows: [], total: 0 },
  record: { row: null },
  points: { points: [] },
  action: {},
  records: { rows: [], total: 0 },
}

/** Kinds whose mapping may give just the list. */
const LISTED: Partial<Record<Kind, string>> = {
  list: 'rows',
  points: 'points',
  records: 'rows',
}

const called = (result: unknown): string =>
  Array.isArray(result) ? words.list : (JSON.stringify(result)?.slice(0, 20) ?? words.nothing)

/** What the configuration knows and a foreign answer does not say. */
function fillIn(found: object, { about }: ShapeRules, scope: ShapeScope): unknown {
  const { contract, city, region, kind, receivedAt, count } = scope
  if (kind !== 'document') return { contract, asOf: receivedAt, at: receivedAt, ...found }
  return {
    contract,
    city,
    region,
    ...(about && { source: { ...about, simulated: false } }),
    document: null,
    published: [],
    contradictions: [],
    exceptions: [],
    // A mapping that lists no exceptions has not found that there are none.
    ...(!('exceptions' in found) && { judged: false }),
    ...(count !== null && { asOf: receivedAt, operation: null }),
    ...found,
  }
}
