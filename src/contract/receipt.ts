import * as z from 'zod/mini'
import { contractOf, type Named, type PublishedReader } from './answers'
import { moment, text } from './primitives'
import type { Receipt } from './resource'

/** Reads what became of an action: `{ contract, key, state, at, message? }`. Every action has the same; nobody acts in the first view. */
export function receiptReader(named: Named): PublishedReader<Receipt> {
  const receipt = z.object({
    contract: z.literal(contractOf(named)),
    key: text(80),
    state: z.enum(['done', 'pending', 'refused']),
    at: moment,
    message: z._default(z.nullable(text(120)), null),
  })
  return { id: named.id, sent: receipt, parse: (input) => receipt.safeParse(input) }
}
