import type { DataFault } from './data-fault'

/** What the reads of one question came to. */
export interface Outcome {
  /** Failed reads in a row. */
  readonly count: number
  /** Why the last one failed; undefined after a good one. */
  readonly fault: DataFault | undefined
  /** Epoch ms of the last good read, changed or not: how old the check is, as opposed to the data. 0 before the first. */
  readonly goodAt: number
}

const NONE: Outcome = { count: 0, fault: undefined, goodAt: 0 }

/** The one ledger of failures: back-off, badge and health list read the same count. */
export interface Failures {
  /** `fault` is null after a good read. */
  readonly note: (key: string, fault: DataFault | null) => void
  readonly of: (key: string) => Outcome
}

/**
 * The query library counts all failures ever, which would let one old outage slow every later retry, and it forgets the error
 * while it tries again, which would show 读取中 in the middle of an outage. Here a good read ends the row.
 */
export function createFailures({ real }: { readonly real: () => number }): Failures {
  const outcomes = new Map<string, Outcome>()
  const of = (key: string) => outcomes.get(key) ?? NONE
  return {
    note(key, fault) {
      const before = of(key)
      outcomes.set(
        key,
        fault
          ? { count: before.count + 1, fault, goodAt: before.goodAt }
          : { count: 0, fault: undefined, goodAt: real() },
      )
    },
    of,
  }
}
