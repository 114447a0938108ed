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
  'limit',
  'group',
  'step',
  'kind',
  'having',
  'ids',
  'anywhere',
])

function wantedOf(list: RowList, asked: Asked): number[] {
  const filters = Object.entries(asked).filter(([name]) => !WORDS.has(name))
  const rows: number[] = []
  for (let row = 0; row < list.size; row++)
    if (filters.every(([name, value]) => String(list.value(row, name)) === value)) rows.push(row)
  return rows
}

/**
 * One page of `list`: parts of the question that are no words of the grammar narrow it by equality; `sort` names the field it is ordered
 * by (`-` in front for falling); `cursor` is the place of the last row of the page before, not the row itself, so that rows which
 * come or go in between, that one too, neither repeat nor drop one; `limit` rows at most. With `group`, instead of rows how many
 * there are of each value of that field, most first.
 */
export function pageOf<Row extends object>(list: RowList<Row>, asked: Asked) {
  const wanted = wantedOf(list, asked)
  if (asked['group'] !== undefined) return groupsOf(list, wanted, asked['group'])
  const sort = asked['sort'] ?? list.sort
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  const compare = (a: Place, b: Place) => sign * order(a[0], b[0]) || order(a[1], b[1])
  const placed = wanted
    .map((row) => {
      const value = list.value(row, field)
      const place: Place = [
        typeof value === 'number' ? value : String(value),
        String(list.value(row, list.key)),
      ]
      return { row, at: place }
    })
    .toSorted((a, b) => compare(a.at, b.at))
  const after = placeIn(asked['cursor'])
  const left = after ? placed.filter(({ at }) => compare(at, after) > 0) : placed
  const limit = Math.min(MOST, Number(asked['limit'] ?? PAGE) || PAGE)
  const shown = left.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ row }) => list.row(row)),
    total: placed.length,
    next: left.length > limit && last ? JSON.stringify(last.at) : null,
  }
}

function groupsOf(list: RowList, wanted: readonly number[], field: string) {
  const counts = new Map<string | null, number>()
  for (const row of wanted) {
    const value = list.value(row, field)
    const name = value === null ? null : String(value)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const groups = [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || order(a.value ?? '', b.value ?? ''))
    .slice(0, MOST_GROUPS)
  const rows: never[] = []
  return { rows, groups, total: wanted.length, next: null }
}

/** The row of `key`; null where there is none. */
export function rowOf(list: RowList, key: string): object | null {
  for (let row = 0; row < list.size; row++) if (list.value(row, list.key) === key) return list.row(row)
  return null
}

/** A list of plain rows. */
export function plainList(
  rows: readonly object[],
  { key, sort }: { readonly key: string; readonly sort: string },
): RowList {
  const value = (row: number, field: string): ListValue => {
    const found: unknown = Object.entries(rows[row] ?? {}).find(([name]) => name === field)?.[1]
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null
  }
  return { size: rows.length, key, sort, value, row: (row) => rows[row] ?? {} }
}
