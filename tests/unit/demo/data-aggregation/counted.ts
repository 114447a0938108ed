import type { Book } from '../../../../src/contract/records/counting'
import type { AnyKind } from '../../../../src/contract/records/kind'
import type { Cells } from '../../../../src/contract/records/read-row'
import { rowReader } from '../../../../src/contract/records/read-row'
import { createTable } from '../../../../src/contract/records/table'
import { bounded } from '../../../../src/demo/kit/memo'
import { demo } from '../../../../src/demo/data-aggregation/demo'
import { operation as contract, type WholeData } from '../../../../src/domains/data-aggregation/contract'
import { dataIssue } from '../../../../src/domains/data-aggregation/records'
import { counting } from '../../../../src/domains/data-aggregation/summary'
import { isFields } from '../../../../src/lib/fields'
import { raisedIn } from '../../domains/rules/ground'
import { cn, limits } from '../cities'
import { dataAt, seedOf } from './cities'

interface Ask {
  readonly now: number
  readonly since: number | null
}

/** Rows of a kind as they come out of the demo's thread: as JSON. */
export const sentRows = (city: string, kind: AnyKind, ask: Ask): readonly unknown[] => {
  const rows: unknown = JSON.parse(
    JSON.stringify(
      demo.records?.[kind.id.replace('data-aggregation.', '')]?.(seedOf(city), { ...ask, calendar: cn }) ??
        [],
    ),
  )
  return Array.isArray(rows) ? (rows as readonly unknown[]) : []
}

/** Rows as the store reads them; every row has to be one that its contract lets through. */
export function cellsOf(city: string, kind: AnyKind, ask: Ask): Cells[] {
  const rows = sentRows(city, kind, ask)
  const read = rowReader(kind, new Set(rows.flatMap((row) => (isFields(row) ? Object.keys(row) : []))))
  return rows.map((row, at) => {
    const one = read(row, at)
    if ('fault' in one) throw new Error(`${kind.id} ${JSON.stringify(one.fault)}`)
    return one.cells
  })
}

/** The records of a city as a wall keeps them: read whole at first, then what changed. */
function storeOf(city: string, kinds: readonly AnyKind[]) {
  const tables = new Map(kinds.map((kind) => [kind.id, createTable(kind)]))
  let since: number | null = null
  return {
    book: { of: ({ id }: AnyKind) => tables.get(id) },
    read: (now: number) => {
      for (const kind of kinds)
        for (const cells of cellsOf(city, kind, { now, since })) tables.get(kind.id)?.put(cells)
      since = now
    },
  }
}

function countedAt(book: Book, city: string, now: number, region: string | null): WholeData {
  // What the document itself says stands, what it lacks is counted.
  const operation = {
    ...counting.count(book, { now, region, limits, calendar: cn }),
    ...dataAt(city, now, region).operation,
  }
  const parsed = contract.safeParse(structuredClone(operation))
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data as WholeData
}

/** What a city shows whose rows are read whole at the first of `moments` and then as changes at each of the others. */
export function countedThrough(
  city: string,
  moments: readonly number[],
  region: string | null = null,
): WholeData {
  const { book, read } = storeOf(city, counting.kinds)
  for (const now of moments) read(now)
  return countedAt(book, city, moments.at(-1) ?? 0, region)
}

const books = bounded<Book>(12)

const bookAt = (city: string, now: number) =>
  books(`${city}|${now}`, () => {
    const store = storeOf(city, counting.kinds)
    store.read(now)
    return store.book
  })

/** What a city shows at a moment; its rows are read once for all regions. */
export function operationAt(city: string, now: number, region: string | null = null): WholeData {
  return countedAt(bookAt(city, now), city, now, region)
}

/** The same from one moment to the next, as a wall that stands there all day sees it. */
export function watched(city: string): (now: number) => WholeData {
  const { book, read } = storeOf(city, counting.kinds)
  return (now) => {
    read(now)
    return countedAt(book, city, now, null)
  }
}

/** The issues of a moment alone: hundreds of moments are asked about. */
export function issuesAt(city: string, now: number, region: string | null = null): WholeData['issues'] {
  const { book, read } = storeOf(city, [dataIssue])
  read(now)
  const { issues } = contract.parse(counting.count(book, { now, region, limits, calendar: cn }))
  return issues as WholeData['issues']
}

/** What needs a person there, by the rules. */
export const raisedAt = (
  city: string,
  now: number,
  region: string | null = null,
  changed: Readonly<Record<string, number>> = limits,
) => {
  const whole = operationAt(city, now)
  const about = { now, region: null, limits: changed, calendar: cn }
  const courses = counting.courses?.(bookAt(city, now), about)
  return raisedIn(dataAt(city, now), whole, region, changed, courses)
}
