import * as z from 'zod/mini'
import { list, resourceId, slug, text } from '../contract/primitives'

/** A threshold is data with provenance: whose rule it is decides how loudly it may speak. */
const threshold = z.strictObject({
  value: z.number(),
  /** `min`: below is a breach; `max`: above is a breach. */
  kind: z.enum(['min', 'max']),
  basis: z.enum(['standard', 'document', 'local', 'assumption']),
  source: text(60),
})

const fieldName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/))

/** The records that a figure counts: as many as it says, in the chosen town or the whole city. */
const rows = z.strictObject({
  /** `hotline.work-order`. */
  records: resourceId,
  /** Flags of theirs that all hold: `overdue`. */
  having: list(fieldName, 6),
  /** They lie where they lie, whatever town is chosen: the figure speaks of a hall that may lie elsewhere. */
  anywhere: z.optional(z.literal(true)),
  /** The figure is the sum of this number in them. */
  sum: z.optional(fieldName),
})

export const metricDefinition = z.strictObject({
  label: text(16),
  unit: z.string().check(z.maxLength(8)),
  direction: z.enum(['up', 'down', 'neutral']),
  definition: text(90),
  formula: z.optional(text(90)),
  cadence: text(16),
  threshold: z.optional(threshold),
  rows: z.optional(rows),
})
export type MetricDefinition = z.infer<typeof metricDefinition>

/** `public/config/metrics/<dataset>.json`: the KPI dictionary (definition, formula, threshold, provenance) by metric id. */
export const metricDictionary = z.strictObject({
  $schema: z.optional(z.string()),
  metrics: z.record(slug, metricDefinition),
})
export type MetricDictionary = z.infer<typeof metricDictionary>['metrics']
