import * as z from 'zod/mini'
import { slug, text } from './primitives'

/** Where a published figure stands in print. Figures are carried over from the documents, their sentences are not. */
export const documentSource = z.object({
  title: text(80),
  issuer: text(40),
  published: text(24),
})
export type DocumentSource = z.infer<typeof documentSource>

/** A figure a city published in a report: kept as printed (qualifier and unit), never expanded or altered. */
export const figure = z.object({
  /** Fact id in the fact base, e.g. BY-049. */
  id: text(12),
  metric: slug,
  label: text(40),
  short: text(12),
  /** As printed: lead 超, figure 31, tail 万件. */
  printed: z.object({
    lead: z.string().check(z.maxLength(8)),
    figure: text(12),
    tail: z.string().check(z.maxLength(12)),
  }),
  /** The same value in base units (310000 件), for checks and machine readers. */
  value: z.number(),
  unit: text(8),
  period: text(24),
  role: z.enum(['actual', 'target', 'baseline', 'limit', 'plan', 'change', 'rank']),
  area: text(32),
  system: text(60),
  comparison: z.nullable(text(60)),
  definition: z.nullable(text(120)),
})
export type Figure = z.infer<typeof figure>

/** Statements of one document (or two) that cannot all be true, shown side by side and kept out of trends: 口径待核. */
export const contradiction = z.object({
  id: text(12),
  title: text(40),
  statements: z
    .array(z.object({ label: text(30), value: text(40), fact: text(12) }))
    .check(z.minLength(2), z.maxLength(6)),
  arithmetic: text(80),
  metrics: z.array(slug).check(z.maxLength(6)),
})
export type Contradiction = z.infer<typeof contradiction>
