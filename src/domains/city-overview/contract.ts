import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { measure } from '../../contract/measure'
import { count, list, regionCode, text, together } from '../../contract/primitives'

/** null or absent: the city does not know this figure by town. */
const known = z.optional(z.nullable(count))
const usual = z.optional(z.nullable(z.number().check(z.gte(0))))

const town = z
  .object({
    code: regionCode,
    name: text(16),
    /** Orders received today. */
    received: known,
    /** The town's own usual range up to this hour. */
    low: usual,
    high: usual,
    cameras: known,
    offline: known,
    halls: known,
  })
  .check(
    z.refine((t) => together(t.low, t.high, (low, high) => low <= high), {
      path: ['low'],
      error: '下限大于上限',
    }),
  )
export type Town = z.infer<typeof town>

const operation = z.object({
  received: z.optional(z.nullable(measure)),
  towns: z.optional(list(town, 400)),
})
export type OverviewOperation = z.infer<typeof operation>

export const sums: readonly Sum<OverviewOperation>[] = [
  {
    part: 'towns',
    says: '镇街的离线路数大于总路数',
    most: true,
    of: ({ towns = [] }) => towns.map((row) => [[row.offline], row.cameras]),
  },
]

export const schema = documentSchema('city-overview', operation)
export type OverviewDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'city-overview', schema, sums })]
