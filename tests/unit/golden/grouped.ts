/** `all` by what `key` says of each, in the order in which they came. */
export function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const own = groups.get(key(one))
    if (own) own.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
