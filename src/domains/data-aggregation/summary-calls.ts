import type { Records } from '../../contract/records/table'
import { MINUTE } from '../../lib/calendar'
import type { SharingCall } from './records'

export type CallRows = Records<SharingCall['columns']>

/** Length of a span where the source names none, minutes. */
const SPAN_MINUTES = 15
/** Spans of calls as of `now`: one that is not over counts as far as it has come. */
export interface Calls {
  readonly rows: CallRows
  readonly now: number
  /** Start and length of a row, ms. */
  readonly from: Float64Array
  readonly length: (row: number) => number
  readonly calls: (row: number) => number
  /** NaN where the row does not tell. */
  readonly failures: (row: number) => number
  /** When the first span of all began. */
  readonly oldest: number
}

export function callsAt(rows: CallRows, now: number): Calls {
  const [from, minutes] = [rows.time('from'), rows.number('minutes')]
  const [calls, failures] = [rows.number('calls'), rows.number('failures')]
  let oldest = Number.POSITIVE_INFINITY
  for (let row = 0; row < rows.size; row++) oldest = Math.min(oldest, from[row] ?? oldest)
  const callsOf = (row: number) => Math.round(calls[row] ?? 0)
  return {
    rows,
    now,
    from,
    oldest,
    length: (row) => (minutes[row] || SPAN_MINUTES) * MINUTE,
    calls: callsOf,
    failures: (row) => Math.min(callsOf(row), Math.round(failures[row] ?? Number.NaN)),
  }
}

/** Rows that began from `from` on and before or at `to`. */
export function rowsFrom({ rows, from }: Calls, since: number, to: number): number[] {
  const found: number[] = []
  for (let row = 0; row < rows.size; row++) {
    const at = from[row] ?? 0
    if (at >= since && at <= to) found.push(row)
  }
  return found
}
