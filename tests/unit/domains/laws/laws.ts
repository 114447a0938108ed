import { expect, it } from 'vitest'
import type { Book, Counting } from '../../../../src/contract/records/counting'
import type { AnyKind } from '../../../../src/contract/records/kind'
import { rowReader } from '../../../../src/contract/records/read-row'
import { partOf } from '../../../../src/contract/records/row-view'
import { createStore, type Store } from '../../../../src/data/store/store'
import { HOUR, MINUTE, isoTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { cellOf, drawOf, NOW, TOWNS, type Draw, type Row, type Sent, type Words } from './rows'

/** Parts of a document's operation by name, as JSON has them. */
type Parts = Readonly<Record<string, unknown>>

/** A domain under its laws. */
export interface Domain {
  readonly counting: Counting
  /** What the contract of the document takes issue with in these parts, and what of them does not come to each other. */
  readonly issues: (operation: object) => readonly object[]
  /** Some city's rows. */
  readonly any: (draw: Draw) => Sent
  readonly words: Words
  /** Whether a row belongs to a town: not where it lies elsewhere or nobody knows where; what has no place belongs to all. */
  readonly liesIn: (kind: AnyKind, row: Row, town: string, sent: Sent) => boolean
  /** Parts of a town's answer that speak of the whole city all the same. */
  readonly wide: (parts: Parts) => readonly string[]
  /** Paths of figures of which those of the towns come to that of the city. */
  readonly sums: readonly string[]
  /** Kind → the parts that are counted of it; any part where it has none here. */
  readonly moves: Readonly<Record<string, readonly string[]>>
  /** Columns of which nothing is counted: `work-order.channel`. */
  readonly uncounted: readonly string[]
}

/** What one case was made of, and what its rows come to when they are read at once. */
interface Case {
  readonly seed: number
  /** When it is counted. */
  readonly now: number
  readonly sent: Sent
  readonly stores: Stores
  readonly parts: Parts
}

type Stores = ReadonlyMap<string, Store>

function keep(kind: AnyKind, rows: readonly Row[]): Store {
  const store = createStore(kind)
  const run = store.begin(true)
  run.put(rows)
  run.commit(NOW)
  return store
}

const storesOf = (sent: Sent): Stores => new Map(sent.map(([kind, rows]) => [kind.id, keep(kind, rows)]))

/** The same rows in the morning they are of, and before the next day begins, when the last one is told. */
const MOMENTS = [NOW, NOW, NOW + 20 * HOUR]

function countedIn({ counting }: Domain, stores: Stores, now: number, region: string | null = null): Parts {
  const book: Book = { of: ({ id }) => stores.get(id)?.table }
  return { ...counting.count(book, { now, region, limits: {}, calendar: PLAIN_CALENDAR }) }
}

function caseOf(domain: Domain, seed: number): Case {
  const sent = domain.any(drawOf(seed))
  const stores = storesOf(sent)
  const now = MOMENTS[seed % MOMENTS.length] ?? NOW
  return { seed, now, sent, stores, parts: countedIn(domain, stores, now) }
}

/** Cases of a domain. Each is let through by the contract of its document, comes to its sums, and keeps one law more. */
const CASES = 2500

/** A law: what is wrong with a case, undefined where nothing is. */
type Law = (domain: Domain, one: Case) => unknown

const LAWS: Readonly<Record<string, Law>> = {
  'come to the same read at once and piece by piece, in any order, with pages that overlap': inPiecesIsWhole,
  'of a town are what its own rows come to': townIsItsRows,
  'of the towns come to the city': townsAreTheCity,
  'move by one cell only what is counted of it': oneCellMoves,
}

/** The laws under which the rows of any city come to its figures, each tried on its share of the cases. */
export function underLaws(domain: Domain): void {
  const laws = Object.entries(LAWS)
  it.each(laws.map(([name, law], turn) => ({ name, law, turn })))('$name', ({ law, turn }) => {
    for (let seed = turn; seed < CASES; seed += laws.length) {
      const one = caseOf(domain, seed)
      const broken = domain.issues(one.parts)[0] ?? law(domain, one)
      if (broken !== undefined) expect(broken, `seed ${seed}`).toBeUndefined()
    }
  })
}

/** The parts in which two answers differ. */
const moved = (a: Parts, b: Parts): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  )

/** The parts in which they differ with both values; undefined where there is none. */
function apart(a: Parts, b: Parts): object | undefined {
  const names = moved(a, b)
  return names.length === 0 ? undefined : names.map((name) => ({ name, one: a[name], other: b[name] }))
}

/** How many rows a field cost, in no order. */
const costs = (store: Store) => {
  const { read, used, faults } = store.quality(0)
  return { read, used, faults: faults.map(({ field, rows }) => `${field} ${rows}`).toSorted() }
}

/** An earlier state of `row`, as the source would have given it then. */
function before(kind: AnyKind, row: Row, words: Words, draw: Draw): Row {
  const told = kind.changed === null ? Number.NaN : Date.parse(String(row[kind.changed]))
  const cells = Object.keys(row).map((name) => {
    if (name === kind.key) return [name, row[name]]
    if (name === kind.changed) return [name, Number.isNaN(told) ? null : isoTime(told - MINUTE)]
    return [name, draw.next() < 0.5 ? cellOf(kind, name, words, draw) : row[name]]
  })
  return Object.fromEntries(cells) as Row
}

