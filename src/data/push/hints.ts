export interface Hint {
  /** When the source last said that it changed, epoch ms by our clock. */
  readonly at: number
  /** Data time the source spoke of. */
  readonly asOf: string | undefined
  /** Reads that have not shown the change, because a cache still held the old document. */
  readonly tries: number
}

/** What sources said about themselves and no document has shown yet. */
export interface Hints {
  readonly mark: (id: string, asOf?: string) => void
  readonly pending: (id: string) => Hint | undefined
  /** A document of `id` was read; `startedAt` is when its request began. */
  readonly settle: (id: string, documentAsOf: string, startedAt: number) => void
  readonly onMark: (listener: (id: string) => void) => () => void
}

interface Kept extends Hint {
  /** When the source last spoke without a data time: only a request begun since can show that change. */
  readonly blankAt: number | undefined
}

/** Further ahead of our clock than data is accepted: such a time would never be met. */
const AHEAD_MS = 5 * 60_000

/**
 * A hint stays pending until a document at least as new as its `asOf` was read or, where it has none, until a read that
 * began after it. Older answers (from a cache, or on their way when the hint came) therefore never count as the change.
 */
export function createHints({ real }: { readonly real: () => number }): Hints {
  const kept = new Map<string, Kept>()
  const listeners = new Set<(id: string) => void>()
  const timeOf = (asOf: string | undefined): string | undefined =>
    asOf !== undefined && Date.parse(asOf) <= real() + AHEAD_MS ? asOf : undefined

  return {
    mark(id, told) {
      const before = kept.get(id)
      const asOf = timeOf(told)
      kept.set(id, {
        at: real(),
        asOf: newer(asOf, before?.asOf),
        blankAt: asOf === undefined ? real() : before?.blankAt,
        tries: before?.tries ?? 0,
      })
      for (const listener of listeners) listener(id)
    },
    pending: (id) => kept.get(id),
    settle(id, documentAsOf, startedAt) {
      const hint = kept.get(id)
      if (!hint) return
      const shown = hint.asOf === undefined || Date.parse(documentAsOf) >= Date.parse(hint.asOf)
      const begun = hint.blankAt === undefined || startedAt >= hint.blankAt
      if (shown && begun) kept.delete(id)
      else kept.set(id, { ...hint, tries: hint.tries + 1 })
    },
    onMark(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function newer(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Date.parse(a) >= Date.parse(b) ? a : b
}
