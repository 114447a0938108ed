import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { course, measure } from '../../contract/measure'
import { count, list, moment, regionCode, text, together } from '../../contract/primitives'

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
    /** The town's own usual number of cameras offline at this hour. */
    offlineLow: usual,
    offlineHigh: usual,
    halls: known,
    /** Orders by the hour with their number and own usual range; at night those of the last 24 hours. */
    lately: z.optional(z.nullable(z.object({ count, low: usual, high: usual, course }))),
    /** Cameras offline by the hour. */
    offlineCourse: z.optional(z.nullable(course)),
  })
  .check(
    z.refine((t) => together(t.low, t.high, (low, high) => low <= high), {
      path: ['low'],
      error: '下限大于上限',
    }),
  )
export type Town = z.infer<typeof town>

/** A service hall at its town. */
const hall = z.object({
  code: regionCode,
  short: text(8),
  waiting: count,
  low: usual,
  high: usual,
  /** Minutes the first in line has waited. */
  longest: usual,
  course: z.optional(z.nullable(course)),
})
export type Hall = z.infer<typeof hall>

const operation = z.object({
  received: z.optional(z.nullable(measure)),
  towns: z.optional(list(town, 400)),
  /** Present while what is known of the orders of towns has gone stale and is left out. */
  ordersStale: z.optional(z.boolean()),
  halls: z.optional(list(hall, 40)),
  /** Present while the halls are closed: when they open. */
  opensAt: z.optional(moment),
  /** When what is known of cameras was true, where that is older than the rest. */
  camerasAt: z.optional(moment),
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
