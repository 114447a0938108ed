import * as z from 'zod/mini'
import { exceptionItem } from '../../contract/exception'
import { EMPTY, type Journal } from './journal'

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
