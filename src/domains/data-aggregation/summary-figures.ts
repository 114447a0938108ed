import { SLUG } from '../../contract/forms'
import { hash32 } from '../../lib/random'
import { words } from './summary-words'

export const order = (a: string, b: string) => Number(a > b) - Number(a < b)

export const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** The id of a thing: its own code where that can be one; otherwise made of its name, the same in every answer. */
export function idOf(code: string | null | undefined, name: string): string {
  const plain = code?.toLowerCase() ?? ''
  return SLUG.test(plain) ? plain : `n${hash32(name).toString(36)}`
}

/** Whether any row of the table knows a value in `column`: a column that nobody fills says nothing, not even 0. */
export function isKnown(column: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) if (!Number.isNaN(column[row] ?? Number.NaN)) return true
  return false
}

/** A share in percent with `decimals`; of nothing there is none. */
export function percent(part: number, whole: number, decimals: number): number | null {
  const scale = 10 ** decimals
  return whole === 0 ? null : Math.round((part / whole) * 100 * scale) / scale
}

/** `period`, and that it is of the whole city where a town is chosen: only issues belong to towns. */
export const wide = (period: string, region: string | null) =>
  region === null ? period : `${period} ${words.whole}`

export const sum = (values: Iterable<number>) => {
  let n = 0
  for (const value of values) n += value
  return n
}
