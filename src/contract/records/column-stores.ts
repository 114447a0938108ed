import type { Column, Columns } from './kind'
import type { Cell, PlaceValue } from './read-row'

/** A column of a table: it grows, and rows are put into it. */
export interface ColumnStore {
  grow(capacity: number): void
  set(row: number, cell: Cell): void
  /** What stands at `from` stands at `to` as well. */
  move(from: number, to: number): void
  /** Nothing stands from `size` on, and what only stood there is let go of. */
  cut(size: number): void
}

/** What a Uint16 can name. */
const MOST_CODES = 65_535

function textStore(): ColumnStore & { readonly rows: (string | null)[] } {
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

/** One number a row, in arrays as `empty` makes them. */
function arrayStore<A extends Float64Array | Uint8Array>(
  empty: (capacity: number) => A,
  numberOf: (cell: Cell) => number,
): ColumnStore & { readonly array: A } {
  const store = {
    array: empty(0),
    grow(capacity: number) {
      const grown = empty(capacity)
      grown.set(store.array)
      store.array = grown
    },
    set(row: number, cell: Cell) {
      store.array[row] = numberOf(cell)
    },
    move(from: number, to: number) {
      store.array.copyWithin(to, from, from + 1)
    },
    cut() {},
  }
  return store
}

/** Numbers and times; NaN is unknown. */
const numberStore = () =>
  arrayStore(
    (capacity) => new Float64Array(capacity).fill(Number.NaN),
    (cell) => (typeof cell === 'number' ? cell : Number.NaN),
  )

/** 0 is unknown, 1 no, 2 yes. */
const flagStore = () =>
  arrayStore(
    (capacity) => new Uint8Array(capacity),
    (cell) => (typeof cell === 'boolean' ? 1 + Number(cell) : 0),
  )

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

/** An empty store for each of `columns`: by their type and name, and in the order of the contract. */
export function storesOf(columns: Columns) {
  const all = new Map<string, ColumnStore>()
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
