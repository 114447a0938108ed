import { isRecord, isScalar } from '../json'
import { isBlank, readNumber, readTime } from '../mapping/expression-values'
import type { Looks } from '../rows-told'

const DEEPEST = 3

/** Values of the fields of rows, by their way; what lies below an object has a way of its own. */
export function fieldsOf(rows: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const fields = new Map<string, unknown[]>()
  const walk = (value: unknown, way: string, depth: number): void => {
    if (isRecord(value) && depth < DEEPEST) {
      for (const [name, below] of Object.entries(value))
        walk(below, way === '' ? name : `${way}.${name}`, depth + 1)
      return
    }
    if (way === '') return
    const values = fields.get(way) ?? []
    values.push(value)
    fields.set(way, values)
  }
  for (const row of rows) walk(row, '', 0)
  return fields
}

const PHONE = /^(?:1[3-9]\d(?:\d|\*){4}\d{4}|0\d{2,3}-\*{4}\d{4}|\*{4}\d{4})$/

function lookOf(value: unknown, zone: string): Looks {
  if (typeof value === 'boolean') return 'flag'
  const text = String(value).trim()
  if (PHONE.test(text)) return 'phone'
  try {
    if (/^\d{8}$|\D|^\d{10}$|^\d{13,14}$/.test(text) && readTime(value, zone) !== null) return 'time'
  } catch {
    // No time, then.
  }
  try {
    readNumber(value)
    return 'number'
  } catch {
    return 'text'
  }
}

/** What all values that say anything are; a field of mixed values is text. */
export function looksOf(values: readonly unknown[], zone: string): Looks | undefined {
  const looks = new Set(
    values.filter((value) => isScalar(value) && !isBlank(value)).map((v) => lookOf(v, zone)),
  )
  return looks.size > 1 ? 'text' : [...looks][0]
}
