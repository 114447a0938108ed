import type { RecordRow } from '../contract/records/record-rows'
import { partOf } from '../contract/records/row-view'
import { parseTime } from '../lib/calendar'
import { isFields } from '../lib/fields'
import type { Reading } from './reading'

const isPlain = (one: readonly [string, unknown]): one is [string, string | number | boolean] =>
  typeof one[1] === 'string' || typeof one[1] === 'number' || typeof one[1] === 'boolean'

/**
 * What a document lists and no source of records has, read as records are: a ledger that is kept by hand. `lasts` holds until the day that
 * `until` names, at `now` (epoch ms). Null where a reading is of records.
 */
export function rowsByHand(
  kind: string,
  { byHand }: Reading,
  operation: unknown,
  now: number,
): readonly RecordRow[] | null {
  if (!byHand) return null
  const { part, key, until } = byHand
  const listed = partOf(operation, part)
  return (Array.isArray(listed) ? listed : []).filter(isFields).map((item) => {
    const fields = Object.fromEntries(Object.entries(item).filter(isPlain))
    return {
      kind,
      key: key.map((name) => String(fields[name] ?? '')).join(' '),
      fields: { ...fields, lasts: parseTime(String(fields[until] ?? '')) > now },
    }
  })
}
