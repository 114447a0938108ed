import type { AnyKind, Column, Columns, NamesOf } from './kind'
import type { Cell, Cells, PlaceValue } from './read-row'

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
   * Lets go of the rows for which `gone` holds, and of the words and places that no row holds any more; the other rows move together.
   * What was read piece by piece is then the same as what is read at once.
   */
  drop(gone: (row: number) => boolean): void
}

/** A column that grows. */
interface Store {
  grow(capacity: number): void
  set(row: number, cell: Cell): void
  /** What stands at `from` stands at `to` as well. */
  move(from: number, to: number): void
  /** Nothing stands from `size` on, and what only stood there is let go of. */
  cut(size: number): void
}

const FIRST = 64
/** What a Uint16 can name. */
const MOST_CODES = 65_535

function textStore(): Store & { readonly rows: (string | null)[] } {
  const rows: (string | null)[] = []
  return {
    rows,
    grow() {},
    set(row, cell) {
      rows[row] = typeof cell === 'string' ? cell : null
    },
    move(from, to) {
      rows[to] = rows[from] ?? null
    },
    cut(size) {
      rows.length = size
    },
  }
}

/** Numbers and times. */
function numberStore(): Store & { array: Float64Array } {
  const store = {
    array: new Float64Array(0),
    grow(capacity: number) {
      const grown = new Float64Array(capacity).fill(Number.NaN)
      grown.set(store.array)
      store.array = grown
    },
    set(row: number, cell: Cell) {
      store.array[row] = typeof cell === 'number' ? cell : Number.NaN
    },
    move(from: number, to: number) {
      store.array.copyWithin(to, from, from + 1)
    },
    cut() {},
  }
  return store
}

function flagStore(): Store & { array: Uint8Array } {
  const store = {
    array: new Uint8Array(0),
    grow(capacity: number) {
      const grown = new Uint8Array(capacity)
      grown.set(store.array)
      store.array = grown
    },
    set(row: number, cell: Cell) {
      store.array[row] = typeof cell === 'boolean' ? 1 + Number(cell) : 0
    },
    move(from: number, to: number) {
      store.array.copyWithin(to, from, from + 1)
    },
    cut() {},
  }
  return store
}

/** `nameOf` names a value; a later value of the same name replaces it (a town that was renamed) unless it says less. */
function codedStore<V extends Cell>(
  own: (cell: Cell) => V | null,
  nameOf: (value: V) => string,
  saysLess: (value: V) => boolean = () => false,
) {
  const values: (V | null)[] = [null]
  const places = new Map<string, number>()
  const placeOf = (value: V): number => {
    const name = nameOf(value)
    const known = places.get(name)
    if (known !== undefined) {
      if (!saysLess(value)) values[known] = value
      return known
    }
    // Words without end are no codes: what does not fit is unknown rather than wrong.
    if (values.length > MOST_CODES) return 0
    places.set(name, values.length)
    values.push(value)
    return values.length - 1
  }
  const store = {
    values,
    at: new Uint16Array(0),
    grow(capacity: number) {
      const grown = new Uint16Array(capacity)
      grown.set(store.at)
      store.at = grown
    },
    set(row: number, cell: Cell) {
      const value = own(cell)
      store.at[row] = value === null ? 0 : placeOf(value)
    },
    move(from: number, to: number) {
      store.at.copyWithin(to, from, from + 1)
    },
    cut(size: number) {
      const held = new Uint8Array(values.length)
      held[0] = 1
      for (let row = 0; row < size; row++) held[store.at[row] ?? 0] = 1
      if (!held.includes(0)) return
      const kept = values.filter((_, i) => held[i] === 1)
      const placeNow = new Uint16Array(values.length)
      for (let i = 1, place = 1; i < values.length; i++) if (held[i] === 1) placeNow[i] = place++
      for (let row = 0; row < size; row++) store.at[row] = placeNow[store.at[row] ?? 0] ?? 0
      values.splice(0, values.length, ...kept)
      places.clear()
      for (const [place, value] of kept.entries()) if (value !== null) places.set(nameOf(value), place)
    },
  }
  return store
}

const asWord = (cell: Cell) => (typeof cell === 'string' ? cell : null)
const asPlace = (cell: Cell) => (typeof cell === 'object' ? cell : null)

type Stores = {
  text: ReturnType<typeof textStore>
  time: ReturnType<typeof numberStore>
  number: ReturnType<typeof numberStore>
  flag: ReturnType<typeof flagStore>
  code: ReturnType<typeof codedStore<string>>
  place: ReturnType<typeof codedStore<PlaceValue>>
}
type OfType<T extends Column['type']> = Map<string, Stores[T]>

const MAKERS: { readonly [T in Column['type']]: () => Stores[T] } = {
  text: textStore,
  time: numberStore,
  number: numberStore,
  flag: flagStore,
  code: () => codedStore(asWord, (word) => word),
  place: () =>
    codedStore<PlaceValue>(
      asPlace,
      ({ code }) => code,
      ({ name }) => name === '',
    ),
}

function storesOf(columns: Columns) {
  const all = new Map<string, Store>()
  const make = <T extends Column['type']>(type: T): OfType<T> => {
    const own: OfType<T> = new Map()
    for (const [name, column] of Object.entries(columns))
      if (column.type === type) {
        const store = MAKERS[type]()
        own.set(name, store)
        all.set(name, store)
      }
    return own
  }
  const byType = {
    text: make('text'),
    time: make('time'),
    number: make('number'),
    flag: make('flag'),
    code: make('code'),
    place: make('place'),
  }
  return { byType, ordered: Object.keys(columns).flatMap((name) => all.get(name) ?? []) }
}

function known<S>(stores: ReadonlyMap<string, S>, name: string): S {
  const store = stores.get(name)
  if (store === undefined) throw new Error(`no column ${name}`)
  return store
}

/** An empty table of `kind`. About 130 bytes a work order, its texts aside. */
export function createTable(kind: AnyKind): Table {
  const { byType, ordered } = storesOf(kind.columns)
  const rows = new Map<string, number>()
  const keyAt = Object.keys(kind.columns).indexOf(kind.key)
  const changedAt = kind.changed === null ? -1 : Object.keys(kind.columns).indexOf(kind.changed)
  const changed = kind.changed === null ? undefined : known(byType.time, kind.changed)
  let capacity = 0

  function place(key: string): number {
    const row = rows.size
    if (row >= capacity) {
      capacity = Math.max(FIRST, capacity * 2)
      for (const store of ordered) store.grow(capacity)
    }
    rows.set(key, row)
    return row
  }

  const isOlder = (cells: Cells, row: number): boolean => {
    const [sent, kept] = [cells[changedAt], changed?.array[row]]
    return typeof sent === 'number' && kept !== undefined && sent < kept
  }

  return {
    get size() {
      return rows.size
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
      const row = before ?? place(key)
      for (const [i, store] of ordered.entries()) store.set(row, cells[i] ?? null)
      return true
    },
    rowOf: (key) => rows.get(key),
    drop(gone) {
      let kept = 0
      while (kept < rows.size && !gone(kept)) kept++
      // Rows up to the first that goes stay where they are: most of the time all of them.
      const behind = [...rows].filter(([, row]) => row >= kept)
      for (const [key, row] of behind.toSorted(([, a], [, b]) => a - b)) {
        if (gone(row)) rows.delete(key)
        else {
          for (const store of ordered) store.move(row, kept)
          rows.set(key, kept++)
        }
      }
      for (const store of ordered) store.cut(kept)
    },
  }
}
