import type { Look } from './look'

/** What every row of a picture has that somebody may open. */
export interface Openable {
  readonly key: string
  /** What a press on it opens, as a link says it; null where nothing is known of it. Left out where the view has its own way for all. */
  readonly lead?: string | null
}

/** The rows that stand in the box, and how much is left under them for the axis and what they do not need, px. */
export interface RowPlot<Row> {
  readonly rows: readonly Row[]
  readonly bottom: number
}

/**
 * Height of a row in u: few rows stand at the top with usual spacing instead of floating far apart, and of too many the least important
 * (last) are dropped: type of 20u is not shrunk.
 */
const [LEAST, MOST] = [23.5, 48]

/** Lays rows out one below the other over an axis of `axis` px. */
export function plotRows<Row>({ u, height }: Look, all: readonly Row[], axis: number): RowPlot<Row> {
  const rows = all.slice(0, Math.max(1, Math.floor((height - axis) / (LEAST * u))))
  return { rows, bottom: Math.max(axis, height - rows.length * MOST * u) }
}
