import type { Counting, RowFaults } from '../../contract/records/counting'
import { isRecord } from '../json'
import type { ShapeScope } from '../shape/shape'
import type { Shelf } from './shelf'

/** `camera` of `video.camera`. */
const nameOf = (id: string) => id.slice(id.indexOf('.') + 1)

/**
 * `document` with what is wrong with rows that are counted all the same: judged for the whole city when its rows have changed, and the
 * same in each of its towns, of which no question says the code of the city.
 */
export async function withFindings(
  document: object,
  { kinds, findings }: Counting,
  { city, region, town }: Pick<ShapeScope, 'city' | 'region' | 'town'>,
  shelf: Shelf,
): Promise<object> {
  const found = new Map<unknown, readonly RowFaults[]>()
  for (const kind of kinds) {
    const [fetched, key] = [findings?.[nameOf(kind.id)], `${city}/${kind.id}`]
    const { asOf, table } = shelf.store(city, kind)
    if (!fetched || Number.isNaN(asOf)) continue
    const { version } = table
    if (town === null && shelf.found.get(key)?.version !== version) {
      const { findingsOf } = await fetched()
      shelf.found.set(key, { version, findings: findingsOf(shelf.book(city, [kind]), region) })
    }
    found.set(nameOf(kind.id), shelf.found.get(key)?.findings ?? [])
  }
  const rows: readonly unknown[] = 'rows' in document && Array.isArray(document.rows) ? document.rows : []
  return { ...document, rows: rows.map((row) => withOwn(row, found)) }
}

function withOwn(row: unknown, found: ReadonlyMap<unknown, readonly RowFaults[]>): unknown {
  if (!isRecord(row) || !Array.isArray(row['faults'])) return row
  const lost: readonly unknown[] = row['faults']
  return { ...row, faults: [...lost, ...(found.get(row['kind']) ?? [])] }
}
