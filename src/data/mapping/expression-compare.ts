import { isRecord, isScalar } from '../json'
import { ForeignValueError, isBlank, readNumber } from './expression-values'
import { words } from './words'

const brief = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 24)

const cannot = (a: unknown, b: unknown) => new ForeignValueError(words.cannotCompare(brief(a), brief(b)))

const NUMERIC = /^\s*[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*$/

/** A pair of numbers, where one side is a number and the other a number or the text of one. @throws ForeignValueError where it is none */
function numbers(a: unknown, b: unknown): readonly [number, number] | undefined {
  if (typeof a === 'number' && typeof b === 'number') return [a, b]
  if (typeof a !== 'number' && typeof b !== 'number') return undefined
  try {
    const pair = [readNumber(a), readNumber(b)] as const
    const [left, right] = pair
    if (left !== null && right !== null) return [left, right]
  } catch {
    // Said below, with both sides.
  }
  throw cannot(a, b)
}

/** Whether two values are the same, "8" and 8 too. What is not known is the same as null, and as nothing else. @throws ForeignValueError */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  if (a === null || b === null) return isBlank(a) && isBlank(b)
  if (typeof a === 'string' && typeof b === 'string') return false
  if (isScalar(a) && isScalar(b)) return sameScalar(a, b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item: unknown, i) => same(item, b[i]))
  if (isRecord(a) && isRecord(b)) {
    const [keys, others] = [Object.keys(a), Object.keys(b)]
    return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  }
  throw cannot(a, b)
}

function sameScalar(a: string | number | boolean, b: string | number | boolean): boolean {
  if (isBlank(a) || isBlank(b)) return false
  const text = typeof a === 'string' ? a : b
  const other = typeof a === 'string' ? b : a
  if (typeof other === 'boolean' && (text === 'true' || text === 'false')) return text === String(other)
  const [left, right] = numbers(a, b) ?? [undefined, undefined]
  if (left === undefined) {
    if (typeof a === typeof b) return false
    throw cannot(a, b)
  }
  return left === right
}

type Order = (a: number | string, b: number | string) => boolean

/** An order of numbers, or of texts. What is not known is neither before nor after anything. @throws ForeignValueError */
const ordered =
  (holds: Order) =>
  (a: unknown, b: unknown): boolean => {
    if (a === undefined || b === undefined || isBlank(a) || isBlank(b)) return false
    const pair = numbers(a, b)
    if (pair) return holds(...pair)
    if (typeof a !== 'string' || typeof b !== 'string') throw cannot(a, b)
    if (NUMERIC.test(a) && NUMERIC.test(b)) return holds(Number(readNumber(a)), Number(readNumber(b)))
    return holds(a, b)
  }

function among(value: unknown, list: unknown): boolean {
  if (list === undefined) return false
  return (Array.isArray(list) ? list : [list]).some((item: unknown) => same(value, item))
}

const OPERATORS: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '=': same,
  '!=': (a, b) => a !== undefined && b !== undefined && !same(a, b),
  '<': ordered((a, b) => a < b),
  '<=': ordered((a, b) => a <= b),
  '>': ordered((a, b) => a > b),
  '>=': ordered((a, b) => a >= b),
  in: among,
}

/**
 * The comparisons of a mapping, by their sign. Each is told which field stands on either side, null where none does: a field that is
 * not there is a fault and no "false". `empty` says that the whole answer is an empty list, in which nothing can be missing.
 */
export function comparisons(empty: boolean): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(OPERATORS).map(([sign, holds]) => [
      sign,
      (a: unknown, b: unknown, left: unknown, right: unknown) => {
        const missing = a === undefined ? left : b === undefined ? right : null
        if (typeof missing === 'string' && !empty) throw new ForeignValueError(words.noSuchField(missing))
        return holds(a, b)
      },
    ]),
  )
}
