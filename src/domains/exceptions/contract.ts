import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { documentReader } from '../../contract/reader'
import { count, list, slug } from '../../contract/primitives'

/**
 * The list itself is the envelope's `exceptions`; the operational part says which domains it could not see, and which of them the city does
 * not have or never connected: nothing is amiss with those.
 */
export const schema = documentSchema(
  'exceptions',
  z.object({
    unseen: list(slug, 20),
    absent: z.optional(list(slug, 20)),
    /** Of a town: how many more there are of which nobody says where they lie. */
    unplaced: z.optional(count),
  }),
)
export type ExceptionsDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'exceptions', schema })]
