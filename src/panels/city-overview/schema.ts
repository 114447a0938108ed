import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { measure } from '../../contract/measure'
import { count, list, regionCode, text } from '../../contract/primitives'

const nullableCount = z.nullable(count)

const town = z
  .strictObject({
    code: regionCode,
    name: text(16),
    /** Orders received today; null where the city has no hotline data. */
    received: nullableCount,
    /** The town's own usual range up to this hour. */
    low: z.nullable(z.number().check(z.gte(0))),
    high: z.nullable(z.number().check(z.gte(0))),
    cameras: nullableCount,
    offline: nullableCount,
    halls: nullableCount,
  })
  .check(
    z.refine((t) => t.cameras === null || t.offline === null || t.offline <= t.cameras, {
      path: ['offline'],
      error: '离线路数大于总路数',
    }),
    z.refine((t) => t.low === null || t.high === null || t.low <= t.high, {
      path: ['low'],
      error: '下限大于上限',
    }),
  )
export type Town = z.infer<typeof town>

const operation = z.strictObject({
  received: z.nullable(measure),
  towns: list(town, 400),
})
export type OverviewOperation = z.infer<typeof operation>

export const schema = documentSchema('city-overview', operation)
export type OverviewDocument = z.infer<typeof schema>
