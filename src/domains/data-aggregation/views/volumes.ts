import type { ColumnsData } from '../../../charts/forms/columns'
import type { WholeData } from '../contract'
import { words } from '../overview-words'

const WAN = 10_000

/** 8 429 800 → 843: columns are read in 万 and need no decimals. */
const inWan = (records: number) => Math.round(records / WAN)

export interface Volumes {
  readonly columns: ColumnsData
  /** Mean of the earlier days that have a batch, and how many have none. */
  readonly mean: number | null
  readonly gaps: number
  /** The last day against that mean, percent. */
  readonly deviation: number | null
}

/**
 * The last `length` days as columns: a missing batch stays a gap, the mean is of the days before the last that have one.
 * `every` = days between two axis labels, counted back from the last; 0 = first, gap and last only.
 */
export function volumesOf(days: WholeData['intake']['days'], length: number, every: number): Volumes {
  const shown = days.slice(-length)
  const earlier = shown.slice(0, -1).flatMap((d) => (d.records === null ? [] : [d.records]))
  const mean = earlier.length === 0 ? null : earlier.reduce((a, b) => a + b, 0) / earlier.length
  const last = shown.at(-1)?.records ?? null
  const end = shown.length - 1
  const gap = shown.findIndex((d) => d.records === null)
  const ticks =
    every === 0
      ? [0, end, ...(gap > 2 && gap < end - 2 ? [gap] : [])]
      : shown.map((_, i) => i).filter((i) => (end - i) % every === 0)
  return {
    columns: {
      labels: shown.map((d) => d.date.slice(5)),
      values: shown.map((d) => (d.records === null ? null : inWan(d.records))),
      unit: words.unit.volume,
      ticks,
      ...(mean === null ? {} : { mean: inWan(mean) }),
    },
    mean,
    gaps: shown.filter((d) => d.records === null).length,
    deviation: mean === null || last === null ? null : ((last - mean) / mean) * 100,
  }
}
