import { isRecord } from '../../../src/data/json'
import type { Recipe } from './recipe'

/** A recipe whose list grows: where it stands, what names a row, what says how many there are. */
export interface Growing {
  readonly name: string
  /** Way to the object that holds list and total. */
  readonly inside: string
  readonly list: string
  readonly total: string
  readonly key: string
  /** Rows of a real system, as far as the recipe says that it is for. */
  readonly size: number
}

export const GROWING: readonly Growing[] = [
  { name: '12345-rows', inside: 'data', list: 'list', total: 'total', key: 'gdbh', size: 5000 },
  { name: 'ckan', inside: 'result', list: 'results', total: 'count', key: 'id', size: 1000 },
  { name: 'wvp-gb28181', inside: 'data', list: 'list', total: 'total', key: 'gbDeviceId', size: 2000 },
]

/** The recipe's answer with its rows `times` over, each under a name of its own. */
export function grown(recipe: Recipe, { inside, list, total, key }: Growing, times: number): string {
  const answer: unknown = JSON.parse(recipe.read('response.json'))
  const body = isRecord(answer) ? answer[inside] : undefined
  const rows = isRecord(body) ? body[list] : undefined
  if (!isRecord(answer) || !isRecord(body) || !Array.isArray(rows))
    throw new Error(`${recipe.name}: no list at ${inside}.${list}`)
  const many = Array.from({ length: times }, (_, i) =>
    rows.map((row: unknown) => {
      if (!isRecord(row)) return row
      const name = String(row[key])
      // As long as it was, so that a name of so many digits keeps them.
      const tail = String(i).padStart(5, '0')
      return i === 0 ? row : { ...row, [key]: `${name.slice(0, -6)}${tail}${name.slice(-1)}` }
    }),
  ).flat()
  return JSON.stringify({ ...answer, [inside]: { ...body, [list]: many, [total]: many.length } })
}

/** Rows of the answer as it is shipped. */
export function rowsIn(recipe: Recipe, { inside, list }: Growing): number {
  const answer: unknown = JSON.parse(recipe.read('response.json'))
  const body = isRecord(answer) ? answer[inside] : undefined
  const rows = isRecord(body) ? body[list] : undefined
  return Array.isArray(rows) ? rows.length : 0
}
