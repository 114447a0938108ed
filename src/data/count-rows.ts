import type { Counting } from '../contract/records/counting'
import { isRecord } from './json'
import { DataFault } from './data-fault'
import { mapRow } from './mapping/map-rows'
import type { ShapeJob } from './shape/shape'
import { words } from './shape/words'

/** How the figures of a document are counted from rows, by the id of its resource; undefined where nothing counts. */
export type FindCounting = (resource: string) => Promise<Counting | undefined>

/**
 * A document whose source sends rows, with the figures they come to. Rows that their contract refuses are left out and named in
 * `rows`; where none is left, no row was dirty but a column is wrong.
 * @throws DataFault contract | not-connected
 */
export async function counted(
  document: unknown,
  { rules, scope }: ShapeJob,
  find: FindCounting,
): Promise<unknown> {
  if (rules.rows === undefined || !isRecord(document)) return document
  const counting = await find(scope.resource)
  const { kind, fields } = rules.rows
  const id = `${scope.resource}.${kind}`
  if (counting?.kind.id !== id) throw new DataFault('not-connected', words.noRecords(id))
  const { rows, ...rest } = document
  if (!Array.isArray(rows)) throw new DataFault('contract', words.noRows, 'rows')
  const unknown = Object.keys(fields ?? {}).find((name) => !(name in counting.kind.columns))
  if (unknown !== undefined) throw new DataFault('contract', words.noColumn(id), `rows.fields.${unknown}`)
  const { operation, quality } = counting.count(
    fields ? rows.map((row: unknown) => mapRow(row, fields)) : rows,
    { now: Date.parse(String(rest['asOf'])), region: scope.town, limits: scope.limits },
    fields && Object.keys(fields),
  )
  const [worst] = quality.faults
  if (worst && quality.used === 0)
    throw new DataFault('contract', words.wrongColumn(worst.message, worst.rows), `rows.${worst.field}`)
  return { ...rest, operation, rows: quality }
}
