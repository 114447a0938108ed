import type { Counting } from '../../contract/records/counting'
import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import { clashesOf } from './clashes'
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

/**
 * The document that the kept records of its domain come to, for the whole city or the chosen town. What `base` (the document of the
 * source itself) says stands, what it lacks is counted; it is as old as the oldest piece of it. A domain that is absent is not counted.
 * @throws DataFault not-connected | records
 */
export async function counted(base: object, scope: CountScope, shelf: Shelf): Promise<object> {
  const counting = await shelf.find(scope.resource)
  if (!counting) throw new DataFault('not-connected', words.noRecords(scope.resource))
  return countedBy(counting, base, scope, shelf)
}

/** What the document of the source itself is made without. */
const rowsOf = (document: object): readonly unknown[] =>
  'rows' in document && Array.isArray(document.rows) ? document.rows : []

/** `work-order` of `hotline.work-order`. */
const nameOf = (id: string) => id.slice(id.indexOf('.') + 1)

/** The same, where it is known what counts. @throws DataFault not-connected | records */
export function countedBy(counting: Counting, base: object, scope: CountScope, shelf: Shelf): object {
  const { count, city, town: region, limits, calendar } = scope
  if (count === null || ('absence' in base && base.absence !== undefined)) return base
  const asked = counting.kinds.filter(({ id }) => count.sources.some((source) => source.id === id))
  const book = shelf.book(city, asked)
  const kept = asked.filter((kind) => !Number.isNaN(shelf.store(city, kind).asOf))
  const lost = count.sources.find(({ id, optional }) => !optional && !kept.some((kind) => kind.id === id))
  if (lost) throw new DataFault('not-connected', words.lost(lost.id))
  const now = Date.parse(count.asOf)
  const operation = counting.count(book, { now, region, limits, calendar })
  // What a source says of all its rows is not said of a town's.
  const clashes =
    region === null
      ? kept.flatMap((kind) => clashesOf(nameOf(kind.id), shelf.store(city, kind).expected, operation))
      : []
  const told = 'asOf' in base && base.asOf !== scope.receivedAt ? Date.parse(String(base.asOf)) : now
  return {
    ...base,
    asOf: isoTime(Math.min(now, Number.isNaN(told) ? now : told)),
    operation: { ...operation, ...operationOf(base) },
    ...(clashes.length > 0 && { clashes }),
    rows: [
      ...rowsOf(base),
      ...kept.map((kind) => {
        const share = count.sources.find(({ id }) => id === kind.id)?.dirtyShare ?? 0
        return shelf.store(city, kind).quality(share)
      }),
    ],
  }
}
