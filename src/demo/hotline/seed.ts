import * as z from 'zod/mini'
import { count, list, regionCode, slug, text } from '../../contract/primitives'

/** Parameters of the demo's hotline. */
export const demo = z.strictObject({
  yearTotal: count,
  hours: z.array(z.number()).check(z.minLength(24), z.maxLength(24)),
  restHours: z.array(z.number()).check(z.minLength(24), z.maxLength(24)),
  towns: list(z.strictObject({ code: regionCode, name: text(16), weight: z.number() }), 400),
  categories: list(
    z.strictObject({
      key: slug,
      label: text(12),
      dept: text(16),
      weight: z.number(),
      titles: list(text(16), 8),
    }),
    16,
  ),
  /** Share of orders answered on the spot, dispatched automatically, and repeated, 0–1. */
  direct: z.number(),
  auto: z.number(),
  repeat: z.number(),
  keyItems: list(z.strictObject({ title: text(20), dept: text(16) }), 12),
})
export type HotlineDemo = z.infer<typeof demo>
