import type { CityDocument } from './document'

/**
 * What can be asked for: one document, rows by the page, one row, places on a map, something to be done, or all records of a kind for
 * the store that figures are counted from.
 */
export type Kind = 'document' | 'list' | 'record' | 'points' | 'action' | 'records'

/** Every answer carries the id and version of the contract that has judged it. */
export interface Answer {
  readonly contract: string
}

/** A row that its contract refused: left out of the page, and named. */
export interface RowFault {
  /** Position in the answer, from 0. */
  readonly at: number
  /** Dotted path of the first wrong field inside the row. */
  readonly field: string
  readonly message: string
}

/** Rows by keyset: `next` is handed back as `cursor`, null at the end. */
export interface Page<Row> extends Answer {
  readonly rows: readonly Row[]
  /** Rows there are in all; null where the source does not count them. */
  readonly total: number | null
  readonly next: string | null
  /** The source's own data time, ISO. */
  readonly asOf: string
  readonly leftOut: readonly RowFault[]
  /** Where the question asked for the sum of a number: that of all its rows, what is unknown left out. */
  readonly sum?: number | undefined
  /** Where the question asked for groups: how many rows have each value of the field, most first; null is unknown. */
  readonly groups?: readonly Group[] | undefined
}

interface Group {
  readonly value: string | null
  readonly count: number
  readonly sum?: number | undefined
}

/** One row by its id; null when there is none of that id. */
export interface Found<Row> extends Answer {
  readonly row: Row | null
  readonly asOf: string
}

/** Few different values, many rows: a row holds the place of its value. `values[0]` stands for unknown. */
export interface Few<V> {
  readonly at: Uint16Array
  readonly values: readonly (V | null)[]
}

/** Places by the column, so that tens of thousands cross threads without being copied one by one. All columns are as long as `ids`. */
export interface Points extends Answer {
  readonly asOf: string
  readonly ids: readonly string[]
  readonly names: readonly (string | null)[]
  /** WGS-84 degrees; NaN where nobody says where it stands. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Index into `states`. */
  readonly state: Uint8Array
  readonly states: readonly string[]
  /** Since when it is in that state, epoch ms; NaN is unknown. */
  readonly since: Float64Array
  readonly town: Few<{ readonly code: string; readonly name: string }>
  /** What it may be narrowed by, by the name of the field. */
  readonly groups: Readonly<Record<string, Few<string>>>
  /** How many its contract refused, and the first of them. */
  readonly refused: number
  readonly leftOut: readonly RowFault[]
}

/** What became of one page of records: they stay beside the picture, and only this comes back. */
export interface Loaded extends Answer {
  /** Data time of the records, ISO. */
  readonly asOf: string
  /** Whether the source said so itself; otherwise it is the time of its answer. */
  readonly told: boolean
  /** What the next page is asked by; null at the end, when what was read has taken the place of what was kept. */
  readonly more: string | null
  /** Of numbered pages whose source says how many rows there are: how many pages are still to come. */
  readonly left?: number
  /** Rows of this page and those before it, where they are kept outside. */
  readonly read?: number
}

/** What became of an action. The same key never acts twice, so an answer that was lost may be asked for again. */
export interface Receipt extends Answer {
  readonly key: string
  readonly state: 'done' | 'pending' | 'refused'
  /** ISO. */
  readonly at: string
  readonly message: string | null
}

/**
 * Something a source answers for. A value without a schema: the schema stands in the domain's `contract.ts`, which only
 * the data worker loads.
 */
export interface Resource<K extends Kind = Kind, A extends Answer = Answer> {
  /** `hotline` (the document, also the id of its domain), `hotline.orders`, `hotline.order`, `hotline.supervise`. */
  readonly id: string
  readonly kind: K
  /** What its answers carry as `contract`: `<id>/<version>`. */
  readonly contract: string
  /** Parts of a question besides city and region; each fills its place in the address or is added to it. */
  readonly asks: readonly string[]
  /**
   * Whether `answer` is one of this resource. Whatever leaves the data worker was parsed by the schema of the contract id it
   * carries, so that id is a sound discriminator and no cast is needed between the cache and a View.
   */
  owns(answer: Answer): answer is A
}

/** A document, read from a source or put together from other documents. */
export interface DocumentResource<D extends CityDocument = CityDocument> extends Resource<'document', D> {
  /** Asked for the whole city even when the wall is scoped to a town (a map shows all towns). */
  readonly wholeCity: boolean
  /** How it is put together from the documents of other domains, where the configuration says so. */
  readonly derivation: Derivation | null
}

/** Which domains a derived document is made of: those whose manifest says that they raise exceptions, or have places. */
export type InputRole = 'raises' | 'places'

/** Every domain of the role by id, in the order of the configuration; undefined for one that could not be read. */
export type Inputs = ReadonlyMap<string, CityDocument | undefined>

/** What a derivation works out; everything around it is the same for all. */
export interface Derived<D extends CityDocument = CityDocument> {
  readonly operation: D['operation']
  readonly exceptions?: CityDocument['exceptions']
  readonly parts?: CityDocument['parts']
  /** Where it speaks of less than its inputs. */
  readonly region?: string
}

export interface Derivation {
  readonly inputs: InputRole
  /** Pure. `stale` names the inputs too old to speak for the present; `town` was chosen, though they may speak of the whole city. */
  derive(inputs: Inputs, stale: ReadonlySet<string>, town: string | null): Derived
}

interface Named {
  readonly id: string
  /** Raised by a change that an integrator's answer of today would not survive; the schema's `contract` says the same. */
  readonly version?: number
}

function resource<K extends Kind, A extends Answer>(
  kind: K,
  { id, version = 1 }: Named,
  asks: readonly string[],
): Resource<K, A> {
  const contract = `${id}/${version}`
  return { id, kind, contract, asks, owns: (answer): answer is A => answer.contract === contract }
}

/** The document of a domain; its id is the domain's. */
export function documentOf<D extends CityDocument>(
  named: Named & { readonly wholeCity?: boolean },
): DocumentResource<D> {
  return {
    ...resource<'document', D>('document', named, []),
    wholeCity: named.wholeCity ?? false,
    derivation: null,
  }
}

/** A document put together from those of other domains. */
export function derivedOf<D extends CityDocument>({
  inputs,
  derive,
  ...named
}: Named & {
  readonly wholeCity?: boolean
  readonly inputs: InputRole
  readonly derive: (inputs: Inputs, stale: ReadonlySet<string>, town: string | null) => Derived<D>
}): DocumentResource<D> {
  return { ...documentOf<D>(named), derivation: { inputs, derive } }
}

/** Rows by the page. `filters` are the fields that may narrow them; `sort` (a field, `-` in front for falling), `cursor`, `limit`, `group` and `q` (words to look for) go with every list. */
export function listOf<Row>(named: Named, filters: readonly string[] = []): Resource<'list', Page<Row>> {
  return resource('list', named, [...filters, 'sort', 'cursor', 'limit', 'group', 'q'])
}

/** One row by its id, or by whatever else `asks` for it. */
export function recordOf<Row>(
  named: Named,
  asks: readonly string[] = ['id'],
): Resource<'record', Found<Row>> {
  return resource('record', named, asks)
}

/** Places on the map. */
export function pointsOf(named: Named): Resource<'points', Points> {
  return resource('points', named, [])
}

/** Something to be done to the row `id`. */
export function actionOf(named: Named): Resource<'action', Receipt> {
  return resource('action', named, ['id'])
}

/** All records of a kind, read by the page and kept where figures are counted. */
export function recordsOf(named: Named): Resource<'records', Loaded> {
  return resource('records', named, [])
}
