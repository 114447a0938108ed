interface Misses {
  readonly count: number
  readonly error: Error | null
}

const NONE: Misses = { count: 0, error: null }

/**
 * Failed reads in a row by query. The library counts all failures ever, which would let one old outage slow every later
 * retry, and it forgets the error while it tries again, which would show 读取中 in the middle of an outage.
 */
const inARow = new WeakMap<object, Misses>()

/** Called by the query cache after every read; `error` is null after a good one. */
export function noteOutcome(query: object, error: Error | null): void {
  inARow.set(query, error === null ? NONE : { count: missesOf(query).count + 1, error })
}

/** Failures of `query` since its last good read, and the last of them. */
export function missesOf(query: object | undefined): Misses {
  return (query && inARow.get(query)) ?? NONE
}
