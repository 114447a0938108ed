import type { Insight, InsightProps } from '../panel/insight'
import { onDemand, type OnDemand } from '../panel/on-demand'

/** What a domain says of a figure or exception that somebody opened: a folder with `insight.tsx` is found without an edit here. */
const all = import.meta.glob<Insight>('./*/insight.tsx', { import: 'Insight' })

const parts = new Map(Object.entries(all).map(([path, load]) => [path, onDemand(load)]))

/** Undefined of a domain that has nothing to say. It comes when it is first drawn. */
export const insightOf = (domain: string): OnDemand<InsightProps> | undefined =>
  parts.get(`./${domain}/insight.tsx`)
