/** Rows asked for by one page when the question does not say. */
const PAGE = 50
const MOST = 5000

const valueOf = (row: object, field: string): unknown =>
  Object.entries(row).find(([name]) => name === field)?.[1]

/** Where a row stands in an order: what it is sorted by, then its key, so that no two stand at one place. */
type Place = readonly [value: string | number, key: string]

const placeOf = (row: object, field: string, key: string): Place => {
  const value = valueOf(row, field)
  return [typeof value === 'number' ? value : String(value), String(valueOf(row, key))]
}

/** Numbers by size, everything else as text. */
const order = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Number(String(a) > String(b)) - Number(String(a) < String(b))

/** The place a cursor speaks of; null for the first page, and for a cursor that is none of ours. */
function placeIn(cursor: string | null): Place | null {
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

const WORDS = new Set(['region', 'sort', 'cursor', 'limit', 'step'])

/**
 * One page of `rows`, ordered by the field `sort` unless the question names another (`-` in front for falling): every part of the
 * question that is no word of the grammar narrows by equality; `cursor` is the place of the last row of the page before, not the row
 * itself, so that rows which come or go in between, that one too, neither repeat nor drop one.
 */
export function pageOf(
  rows: readonly object[],
  { key, sort }: { readonly key: string; readonly sort: string },
  question: URLSearchParams,
) {
  const filters = [...question].filter(([name]) => !WORDS.has(name))
  const wanted = rows.filter((row) => filters.every(([name, value]) => String(valueOf(row, name)) === value))
  const asked = question.get('sort') ?? sort
  const field = asked.replace(/^-/, '')
  const sign = asked.startsWith('-') ? -1 : 1
  const compare = (a: Place, b: Place) => sign * order(a[0], b[0]) || order(a[1], b[1])
  const placed = wanted
    .map((row) => ({ row, at: placeOf(row, field, key) }))
    .toSorted((a, b) => compare(a.at, b.at))
  const after = placeIn(question.get('cursor'))
  const left = after ? placed.filter(({ at }) => compare(at, after) > 0) : placed
  const limit = Math.min(MOST, Number(question.get('limit') ?? PAGE) || PAGE)
  const shown = left.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ row }) => row),
    total: placed.length,
    next: left.length > limit && last ? JSON.stringify(last.at) : null,
  }
}
