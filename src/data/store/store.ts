import type { RowFaults, RowQuality } from '../../contract/records/counting'
import { RowProblem } from '../../contract/records/row-problem'
import type { AnyKind } from '../../contract/records/kind'
import { isBlank, rowReader, type Cells } from '../../contract/records/read-row'
import { createTable, type Table } from '../../contract/records/table'
import { isFields } from '../../lib/fields'
import { at } from '../json'
import { maskText } from '../shape/mask'

/** Totals that a source says of its own rows, as it writes them, by the part of the document that is counted from them. */
export type Totals = Readonly<Record<string, unknown>>

/** Where few rows changed, one wrong row is a wrong row; so many that are all wrong are a wrong column. */
export const COLUMN_FROM = 20

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
  /** Rows let through so far. */
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
  /** When the source last changed it, epoch ms; NaN where nobody says. */
  readonly changed: number
}

/** Refused rows by what they are, so that one that is sent again, or put right, is not another. */
type Faults = Map<string, Refused>

/** What is kept of the things of one kind: each as it was last sent, whether it could be let through or not. */
interface Kept {
  readonly table: Table
  readonly faults: Faults
}

/** One row as it came. */
type Sent = { readonly cells: Cells } | { readonly name: string; readonly refused: Refused }

/** Names that any of the rows has. */
function sentIn(rows: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const row of rows) if (isFields(row)) for (const name of Object.keys(row)) names.add(name)
  return names
}

/** Refused rows by their first wrong field, the most costly first. A number that was no code may be somebody's. */
function byField(faults: Faults): readonly RowFaults[] {
  const fields = new Map<string, { field: string; message: string; rows: number; first: number }>()
  for (const { field, message, at } of faults.values()) {
    const before = fields.get(field)
    if (before) before.rows++
    else fields.set(field, { field, message: maskText(message), rows: 1, first: at })
  }
  return [...fields.values()].toSorted((a, b) => b.rows - a.rows || a.first - b.first)
}

/** What names a row: what stands at `way`, or all of it where nothing does. */
export function nameOf(row: unknown, way: string): string {
  const name = at(row, way)
  const isName = (typeof name === 'string' || typeof name === 'number') && !isBlank(name)
  return isName ? String(name).trim() : JSON.stringify(row)
}

const emptyOf = (kind: AnyKind): Kept => ({ table: createTable(kind), faults: new Map() })

type Take = (kept: Kept, sent: Sent) => void

/** Puts rows in by what they are: the last state of a thing stands, a refused one too, unless a newer one has come before it. */
function taker({ columns, key, changed }: AnyKind): Take {
  const [keyAt, changedAt] = [key, changed ?? ''].map((name) => Object.keys(columns).indexOf(name))
  return ({ table, faults }, sent) => {
    if ('cells' in sent) {
      const [name, told] = [sent.cells[keyAt ?? -1], sent.cells[changedAt ?? -1]]
      const before = typeof name === 'string' ? faults.get(name) : undefined
      const isOlder = before !== undefined && typeof told === 'number' && told < before.changed
      if (!isOlder && table.put(sent.cells) && typeof name === 'string') faults.delete(name)
      return
    }
    const row = changed === null ? undefined : table.rowOf(sent.name)
    const kept = faults.get(sent.name)?.changed ?? (row === undefined ? row : table.time(changed ?? '')[row])
    if (!(sent.refused.changed < (kept ?? Number.NaN))) faults.set(sent.name, sent.refused)
  }
}

interface RunOptions {
  readonly kind: AnyKind
  readonly whole: boolean
  /** Is given all that was read, or what changed in what is kept. */
  readonly commit: (
    read: Kept | readonly Sent[],
    asOf: number,
    totals: Totals,
    missing: readonly RowFaults[],
  ) => void
}

/** A run of pages; `commit` is given what it has read. */
function createRun({ kind, whole, commit }: RunOptions): Run {
  // Of all rows a new table, of changes a list: what is kept stays untouched until the last page is in.
  const [fresh, changes, take]: [Kept, Sent[], Take] = [emptyOf(kind), [], taker(kind)]
  const faults: Faults = whole ? fresh.faults : new Map()
  const changedIn = (row: unknown) =>
    isFields(row) && kind.changed !== null ? Date.parse(String(row[kind.changed])) : Number.NaN
  let [read, used] = [0, 0]
  return {
    put(rows, promised, sent = (i) => nameOf(rows[i], kind.key)) {
      const reader = rowReader(kind, new Set(promised ?? sentIn(rows)))
      for (const [i, row] of rows.entries()) {
        const one = row instanceof RowProblem ? { fault: row } : reader(row, read + i)
        if ('cells' in one) {
          used++
          if (whole) take(fresh, one)
          else changes.push(one)
          continue
        }
        const { field, message } = one.fault
        const refused = { field, message, at: read + i, changed: changedIn(row) }
        if (whole) take(fresh, { name: sent(i), refused })
        else {
          faults.set(sent(i), refused)
          changes.push({ name: sent(i), refused })
        }
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
      return used
    },
    commit: (asOf, totals = {}, missing = []) => commit(whole ? fresh : changes, asOf, totals, missing),
  }
}

/** An empty store of `kind`. The same row twice (pages that overlap) counts once. */
export function createStore(kind: AnyKind): Store {
  let kept = emptyOf(kind)
  let [asOf, expected, missing]: [number, Totals, readonly RowFaults[]] = [Number.NaN, {}, []]
  const take = taker(kind)

  return {
    get table() {
      return kept.table
    },
    get asOf() {
      return asOf
    },
    get expected() {
      return expected
    },
    quality(dirtyShare) {
      const { table, faults } = kept
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
      createRun({
        kind,
        whole,
        commit(read, moment, totals, without) {
          asOf = moment
          expected = totals
          missing = without
          if ('table' in read) kept = read
          else for (const sent of read) take(kept, sent)
          // What the things whose last state was refused were before is not what they are.
          kept.table.remove(kept.faults.keys())
        },
      }),
    dropBefore(moment) {
      if (kind.past === null) return
      const past = kept.table.time(kind.past)
      kept.table.drop((row) => (past[row] ?? Number.NaN) < moment)
    },
  }
}
