import * as z from 'zod/mini'
import { contractOf, type Named, type PublishedReader } from './answers'
import { list, text } from './primitives'
import type { Answer } from './resource'

/** Where the pictures of one camera are, best first, and for how long. */
export interface Told extends Answer {
  readonly addresses: readonly string[]
  readonly ttlSeconds: number | null
}

/** Reads where the pictures of one camera are: `{ addresses, ttlSeconds? }`. Nobody asks before somebody looks at one. */
export function addressesReader(named: Named): PublishedReader<Told> {
  const told = z.object({
    contract: z.literal(contractOf(named)),
    addresses: list(text(400), 8),
    ttlSeconds: z._default(z.nullable(z.number().check(z.gt(0), z.lte(86_400))), null),
  })
  return { id: named.id, sent: told, parse: (input) => told.safeParse(input) }
}
