import type { AnyKind, Column } from '../../../src/contract/records/kind'
import { HOUR, isoTime } from '../../../src/lib/calendar'
import { hash32 } from '../../../src/lib/random'

/** Rows made for a kind: enough that every word of its closed lists comes up, and things at every point of their way. */
const ROWS = 120

function cellOf(name: string, column: Column, i: number, now: number): unknown {
  switch (column.type) {
    case 'text':
      return `${name.slice(0, column.most - 3)}-${i}`
    case 'code':
      return column.of === null
        ? `${name.slice(0, column.most - 2)}-${i % 3}`
        : column.of[i % column.of.length]
    case 'place':
      return { code: `44011100${i % 3}`, name: `镇街 ${i % 3}` }
    case 'time':
      // One moment for all of a row, so that none comes before another.
      return isoTime(now - (i + 1) * HOUR)
    case 'number':
      return Math.min(column.high, Math.max(column.low, i))
    case 'flag':
      return i % 2 === 0
  }
}

/** Rows of `kind` that hold to its contract: every other one with all its columns, the rest with those that it cannot do without and some others. */
export const rowsOf = ({ columns }: AnyKind, now: number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: ROWS }, (_, i) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        i % 2 === 0 || column.required || hash32(`${name} ${i}`) % 2 === 0
          ? cellOf(name, column, i, now)
          : null,
      ]),
    ),
  )
