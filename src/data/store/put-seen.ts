import type { Loaded } from '../../contract/resource'
import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import type { Judged } from '../read-job'
import type { RowsSeen } from '../rows-told'
import type { Sample } from '../shape/sample'
import type { Shaped, ShapeJob } from '../shape/shape'
import { rowsSeen, type PageRows } from './rows-seen'

/**
 * Puts a page and says what its rows showed, also of one that is refused. For a check of a source: the rows are read a second time.
 * @throws DataFault with the rows in its sample
 */
export async function putSeen(
  { sample, seen }: Shaped,
  job: ShapeJob,
  put: (look: (page: PageRows) => void) => Promise<Loaded>,
): Promise<Judged> {
  let rows: RowsSeen | undefined
  const look = (page: PageRows) => {
    const made = page.raw === undefined ? { made: listIn(seen), absent: sample?.absent ?? [] } : {}
    rows = rowsSeen({ ...page, ...made }, job)
  }
  // Bad rows say more than the first ones of the page.
  const told = (): Sample => ({
    raw: rows && rows.bad.length > 0 ? undefined : sample?.raw,
    absent: sample?.absent ?? [],
    ...(rows && { rows }),
  })
  try {
    return { answer: await put(look), sample: told() }
  } catch (error) {
    if (!(error instanceof DataFault)) throw error
    throw new DataFault(error.kind, error.detail, error.field, told())
  }
}

/** The longest list of objects in an answer: what a mapping makes records of. */
function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.some(isRecord)) return value
  if (!isRecord(value)) return []
  return Object.values(value)
    .map(listIn)
    .reduce((best, list) => (list.length > best.length ? list : best), [])
}
