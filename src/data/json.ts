/** A JSON object (or anything that can be read like one), as opposed to a list or a scalar. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The object's own value under `key`: what stands on a prototype is not data. */
export const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/**
 * What stands at a dotted `way` in `value`; the empty way is the value itself. Own properties only.
 * Null where the way ends early on a null, undefined where it does not exist.
 */
export function at(value: unknown, way: string): unknown {
  let found = value
  for (const key of way === '' ? [] : way.split('.')) {
    if (found === null) return null
    if (typeof found !== 'object' || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key) as unknown
  }
  return found
}
