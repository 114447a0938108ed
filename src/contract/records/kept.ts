/**
 * Remembers what `make` works out of records until they change: figures are counted of the same rows many times, for the city, for
 * a town, for rules and lists, minute after minute.
 */
export function keptPer<R extends { readonly version: number }, T>(
  make: (records: R) => T,
): (records: R) => T {
  const kept = new WeakMap<R, { readonly version: number; readonly made: T }>()
  return (records) => {
    const { version } = records
    const before = kept.get(records)
    if (before?.version === version) return before.made
    const made = make(records)
    kept.set(records, { version, made })
    return made
  }
}
