import type { WorkCalendar } from '../../lib/working-time'

/** What a summary is made for. */
export interface Moment {
  /** The data time of the records, epoch ms: what happened later has not happened. */
  readonly now: number
  /** Town or district code; null for the whole city. */
  readonly region: string | null
  /** Thresholds in force, by metric id (`config/metrics`). */
  readonly limits: Readonly<Record<string, number>>
  /** On which days and at which hours offices work: deadlines in working time, and which days are alike. */
  readonly calendar: WorkCalendar
}

/** Rows of `at` that lie in `region`, which is a beginning of their code; every row for the whole city. */
export function rowsIn(
  size: number,
  {
    at,
    values,
  }: { readonly at: Uint16Array; readonly values: readonly ({ readonly code: string } | null)[] },
  region: string | null,
): Uint32Array {
  const inside = values.map((place) => region === null || place?.code.startsWith(region) === true)
  const rows = new Uint32Array(size)
  let found = 0
  for (let row = 0; row < size; row++) if (inside[at[row] ?? 0] === true) rows[found++] = row
  return rows.subarray(0, found)
}
