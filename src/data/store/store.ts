import type { RowFaults, RowQuality } from '../../contract/records/counting'
import { RowProblem } from '../../contract/records/row-problem'
import type { AnyKind } from '../../contract/records/kind'
import { rowReader, type Cells } from '../../contract/records/read-row'
import { createTable, type Table } from '../../contract/records/table'
import { isFields } from '../../lib/fields'
import { at } from '../json'

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
  /** From now on what was read is what is kept. `asOf` is the data time, epoch ms. */
  commit(asOf: number): void
}

/** The records of one kind: what was last read whole, and what changed since. */
export interface Store {
  readonly table: Table
  /** Data time, epoch ms. */
  readonly asOf: number
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

/** An empty store of `kind`. The same row twice (pages that overlap) counts once. */
export function createStore(kind: AnyKind): Store {
  let [table, asOf] = [createTable(kind), Number.NaN]
  const faults: Faults = new Map()

  return {
    get table() {
      return table
    },
    get asOf() {
      return asOf
    },
    quality(dirtyShare) {
      const left = faults.size
      const read = table.size + left
      const name = kind.id.slice(kind.id.indexOf('.') + 1)
      return {
        kind: name,
        read,
        used: table.size,
        dirty: left > dirtyShare * read,
        faults: byField(faults).slice(0, MOST_FAULTS),
      }
    },
    begin(whole) {
      // Of all rows a new table, of changes a list: what is kept stays untouched until the last page is in.
      const [fresh, changes, own]: [Table, Cells[], Faults] = [createTable(kind), [], new Map()]
      const right = new Set<string>()
      const keyAt = Object.keys(kind.columns).indexOf(kind.key)
      let read = 0
      return {
        put(rows, promised, sent = (i) => nameOf(rows[i], kind.key)) {
          const reader = rowReader(kind, new Set(promised ?? sentIn(rows)))
          for (const [i, row] of rows.entries()) {
            const place = read + i
            const one = row instanceof RowProblem ? { fault: row } : reader(row, place)
            if ('fault' in one) {
              const { field, message } = one.fault
              own.set(sent(i), { field, message, at: place })
            } else if (whole) fresh.put(one.cells)
            else {
              changes.push(one.cells)
              right.add(String(one.cells[keyAt]))
            }
          }
          read += rows.length
        },
        get read() {
          return read
        },
        get worst() {
          return byField(own)[0]
        },
        get used() {
          return whole ? fresh.size : changes.length
        },
        commit(moment) {
          if (whole) {
            table = fresh
            faults.clear()
          } else for (const cells of changes) table.put(cells)
          for (const name of right) faults.delete(name)
          for (const [name, fault] of own) faults.set(name, fault)
          asOf = moment
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
