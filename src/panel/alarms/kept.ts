import * as z from 'zod/mini'
import { exceptionItem } from '../../contract/exception'
import { keepText, type Store } from '../../lib/kept'
import { EMPTY, observe, type Journal, type Sight } from './journal'

const at = z.number()
const by = z.nullable(z.string().check(z.maxLength(16)))
const shelf = z.object({ at, until: at, reason: z.string().check(z.maxLength(80)), by: z.optional(by) })
const deed = z.object({
  kind: z.enum(['acknowledged', 'shelved', 'unshelved']),
  at,
  until: z.nullable(at),
  reason: z.nullable(z.string().check(z.maxLength(80))),
  by,
})
const alarm = z.object({
  item: exceptionItem,
  active: z.boolean(),
  unsure: z.boolean(),
  seenAt: at,
  endedAt: z.nullable(at),
  acknowledgedAt: z.nullable(at),
  // Journals of earlier versions do not say.
  by: z._default(by, null),
  from: z._default(at, 0),
  deeds: z._default(z.array(deed), []),
  shelf: z.nullable(shelf),
  raisings: z.array(at).check(z.minLength(1)),
})
const kinds = ['raised', 'found', 'returned', 'acknowledged', 'shelved', 'unshelved', 'expired'] as const
const journal = z.object({
  began: z.nullable(at),
  last: z.nullable(at),
  alarms: z.record(z.string(), alarm),
  events: z.array(z.object({ at, kind: z.enum(kinds), id: z.string() })),
})

/** A journal as it was kept; an empty one where nothing was kept, or what was is of another time or was tampered with. */
export function readJournal(kept: string | null): Journal {
  if (kept === null) return EMPTY
  try {
    const read = z.safeParse(journal, JSON.parse(kept))
    return read.success ? read.data : EMPTY
  } catch {
    return EMPTY
  }
}

/** The journal as the browser has it under `key`, which all windows of one machine write. */
export function journalIn(key: string, storage: Store | null) {
  const textIn = () => storage?.getItem(key) ?? null
  let written = textIn()
  let unwritten: Sight | null = null
  return {
    first: readJournal(written),
    /**
     * `own`, unless another window has written since: that is the truth, with what was seen here and is not written yet. They may not
     * have seen it, and whoever presses on it presses on something.
     */
    latest(own: Journal): Journal {
      const text = textIn()
      if (text === null || text === written) return own
      written = text
      const theirs = readJournal(text)
      if (unwritten === null) return theirs
      return observe(theirs, { ...unwritten, now: Math.max(unwritten.now, theirs.last ?? 0) })
    },
    /** @returns whether it is the first that waits to be written */
    saw(sight: Sight): boolean {
      const first = unwritten === null
      unwritten = sight
      return first
    },
    waits: () => unwritten !== null,
    /** @returns whether it is kept */
    write(journal: Journal): boolean {
      unwritten = null
      const text = JSON.stringify(journal)
      const kept = keepText(storage, key, text)
      // A store that refuses it still has the text before: that one is known here.
      written = kept ? text : textIn()
      return kept
    },
  }
}
