/** Rows asked for by one page when the question does not say. */
const PAGE = 50
const MOST = 5000

const valueOf = (row: object, field: string): unknown =>
  Object.entries(row).find(([name]) => name === field)?.[1]

/** `dueAt` rising, `-dueAt` falling; equal rows keep the order they came in. */
function sorted(rows: readonly object[], sort: string | null): readonly object[] {
  if (sort === null) return rows
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => {
    const [x, y] = [String(valueOf(a, field)), String(valueOf(b, field))]
    return x === y ? 0 : (x < y ? -1 : 1) * sign
  })
}

const WORDS = new Set(['region', 'sort', 'cursor', 'limit', 'step'])

/**
 * One page of `rows`: every part of the question that is no word of the grammar narrows by equality; `cursor` is the key of the last
 * row of the page before, so that rows which come or go in between neither repeat nor drop one.
 */
export function pageOf(rows: readonly object[], key: string, question: URLSearchParams) {
  const filters = [...question].filter(([name]) => !WORDS.has(name))
  const wanted = rows.filter((row) => filters.every(([name, value]) => String(valueOf(row, name)) === value))
  const ordered = sorted(wanted, question.get('sort'))
  const cursor = question.get('cursor')
  const start = cursor === null ? 0 : ordered.findIndex((row) => valueOf(row, key) === cursor) + 1
  const limit = Math.min(MOST, Number(question.get('limit') ?? PAGE) || PAGE)
  const shown = ordered.slice(start, start + limit)
  const last = shown.at(-1)
  const next = start + limit < ordered.length && last ? String(valueOf(last, key)) : null
  return { rows: shown, total: ordered.length, next }
}
