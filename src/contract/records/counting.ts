import { isFields } from '../../lib/fields'
import type { AnyKind, Columns, RecordKind } from './kind'
import { rowReader } from './read-row'
import type { Moment, Summary } from './summary'
import { createTable } from './table'

/** What became of the rows of an answer. A dirty row costs itself: it is left out, counted, and named by its field. */
export interface RowQuality {
  readonly read: number
  /** Different things among the rows that were let through. */
  readonly used: number
  /** Fields that cost rows, the most costly first. */
  readonly faults: readonly {
    readonly field: string
    /** What the first row of them says. */
    readonly message: string
    readonly rows: number
    /** Place of the first in the answer, from 0. */
    readonly first: number
  }[]
}

/** Stands in the place of a row that could not even be mapped. */
export class RowProblem {
  constructor(
    readonly field: string,
    readonly message: string,
  ) {}
}

/** Counts one document's operation out of the rows of one kind. */
export interface Counting {
  readonly kind: AnyKind
  /** `promised` are columns that every row should have; without it, those that any row has. */
  count(
    rows: readonly unknown[],
    moment: Moment,
    promised?: Iterable<string>,
  ): { readonly operation: object; readonly quality: RowQuality }
}

/** Fields named; a row names the first wrong one only. */
const MOST_FAULTS = 8

/** Names that any of the rows has. */
function sentIn(rows: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const row of rows) if (isFields(row)) for (const name of Object.keys(row)) names.add(name)
  return names
}

/** The counting of `kind` by `summarise`. The same row twice (pages that overlap) counts once. */
export function countingOf<C extends Columns>(kind: RecordKind<C>, summarise: Summary<C, object>): Counting {
  return {
    kind,
    count(rows, moment, promised) {
      const table = createTable(kind)
      const read = rowReader(kind, new Set(promised ?? sentIn(rows)))
      const faults = new Map<string, { field: string; message: string; rows: number; first: number }>()
      for (const [at, row] of rows.entries()) {
        const one = row instanceof RowProblem ? { fault: row } : read(row, at)
        if ('cells' in one) table.put(one.cells)
        else {
          const { field, message } = one.fault
          const before = faults.get(field)
          if (before) before.rows++
          else faults.set(field, { field, message, rows: 1, first: at })
        }
      }
      return {
        operation: summarise(table, moment),
        quality: {
          read: rows.length,
          used: table.size,
          faults: [...faults.values()]
            .toSorted((a, b) => b.rows - a.rows || a.first - b.first)
            .slice(0, MOST_FAULTS),
        },
      }
    },
  }
}
