import { isRecord } from '../../../src/data/json'
import { parseJson } from '../../../src/data/shape/lossless-json'

/** The answer with long integers as text, which no field of a mapping can tell from the answer itself. */
export const plainAnswer = (text: string): unknown => parseJson(new TextEncoder().encode(text))

/** Every field name in an answer. */
export function fieldsOf(value: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (item: unknown): void => {
    if (Array.isArray(item)) for (const each of item) visit(each)
    else if (isRecord(item))
      for (const [key, below] of Object.entries(item)) {
        found.add(key)
        visit(below)
      }
  }
  visit(value)
  return found
}

/** `value` without the field `name`: everywhere, or only where it first stands. */
export function without(value: unknown, name: string, where: 'everywhere' | 'once'): unknown {
  let left = where === 'once' ? 1 : Number.POSITIVE_INFINITY
  const copy = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(copy)
    if (!isRecord(item)) return item
    const kept = Object.entries(item).filter(([key]) => key !== name || left-- <= 0)
    return Object.fromEntries(kept.map(([key, below]) => [key, copy(below)]))
  }
  return copy(value)
}

/**
 * Where `actual` says something that `expected` does not: a value that differs, a list of another length. What is left out,
 * or null, says nothing.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (actual === undefined || actual === null || Object.is(actual, expected)) return []
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.length === expected.length
      ? actual.flatMap((item, i) => differences(item, expected[i], `${path}.${i}`))
      : [`${path}: ${actual.length} items, not ${expected.length}`]
  if (isRecord(actual) && isRecord(expected))
    return Object.entries(actual).flatMap(([key, below]) =>
      differences(below, expected[key], `${path}.${key}`),
    )
  return [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
}
