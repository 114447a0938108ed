import { hash32 } from '../../lib/random'

/** Keeps the last `size` results of `make`, so that a day is worked out once and a week-long run does not grow. */
export function bounded<V>(size: number): (key: string, make: () => V) => V {
  const held = new Map<string, V>()
  return (key, make) => {
    const known = held.get(key)
    if (known !== undefined) return known
    const value = make()
    const [oldest] = held.keys()
    if (held.size >= size && oldest !== undefined) held.delete(oldest)
    held.set(key, value)
    return value
  }
}

const keys = new WeakMap<object, string>()

/** A short name for all of `value` (two hashes and its length), so that no two cities or editions of a file share a result. */
export function keyOf(value: object): string {
  const known = keys.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  const key = `${hash32('a', text)}-${hash32('b', text)}-${text.length}`
  keys.set(value, key)
  return key
}
