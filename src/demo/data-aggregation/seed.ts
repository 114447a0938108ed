import * as z from 'zod/mini'
import { count, list, regionCode, slug, text } from '../../contract/primitives'

const weight = z.number().check(z.gte(0))

/** What the demo needs to know of a city: sizes, names and shares. A live document carries none of it. */
export const demo = z.strictObject({
  /** Any number; it was picked so that the reference day shows the mock-up's figures. */
  seed: count,
  /** Who acts on a fault of the platform itself. */
  owner: text(16),
  operator: text(16),
  /** The published total is the total at the end of this year … */
  baseYear: z.int(),
  baseRecords: count,
  /** … and every year since adds this much (assumed). */
  growthPerYear: count,
  callsPerYear: count,
  issuesPerYear: count,
  applicationsPerYear: count,
  /** Usual share of resources not renewed within their cycle, percent. */
  lateShare: z.number().check(z.gte(0), z.lte(100)),
  departments: list(
    z.strictObject({
      id: slug,
      name: text(12),
      library: text(8),
      weight,
      cycleDays: z.int().check(z.gte(1), z.lte(366)),
      classes: z.nullable(count),
    }),
    80,
  ),
  consumers: list(z.strictObject({ id: slug, name: text(12), weight }), 30),
  towns: list(z.strictObject({ code: regionCode, name: text(16) }), 150),
  issueTitles: list(text(10), 16),
  wanted: list(z.strictObject({ name: text(12), level: text(6) }), 24),
})
export type DataDemo = z.infer<typeof demo>
