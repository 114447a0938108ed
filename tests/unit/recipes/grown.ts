import { at, isRecord } from '../../../src/data/json'
import { plainAnswer } from './mutate'
import { sourceOf, type Recipe } from './recipe'

/** A recipe whose list grows: where it stands, what names a row, what says how many there are. */
export interface Growing {
  readonly name: string
  /** Name of the object that holds list and total; empty for the answer itself. */
  readonly inside: string
  readonly list: string
  readonly total: string
  readonly key: string
  /** Rows of a real system, as far as the recipe says that it is for. */
  readonly size: number
}

export const GROWING: readonly Growing[] = [
  { name: '12345-rows', inside: 'data', list: 'list', total: 'total', key: 'gdbh', size: 5000 },
  { name: '12345-trail', inside: 'data', list: 'rows', total: 'total', key: 'order_no', size: 5000 },
  { name: 'ckan', inside: 'result', list: 'results', total: 'count', key: 'id', size: 1000 },
  { name: 'jeecgboot', inside: 'result', list: 'records', total: 'total', key: 'bizNo', size: 5000 },
  { name: 'ruoyi-orders', inside: '', list: 'rows', total: 'total', key: 'orderNo', size: 5000 },
  { name: 'wvp-gb28181', inside: 'data', list: 'list', total: 'total', key: 'gbDeviceId', size: 36_000 },
]

/** Six digits that end no name of a row as it is shipped. */
const FIRST = 500_000

/** The recipe's answer with its rows `times` over, each under a name of its own: in the pages that its source asks for. */
export function grown(recipe: Recipe, growing: Growing, times: number): readonly string[] {
  const { inside, list, total, key } = growing
  const { answer, body, rows } = listIn(recipe, growing)
  const many = Array.from({ length: times }, (_, i) =>
    rows.map((row: unknown, j) => {
      if (!isRecord(row) || i === 0) return row
      // As long as it was, so that a name of so many digits keeps them.
      return { ...row, [key]: `${String(row[key]).slice(0, -6)}${FIRST + i * rows.length + j}` }
    }),
  ).flat()
  const most = pageSize(recipe) ?? many.length
  return Array.from({ length: Math.ceil(many.length / most) }, (_, i) => {
    const page = many.slice(i * most, (i + 1) * most)
    const told = { ...body, [list]: page, [total]: many.length }
    return JSON.stringify(inside === '' ? told : { ...answer, [inside]: told })
  })
}

/** Rows of a page; undefined where the source gives all of them in one answer. */
export function pageSize(recipe: Recipe): number | undefined {
  const { poll, records } = sourceOf(recipe)
  return /\{(page|offset)\}/.test(poll?.url ?? '') ? records?.size : undefined
}

/** The recipe with pages of `size` rows, so that few rows are several pages. */
export function withPages(recipe: Recipe, size: number): Recipe {
  const source = Object.fromEntries(
    Object.entries(isRecord(recipe.source) ? recipe.source : {}).map(([name, written]) => {
      const records = isRecord(written) ? written['records'] : undefined
      return [
        name,
        isRecord(written) && isRecord(records) ? { ...written, records: { ...records, size } } : written,
      ]
    }),
  )
  return { ...recipe, source }
}

function listIn(recipe: Recipe, { inside, list }: Growing) {
  const answer = plainAnswer(recipe.read('response.json'))
  const body = at(answer, inside)
  const rows: unknown = isRecord(body) ? body[list] : undefined
  if (!isRecord(answer) || !isRecord(body) || !Array.isArray(rows))
    throw new Error(`${recipe.name}: no list at ${inside}.${list}`)
  return { answer, body, rows }
}

/** Rows of the answer as it is shipped. */
export const rowsIn = (recipe: Recipe, growing: Growing): number => listIn(recipe, growing).rows.length
