import * as z from 'zod/mini'
import { slug, text } from '../contract/primitives'

/** A threshold is data with provenance: whose rule it is decides how loudly it may speak. */
const threshold = z.strictObject({
  value: z.number(),
  /** `min`: below is a breach; `max`: above is a breach. */
  kind: z.enum(['min', 'max']),
  basis: z.enum(['standard', 'document', 'local', 'assumption']),
  source: text(60),
})

export const metricDefinition = z.strictObject({
  label: text(16),
  unit: z.string().check(z.maxLength(8)),
  direction: z.enum(['up', 'down', 'neutral']),
  definition: text(90),
  formula: z.optional(text(90)),
  cadence: text(16),
  threshold: z.optional(threshold),
})
export type MetricDefinition = z.infer<typeof metricDefinition>

/** `public/config/metrics/<dataset>.json`: the KPI dictionary (definition, formula, threshold, provenance) by metric id. */
export const metricDictionary = z.strictObject({
  $schema: z.optional(z.string()),
  metrics: z.record(slug, metricDefinition),
})
export type MetricDictionary = z.infer<typeof metricDictionary>['metrics']
