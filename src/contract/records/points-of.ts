import type { Few, Points } from '../resource'
import type { AnyRecords } from './table'

/** What stands at `rows` of a column. */
const textsAt = (column: readonly (string | null)[], rows: Uint32Array) =>
  Array.from(rows, (row) => column[row] ?? null)
const numbersAt = (column: Float64Array, rows: Uint32Array) =>
  Float64Array.from(rows, (row) => column[row] ?? Number.NaN)
const fewAt = <V>({ at, values }: Few<V>, rows: Uint32Array): Few<V> => ({
  at: Uint16Array.from(rows, (row) => at[row] ?? 0),
  values: [...values],
})

/** A place that is known by half, or is the point where sources put what they do not know (0, 0), is not known. */
function placesAt(records: AnyRecords, rows: Uint32Array): Pick<Points, 'lng' | 'lat'> {
  const [lng, lat] = [numbersAt(records.number('lng'), rows), numbersAt(records.number('lat'), rows)]
  for (let i = 0; i < lng.length; i++) {
    const [x = Number.NaN, y = Number.NaN] = [lng[i], lat[i]]
    if (!(x === 0 && y === 0) && !Number.isNaN(x + y)) continue
    lng[i] = Number.NaN
    lat[i] = Number.NaN
  }
  return { lng, lat }
}

/** How each of some records is. */
interface Stated {
  readonly rows: Uint32Array
  /** Index into the states, and since when (epoch ms), by row of the table. */
  readonly state: Uint8Array
  readonly since: Float64Array
}

/** Places out of records that have their columns; what is handed over is a copy. */
export function pointsOfRecords(
  records: AnyRecords,
  { rows, state, since }: Stated,
  groups: readonly string[],
): Omit<Points, 'contract' | 'asOf' | 'states' | 'refused' | 'leftOut'> {
  return {
    ids: textsAt(records.text('id'), rows).map((id) => id ?? ''),
    names: textsAt(records.text('name'), rows),
    ...placesAt(records, rows),
    state: Uint8Array.from(rows, (row) => state[row] ?? 0),
    since: numbersAt(since, rows),
    town: fewAt(records.place('town'), rows),
    groups: Object.fromEntries(groups.map((name) => [name, fewAt(records.code(name), rows)])),
  }
}
