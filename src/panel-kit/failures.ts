/** Failed reads in a row by query: the library counts all failures ever, which would let one old outage slow every later retry. */
const inARow = new WeakMap<object, number>()

/** Called by the query cache after every read. */
export function noteOutcome(query: object, ok: boolean): void {
  inARow.set(query, ok ? 0 : failuresOf(query) + 1)
}

/** Failures of `query` since its last good read. */
export function failuresOf(query: object | undefined): number {
  return (query && inARow.get(query)) ?? 0
}
