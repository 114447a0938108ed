import type { RowFaults, RowQuality } from '../../contract/records/counting'
import { RowProblem } from '../../contract/records/row-problem'
import type { AnyKind } from '../../contract/records/kind'
import { rowReader, type Cells } from '../../contract/records/read-row'
import { createTable, type Table } from '../../contract/records/table'
import { isFields } from '../../lib/fields'

/** Totals that a source says of its own rows, as it writes them, by the part of the document that is counted from them. */
export type Totals = Readonly<Record<string, unknown>>

/** Rows of one run of pages, not yet in the place of what is kept. */
export interface Run {
  /** Reads the rows of one more page. `promised` are columns that every row should have; without it, those that any row has. */
  put(rows: readonly unknown[], promised?: Iterable<string>): void
  /** Rows read so far. */
  readonly read: number
  /** The field that cost the most rows of this run; undefined where every row was let through. */
  readonly worst: RowFaults | undefined
  /** Different things let through so far. */
  readonly used: number
  /** From now on what was read is what is kept. `asOf` is the data time, epoch ms; `expected` the totals of the source itself. */
  commit(asOf: number, expected?: Totals): void
}

/** The records of one kind: what was last read whole, and what changed since. */
export interface Store {
  readonly table: Table
  /** Data time, epoch ms. */
  readonly asOf: number
  readonly expected: Totals
  /** `dirtyShare` is the share of rows left out that is put up with. */
  quality(dirtyShare: number): RowQuality
  /** Begins a run: of all rows, or of what changed. A run that was begun before and not committed is forgotten. */
  begin(whole: boolean): Run
  /** Lets go of what became history before `moment`, epoch ms. */
  dropBefore(moment: number): void
}

/** Fields named; a row names its first wrong one only. */
const MOST_FAULTS = 8

type Faults = Map<string, { field: string; message: string; rows: number; first: number }>

/** Names that any of the rows has. */
function sentIn(rows: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const row of rows) if (isFields(row)) for (const name of Object.keys(row)) names.add(name)
  return names
}

const byRows = (faults: Faults) =>
  [...faults.values()].toSorted((a, b) => b.rows - a.rows || a.first - b.first)

const sum = (faults: Faults) => [...faults.values()].reduce((n, { rows }) => n + rows, 0)

function note(faults: Faults, { field, message, rows, first }: RowFaults): void {
  const before = faults.get(field)
  if (before) before.rows += rows
  else faults.set(field, { field, message, rows, first })
}

/** An empty store of `kind`. The same row twice (pages that overlap) counts once. */
export function createStore(kind: AnyKind): Store {
  let [table, asOf] = [createTable(kind), Number.NaN]
  let expected: Totals = {}
  const faults: Faults = new Map()

  return {
    get table() {
      return table
    },
    get asOf() {
      return asOf
    },
    get expected() {
      return expected
    },
    quality(dirtyShare) {
      const left = sum(faults)
      const read = table.size + left
      const name = kind.id.slice(kind.id.indexOf('.') + 1)
      return {
        kind: name,
        read,
        used: table.size,
        dirty: left > dirtyShare * read,
        faults: byRows(faults).slice(0, MOST_FAULTS),
      }
    },
    begin(whole) {
      // Of all rows a new table, of changes a list: what is kept stays untouched until the last page is in.
      const [fresh, changes, own]: [Table, Cells[], Faults] = [createTable(kind), [], new Map()]
      let read = 0
      return {
        put(rows, promised) {
          const reader = rowReader(kind, new Set(promised ?? sentIn(rows)))
          for (const [i, row] of rows.entries()) {
            const at = read + i
            const one = row instanceof RowProblem ? { fault: row } : reader(row, at)
            if ('fault' in one) note(own, { ...problemOf(one.fault), rows: 1, first: at })
            else if (whole) fresh.put(one.cells)
            else changes.push(one.cells)
          }
          read += rows.length
        },
        get read() {
          return read
        },
        get worst() {
          return byRows(own)[0]
        },
        get used() {
          return whole ? fresh.size : changes.length
        },
        commit(moment, totals = {}) {
          if (whole) {
            table = fresh
            faults.clear()
          } else for (const cells of changes) table.put(cells)
          for (const fault of own.values()) note(faults, fault)
          asOf = moment
          expected = totals
        },
      }
    },
    dropBefore(moment) {
      if (kind.past === null) return
      const past = table.time(kind.past)
      table.drop((row) => (past[row] ?? Number.NaN) < moment)
    },
  }
}

const problemOf = ({ field, message }: { readonly field: string; readonly message: string }) => ({
  field,
  message,
})
