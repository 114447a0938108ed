import type { Counting } from '../../contract/records/counting'
import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import type { ShapeScope } from '../shape/shape'
import { words } from '../shape/words'
import type { Shelf } from './shelf'

/** The part of a question that counting needs. */
export type CountScope = Pick<
  ShapeScope,
  'city' | 'resource' | 'town' | 'limits' | 'calendar' | 'receivedAt' | 'count'
>

const operationOf = (document: object): object =>
  'operation' in document && isRecord(document.operation) ? document.operation : {}

/** What the document of the source itself is made without. */
const rowsOf = (document: object): readonly unknown[] =>
  'rows' in document && Array.isArray(document.rows) ? document.rows : []

/** `work-order` of `hotline.work-order`. */
const nameOf = (id: string) => id.slice(id.indexOf('.') + 1)

/**
 * The document that the kept records of its domain come to, for the whole city or the chosen town. What `base` (the document of the
 * source itself) says stands, what it lacks is counted; it is as old as the oldest piece of it. A domain that is absent is not counted.
 * @throws DataFault not-connected | records
 */
export async function counted(
  base: object,
  scope: CountScope & Pick<ShapeScope, 'region'>,
  shelf: Shelf,
): Promise<object> {
  const counting = await shelf.find(scope.resource)
  if (!counting) throw new DataFault('not-connected', words.noRecords(scope.resource))
  const { document: plain, operation, kept } = countIn(counting, base, scope, shelf)
  const judged = counting.findings && (await import('./findings'))
  const document = judged ? await judged.withFindings(plain, counting, scope, shelf) : plain
  const expected = kept.map(({ id, store }) => [nameOf(id), store.expected] as const)
  // What a source says of all its rows is not said of a town's; few say anything.
  if (scope.town !== null || expected.every(([, totals]) => Object.keys(totals).length === 0)) return document
  const { clashesOf } = await import('./clashes')
  const clashes = expected.flatMap(([name, totals]) => clashesOf(name, totals, operation))
  return { ...document, ...(clashes.length > 0 && { clashes }) }
}

/** The same, where it is known what counts, and without what its sources say themselves. @throws DataFault not-connected | records */
export const countedBy = (counting: Counting, base: object, scope: CountScope, shelf: Shelf): object =>
  countIn(counting, base, scope, shelf).document

function countIn(counting: Counting, base: object, scope: CountScope, shelf: Shelf) {
  const { count, city, town: region, limits, calendar } = scope
  if (count === null || ('absence' in base && base.absence !== undefined))
    return { document: base, operation: {}, kept: [] }
  const asked = counting.kinds.filter(({ id }) => count.sources.some((source) => source.id === id))
  const book = shelf.book(city, asked)
  const kept = asked
    .map((kind) => ({ id: kind.id, store: shelf.store(city, kind) }))
    .filter(({ store }) => !Number.isNaN(store.asOf))
  const lost = count.sources.find(({ id, optional }) => !optional && !kept.some((kind) => kind.id === id))
  if (lost) throw new DataFault('not-connected', words.lost(lost.id))
  const now = Date.parse(count.asOf)
  const operation = counting.count(book, { now, region, limits, calendar })
  const told = 'asOf' in base && base.asOf !== scope.receivedAt ? Date.parse(String(base.asOf)) : now
  const document = {
    ...base,
    asOf: isoTime(Math.min(now, Number.isNaN(told) ? now : told)),
    operation: { ...operation, ...operationOf(base) },
    rows: [
      ...rowsOf(base),
      ...kept.map(({ id, store }) =>
        store.quality(count.sources.find((source) => source.id === id)?.dirtyShare ?? 0),
      ),
    ],
  }
  return { document, operation, kept }
}
