import type { MetricDictionary } from './metrics'
import type { Cell } from './scene'

// What configuration says in two ways, or says among other things, read without its schemas: the page judges files in its data
// worker and loads no validator of its own.

/** The cell of a place, whichever way it is written. */
export const cellOf = (written: string | Cell): Cell =>
  typeof written === 'string' ? { panel: written } : written

type Entry = string | { readonly id: string }

/** The ids of listed cities or scenes, whichever way each is written. */
export const idsOf = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => (typeof entry === 'string' ? entry : entry.id))

/** The thresholds of a dictionary by metric id. */
export function limitsOf(metrics: MetricDictionary): Record<string, number> {
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([id, m]) => (m.threshold ? [[id, m.threshold.value]] : [])),
  )
}
