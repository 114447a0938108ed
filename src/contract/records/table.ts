import { storesOf, type ColumnStore } from './column-stores'
import type { AnyKind, Columns, NamesOf } from './kind'
import type { Cells, PlaceValue } from './read-row'

/** Few different values, many rows: a row holds the place of its value in `values`. 0 is unknown. */
export interface Coded<V> {
  readonly at: Uint16Array
  /** `values[0]` stands for unknown and is never asked for. */
  readonly values: readonly (V | null)[]
}

/**
 * Records by the column, as summaries read them: row `i` of every column, `i` from 0 to below `size`. Arrays may be longer than
 * `size`. Rows stand in no order that means anything.
 */
export interface Records<C extends Columns = Columns> {
  readonly size: number
  /** Another number after every change: what was worked out of the rows before is of other rows. */
  readonly version: number
  text(name: NamesOf<C, 'text'>): readonly (string | null)[]
  /** Epoch ms; NaN is unknown. */
  time(name: NamesOf<C, 'time'>): Float64Array
  /** NaN is unknown. */
  number(name: NamesOf<C, 'number'>): Float64Array
  /** 0 unknown, 1 no, 2 yes. */
  flag(name: NamesOf<C, 'flag'>): Uint8Array
  code(name: NamesOf<C, 'code'>): Coded<string>
  place(name: NamesOf<C, 'place'>): Coded<PlaceValue>
}

/** Records whatever their kind: columns go by name, so that they can be read as `Records` of it. */
export interface AnyRecords {
  readonly size: number
  readonly version: number
  text(name: string): readonly (string | null)[]
  time(name: string): Float64Array
  number(name: string): Float64Array
  flag(name: string): Uint8Array
  code(name: string): Coded<string>
  place(name: string): Coded<PlaceValue>
}

/** Records that rows are put into, one for each key. */
export interface Table extends AnyRecords {
  /** Puts a row in, or in the place of the older state of the same thing. False where it is older than what is kept. */
  put(cells: Cells): boolean
  /** The row of a key; undefined where there is none. */
  rowOf(key: string): number | undefined
  /**
   * Lets go of the rows for which `gone` holds, and of the words and places that no row holds any more. The last row takes the place of
   * one that goes, and is asked about there. What was read piece by piece is then the same as what is read at once.
   */
  drop(gone: (row: number) => boolean): void
  /** The same, of the rows of these keys; a key that no row has is passed over. */
  remove(keys: Iterable<string>): void
}

const FIRST = 64

function known<S>(stores: ReadonlyMap<string, S>, name: string): S {
  const store = stores.get(name)
  if (store === undefined) throw new Error(`no column ${name}`)
  return store
}

/** Where the row of each key stands in all of `stores`; `keys` is the one that holds them. */
function createPlaces(keys: readonly (string | null)[], stores: readonly ColumnStore[]) {
  const rows = new Map<string, number>()
  let capacity = 0
  return {
    rows,
    /** A new row, at the end. */
    add: (key: string): number => {
      const row = rows.size
      if (row >= capacity) {
        capacity = Math.max(FIRST, capacity * 2)
        for (const store of stores) store.grow(capacity)
      }
      rows.set(key, row)
      return row
    },
    /** The last row takes the place of one that goes. */
    letGo: (row: number): void => {
      const last = rows.size - 1
      const lastKey = keys[last] ?? ''
      rows.delete(keys[row] ?? '')
      if (row === last) return
      for (const store of stores) store.move(last, row)
      rows.set(lastKey, row)
    },
    cut: (): void => {
      for (const store of stores) store.cut(rows.size)
    },
  }
}

/** An empty table of `kind`. About 130 bytes a work order, its texts aside. */
export function createTable(kind: AnyKind): Table {
  const { byType, ordered } = storesOf(kind.columns)
  const keyAt = Object.keys(kind.columns).indexOf(kind.key)
  const changedAt = kind.changed === null ? -1 : Object.keys(kind.columns).indexOf(kind.changed)
  const changed = kind.changed === null ? undefined : known(byType.time, kind.changed)
  const { rows, add, letGo, cut } = createPlaces(known(byType.text, kind.key).rows, ordered)
  let [version, settled] = [0, 0]

  /** After changes only: a source that has nothing new is asked every minute. */
  const settle = () => {
    if (version === settled) return
    cut()
    settled = ++version
  }

  const isOlder = (cells: Cells, row: number): boolean => {
    const [sent, kept] = [cells[changedAt], changed?.array[row]]
    return typeof sent === 'number' && kept !== undefined && sent < kept
  }

  return {
    get size() {
      return rows.size
    },
    get version() {
      return version
    },
    text: (name) => known(byType.text, name).rows,
    time: (name) => known(byType.time, name).array,
    number: (name) => known(byType.number, name).array,
    flag: (name) => known(byType.flag, name).array,
    code: (name) => known(byType.code, name),
    place: (name) => known(byType.place, name),
    put(cells) {
      const key = cells[keyAt]
      if (typeof key !== 'string') return false
      const before = rows.get(key)
      if (before !== undefined && isOlder(cells, before)) return false
      const row = before ?? add(key)
      for (const [i, store] of ordered.entries()) store.set(row, cells[i] ?? null)
      version++
      return true
    },
    rowOf: (key) => rows.get(key),
    drop(gone) {
      for (let row = 0; row < rows.size;)
        if (gone(row)) {
          letGo(row)
          version++
        } else row++
      settle()
    },
    remove(names) {
      for (const name of names) {
        const row = rows.get(name)
        if (row === undefined) continue
        letGo(row)
        version++
      }
      settle()
    },
  }
}
