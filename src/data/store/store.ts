import type { RowFaults, RowQuality } from '../../contract/records/counting'
import { RowProblem } from '../../contract/records/row-problem'
import type { AnyKind } from '../../contract/records/kind'
import { rowReader, type Cells } from '../../contract/records/read-row'
import { createTable, type Table } from '../../contract/records/table'
import { isFields } from '../../lib/fields'
import { at } from '../json'

/** Totals that a source says of its own rows, as it writes them, by the part of the document that is counted from them. */
export type Totals = Readonly<Record<string, unknown>>

/** Rows of one run of pages, not yet in the place of what is kept. */
export interface Run {
  /**
   * Reads the rows of one more page. `promised` are columns that every row should have; without it, those that any row has. `sent` names
   * the rows as they came, where `rows` are what a mapping made of them.
   */
  put(rows: readonly unknown[], promised?: Iterable<string>, sent?: (at: number) => string): void
  /** Rows read so far. */
  readonly read: number
  /** The field that cost the most rows of this run; undefined where every row was let through. */
  readonly worst: RowFaults | undefined
  /** Different things let through so far. */
  readonly used: number
  /** From now on what was read is what is kept. `asOf` is the data time, epoch ms; `expected` the totals of the source itself; `missing` what was done without. */
  commit(asOf: number, expected?: Totals, missing?: readonly RowFaults[]): void
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

/** One row that was refused. */
interface Refused {
  readonly field: string
  readonly message: string
  readonly at: number
}

/** Refused rows by what they are, so that one that is sent again, or put right, is not another. */
type Faults = Map<string, Refused>

/** Names that any of the rows has. */
function sentIn(rows: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const row of rows) if (isFields(row)) for (const name of Object.keys(row)) names.add(name)
  return names
}

/** Refused rows by their first wrong field, the most costly first. */
function byField(faults: Faults): readonly RowFaults[] {
  const fields = new Map<string, { field: string; message: string; rows: number; first: number }>()
  for (const { field, message, at } of faults.values()) {
    const before = fields.get(field)
    if (before) before.rows++
    else fields.set(field, { field, message, rows: 1, first: at })
  }
  return [...fields.values()].toSorted((a, b) => b.rows - a.rows || a.first - b.first)
}

/** What names a row: what stands at `way`, or all of it where nothing does. */
export function nameOf(row: unknown, way: string): string {
  const name = at(row, way)
  return typeof name === 'string' || typeof name === 'number' ? String(name).trim() : JSON.stringify(row)
}

/** What a run has read. */
interface Read {
  /** All rows, where all are read. */
  readonly fresh: Table
  /** What changed, where that is read. */
  readonly changes: readonly Cells[]
  readonly faults: Faults
}

/** A run of pages; `commit` is given what it has read. */
function createRun(
  kind: AnyKind,
  whole: boolean,
  commit: (read: Read, asOf: number, totals: Totals, missing: readonly RowFaults[]) => void,
): Run {
  // Of all rows a new table, of changes a list: what is kept stays untouched until the last page is in.
  const [fresh, changes, faults]: [Table, Cells[], Faults] = [createTable(kind), [], new Map()]
  let read = 0
  return {
    put(rows, promised, sent = (i) => nameOf(rows[i], kind.key)) {
      const reader = rowReader(kind, new Set(promised ?? sentIn(rows)))
      for (const [i, row] of rows.entries()) {
        const one = row instanceof RowProblem ? { fault: row } : reader(row, read + i)
        if ('cells' in one) {
          if (whole) fresh.put(one.cells)
          else changes.push(one.cells)
        } else faults.set(sent(i), { field: one.fault.field, message: one.fault.message, at: read + i })
      }
      read += rows.length
    },
    get read() {
      return read
    },
    get worst() {
      return byField(faults)[0]
    },
    get used() {
      return whole ? fresh.size : changes.length
    },
    commit: (asOf, totals = {}, missing = []) => commit({ fresh, changes, faults }, asOf, totals, missing),
  }
}

/** An empty store of `kind`. The same row twice (pages that overlap) counts once. */
export function createStore(kind: AnyKind): Store {
  let [table, asOf, faults]: [Table, number, Faults] = [createTable(kind), Number.NaN, new Map()]
  const keyAt = Object.keys(kind.columns).indexOf(kind.key)
  let [expected, missing]: [Totals, readonly RowFaults[]] = [{}, []]

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
      const read = table.size + faults.size
      return {
        kind: kind.id.slice(kind.id.indexOf('.') + 1),
        read,
        used: table.size,
        dirty: faults.size > dirtyShare * read,
        faults: [...missing, ...byField(faults)].slice(0, MOST_FAULTS),
      }
    },
    begin: (whole) =>
      createRun(kind, whole, (read, moment, totals, without) => {
        asOf = moment
        expected = totals
        missing = without
        if (whole) {
          table = read.fresh
          faults = read.faults
          return
        }
        for (const cells of read.changes) {
          table.put(cells)
          const key = cells[keyAt]
          if (typeof key === 'string') faults.delete(key)
        }
        for (const [name, fault] of read.faults) faults.set(name, fault)
      }),
    dropBefore(moment) {
      if (kind.past === null) return
      const past = table.time(kind.past)
      table.drop((row) => (past[row] ?? Number.NaN) < moment)
    },
  }
}
