import { isFields } from '../../lib/fields'

/** What a list can be narrowed, sorted and grouped by. A moment is ISO 8601. */
export type ListValue = string | number | boolean | null

/** Rows that can be asked for by the page, whatever holds them. */
export interface RowList<Row extends object = object> {
  readonly size: number
  /** Field that names a row. */
  readonly key: string
  /** Field they are ordered by unless the question names another; `-` in front for falling. */
  readonly sort: string
  /** A field of a row; null where it is unknown or there is no such field. */
  value(row: number, field: string): ListValue
  /** What it says in words, for whoever looks for some: its number, its title, names. */
  texts(row: number): readonly string[]
  /** The row as its contract has it. */
  row(row: number): Row
}

/** Parts of a question, by name. */
export type Asked = Readonly<Record<string, string>>

/** Rows of a page when the question does not say, and the most it may ask for. */
const PAGE = 50
const MOST = 5000
const MOST_GROUPS = 400

/** Where a row stands in an order: what it is sorted by, then its key, so that no two stand at one place. */
type Place = readonly [value: string | number, key: string]

/** Numbers by size, everything else as text. */
const order = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Number(String(a) > String(b)) - Number(String(a) < String(b))

/** The place a cursor speaks of; null for the first page, and for a cursor that is none of ours. */
function placeIn(cursor: string | undefined): Place | null {
  try {
    const place: unknown = JSON.parse(cursor ?? 'null')
    const [value, key] = Array.isArray(place) ? (place as readonly unknown[]) : []
    return (typeof value === 'string' || typeof value === 'number') && typeof key === 'string'
      ? [value, key]
      : null
  } catch {
    return null
  }
}

/** Words of the grammar; every other part of a question names a field and its value. */
const WORDS = new Set([
  'region',
  'sort',
  'cursor',
  'from',
  'limit',
  'group',
  'step',
  'kind',
  'having',
  'ids',
  'anywhere',
  'q',
  'in',
  'sum',
  'study',
])

function wantedOf(list: RowList, asked: Asked): number[] {
  const filters = Object.entries(asked).filter(([name]) => !WORDS.has(name))
  const rows: number[] = []
  for (let row = 0; row < list.size; row++)
    if (filters.every(([name, value]) => String(list.value(row, name)) === value)) rows.push(row)
  return rows
}

/** The rows that a question narrows a list to, in the order it asks for: what all of its pages are cut from. */
export interface Arranged {
  readonly rows: readonly number[]
  /** Where the row at a place of that order stands. */
  placeOf(at: number): Place
  compare(a: Place, b: Place): number
}

/**
 * Parts of the question that are no words of the grammar narrow the list by equality; `sort` names the field it is ordered by (`-` in
 * front for falling). Where a text is looked for (`q`), the list is what was found.
 */
export function arranged(list: RowList, asked: Asked): Arranged {
  const wanted = wantedOf(list, asked)
  // Groups have an order of their own.
  const sort = asked['group'] === undefined ? (asked['sort'] ?? list.sort) : ''
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  const placeIn = (row: number): Place => {
    const value = list.value(row, field)
    return [typeof value === 'number' ? value : String(value), String(list.value(row, list.key))]
  }
  const compare = (a: Place, b: Place) => sign * order(a[0], b[0]) || order(a[1], b[1])
  const rows =
    sort === ''
      ? wanted
      : wanted
          .map((row) => ({ row, at: placeIn(row) }))
          .toSorted((a, b) => compare(a.at, b.at))
          .map(({ row }) => row)
  return { rows, placeOf: (at) => placeIn(rows[at] ?? 0), compare }
}

/** Rows of the order that stand at or before `place`. */
function before(order: Arranged, place: Place): number {
  let [low, high] = [0, order.rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order.compare(order.placeOf(middle), place) > 0) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * One page of what is arranged: `cursor` is the place of the last row of the page before, not the row itself, so that rows which
 * come or go in between, that one too, neither repeat nor drop one; `from` is how many rows to pass over instead, for whoever scrolls;
 * `limit` rows at most; `sum` names a number of which all rows together are told. With `group`, instead of rows how many there are of each value of that field, most first.
 */
export function pageOf<Row extends object>(
  list: RowList<Row>,
  asked: Asked,
  order: Arranged = arranged(list, asked),
) {
  const { rows } = order
  if (asked['group'] !== undefined) return groupsOf(list, rows, asked['group'], asked['sum'])
  const after = placeIn(asked['cursor'])
  const first = after ? before(order, after) : Math.max(0, Math.floor(Number(asked['from'])) || 0)
  const limit = Math.min(MOST, Number(asked['limit'] ?? PAGE) || PAGE)
  const shown = rows.slice(first, first + limit)
  const last = first + shown.length
  return {
    rows: shown.map((row) => list.row(row)),
    total: rows.length,
    ...(asked['sum'] !== undefined && { sum: sumOf(list, rows, asked['sum']) }),
    next: last < rows.length && shown.length > 0 ? JSON.stringify(order.placeOf(last - 1)) : null,
  }
}

function sumOf(list: RowList, rows: readonly number[], field: string): number {
  let sum = 0
  for (const row of rows) sum += Number(list.value(row, field) ?? 0)
  return sum
}

function groupsOf(list: RowList, wanted: readonly number[], field: string, summed?: string) {
  const groups = new Map<string | null, number[]>()
  for (const row of wanted) {
    const value = list.value(row, field)
    const name = value === null ? null : String(value)
    const own = groups.get(name) ?? []
    groups.set(name, own)
    own.push(row)
  }
  const told = [...groups]
    .map(([value, own]) => ({
      value,
      count: own.length,
      ...(summed !== undefined && { sum: sumOf(list, own, summed) }),
    }))
    .toSorted((a, b) => (b.sum ?? b.count) - (a.sum ?? a.count) || order(a.value ?? '', b.value ?? ''))
    .slice(0, MOST_GROUPS)
  const rows: never[] = []
  return { rows, groups: told, total: wanted.length, next: null }
}

/** The row of `key`; null where there is none. */
export function rowOf(list: RowList, key: string): object | null {
  for (let row = 0; row < list.size; row++) if (list.value(row, list.key) === key) return list.row(row)
  return null
}

/** What a plain value says in words: a place its name. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return isFields(value) && typeof value['name'] === 'string' ? [value['name']] : []
}

/** A list of plain rows; what stands in the fields of `says` can be looked for. */
export function plainList(
  rows: readonly object[],
  {
    key,
    sort,
    says = [],
  }: { readonly key: string; readonly sort: string; readonly says?: readonly string[] },
): RowList {
  const inside = (row: number, field: string): unknown =>
    Object.entries(rows[row] ?? {}).find(([name]) => name === field)?.[1]
  const value = (row: number, field: string): ListValue => {
    const found = inside(row, field)
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null
  }
  return {
    size: rows.length,
    key,
    sort,
    value,
    texts: (row) => says.flatMap((field) => textOf(inside(row, field))),
    row: (row) => rows[row] ?? {},
  }
}
