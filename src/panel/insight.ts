import type { ComponentType } from 'react'

/** What somebody has opened: a figure, or an exception that was found in one. */
export interface InsightProps {
  /** Metric of the dictionary. */
  readonly metric: string
  /** The thing itself inside its dataset, where it is one of several. */
  readonly subject: string | null
  /** What it was held against, in the metric's unit; null where nothing was. */
  readonly limit: number | null
}

/** What a domain has to say of it besides its records: nothing where the metric is none of those it knows more about. */
export type Insight = ComponentType<InsightProps>