/** The same rows in pieces: some at first, earlier states of them, the rest as it changes, in any order, pages that overlap. */
function inPieces(kind: AnyKind, rows: readonly Row[], words: Words, draw: Draw): Store {
  const store = createStore(kind)
  const earlier = (row: Row) => before(kind, row, words, draw)
  const begun = draw.shuffled(rows).slice(0, draw.whole(rows.length + 1))
  const first = store.begin(true)
  first.put(begun.map((row) => (draw.next() < 0.5 ? row : earlier(row))))
  first.commit(NOW)
  const left = draw.shuffled(rows)
  for (let at = 0; at < left.length;) {
    const end = at + 1 + draw.whole(left.length)
    const run = store.begin(false)
    run.put(left.slice(at, end))
    // The page before again, and of a source that says when a row changed an older state of it, late.
    run.put(draw.shuffled(left.slice(at, end)).slice(0, 3))
    const dated = left
      .slice(at, end)
      .filter((row) => kind.changed !== null && !Number.isNaN(Date.parse(String(row[kind.changed]))))
    run.put(dated.slice(0, 3).map(earlier))
    run.commit(NOW)
    at = end
  }
  return store
}

/** Incremental is whole, in any order, and what comes twice counts once. */
function inPiecesIsWhole(domain: Domain, { seed, now, sent, stores, parts }: Case): unknown {
  const draw = drawOf(seed + 1)
  const pieces: Stores = new Map(
    sent.map(([kind, rows]) => [kind.id, inPieces(kind, rows, domain.words, draw)]),
  )
  for (const [id, store] of pieces) {
    const [one, other] = [store, stores.get(id)].map((each) => each && JSON.stringify(costs(each)))
    if (one !== other) return { id, one, other }
  }
  return apart(countedIn(domain, pieces, now), parts)
}

/** A town is what its own rows come to: as many rows again that lie elsewhere change nothing that is said of it. */
function townIsItsRows(domain: Domain, { seed, now, sent, stores }: Case): unknown {
  const { code } = drawOf(seed + 3).oneOf(TOWNS)
  const more = sent.map(([kind, rows]) => {
    const elsewhere = rows.filter((row) => !domain.liesIn(kind, row, code, sent))
    return [
      kind,
      [...rows, ...elsewhere.map((row) => ({ ...row, [kind.key]: `${String(row[kind.key])}+` }))],
    ] as const
  })
  const own = (parts: Parts) =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => !domain.wide(parts).includes(name)))
  return apart(own(countedIn(domain, stores, now, code)), own(countedIn(domain, storesOf(more), now, code)))
}

/** The towns come to the city, where every row lies in one of them; otherwise to no more than it. */
function townsAreTheCity(domain: Domain, { now, sent, stores, parts }: Case): unknown {
  const towns = TOWNS.map(({ code }) => countedIn(domain, stores, now, code))
  const all = sent.every(
    ([kind, rows]) =>
      // A hall or camera whose own row is refused lies nowhere.
      stores.get(kind.id)?.quality(0).faults.length === 0 &&
      rows.every((row) => TOWNS.some(({ code }) => domain.liesIn(kind, row, code, sent))),
  )
  for (const path of domain.sums) {
    const [sum, city] = [towns.reduce((n, town) => n + figure(town, path), 0), figure(parts, path)]
    if (sum > city || (all && sum !== city)) return { path, sum, city }
  }
  return undefined
}

const figure = (parts: Parts, path: string) => Number(partOf(parts, path) ?? 0)

/** One cell of one row made another moves no part but those that are counted of its kind, and none where its column is not counted. */
function oneCellMoves(domain: Domain, { seed, now, sent, stores, parts }: Case): unknown {
  const draw = drawOf(seed + 2)
  const some = sent.filter(([, all]) => all.length > 0)
  if (some.length === 0) return undefined
  const [kind, rows] = draw.oneOf(some)
  const row = draw.oneOf(rows)
  const name = draw.oneOf(Object.keys(row).filter((each) => each !== kind.key))
  const other = { ...row, [name]: draw.next() < 0.2 ? null : cellOf(kind, name, domain.words, draw) }
  const read = rowReader(kind)
  // A row that is refused before or after is a row less or more.
  if ('fault' in read(row, 0) || 'fault' in read(other, 0)) return undefined
  const changed = keep(
    kind,
    rows.map((each) => (each === row ? other : each)),
  )
  const own = kind.id.slice(kind.id.indexOf('.') + 1)
  const idle = name === kind.changed || domain.uncounted.includes(`${own}.${name}`)
  const wrong = moved(countedIn(domain, new Map([...stores, [kind.id, changed]]), now), parts).filter(
    (part) => idle || domain.moves[own]?.includes(part) === false,
  )
  return wrong.length === 0
    ? undefined
    : { column: `${own}.${name}`, wrong, from: row[name], to: other[name] }
}
