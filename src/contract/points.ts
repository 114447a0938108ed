import * as z from 'zod/mini'
import { contractOf, type PublishedReader } from './answers'
import { count, list, moment, regionCode, text } from './primitives'
import type { ParseResult } from './reader'
import { numberColumn, placeColumn, timeColumn, codeColumn, textColumn } from './records/kind'
import type { AnyKind, CodeColumn, Column } from './records/kind'
import { rowReader } from './records/read-row'
import { createTable, type AnyRecords } from './records/table'
import type { Few, Points, RowFault } from './resource'

/** Places one answer may bring. */
const MOST_POINTS = 100_000
/** Refused places that are listed; all of them are counted. */
const MOST_LISTED = 200

/** What a kind of places has besides what every place has. */
export interface PlacesSaid {
  readonly id: string
  readonly version?: number
  readonly states: readonly string[]
  /** What is said of a state, for whoever connects a source. */
  readonly about: { readonly id: string; readonly name: string; readonly state: string }
  readonly groups: Readonly<Record<string, CodeColumn>>
}

/** The columns of places as a kind of records, so that a row is judged in the same way and words. */
const placesKind = ({ id, version = 1, states, about, groups }: PlacesSaid): AnyKind => ({
  id,
  version,
  key: 'id',
  changed: null,
  notBefore: {},
  past: null,
  columns: {
    id: textColumn(48, { required: true, about: about.id }),
    name: textColumn(40, { about: about.name }),
    state: codeColumn(states, { required: true, about: about.state }),
    since: timeColumn({ about: '从何时起是这一状态' }),
    lng: numberColumn(-180, 180, { about: '经度，WGS-84；不知道写 null，仍按镇街计数' }),
    lat: numberColumn(-90, 90, { about: '纬度，WGS-84' }),
    town: placeColumn({ about: '所在镇街，{ code, name }' }),
    ...groups,
  },
})

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
export interface Stated {
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

const isColumnOf = (cell: z.ZodMiniType) => list(z.nullable(cell), MOST_POINTS)

/** The few values of a column, and for each place which of them is its own, from 0. */
const few = (value: z.ZodMiniType) =>
  z.object({ values: list(z.nullable(value), 1000), at: list(count, MOST_POINTS) })

/** A column as it is right to send it. */
function columnOf(column: Column): z.ZodMiniType {
  if (column.type === 'place') return few(z.object({ code: regionCode, name: z.optional(z.string()) }))
  if (column.type === 'code') return few(column.of === null ? z.string() : z.enum(column.of))
  if (column.type === 'number') return isColumnOf(z.number().check(z.gte(column.low), z.lte(column.high)))
  if (column.type === 'time') return isColumnOf(moment)
  return isColumnOf(column.type === 'text' && column.required ? text(column.most) : z.string())
}

function sentBy(kind: AnyKind) {
  const columns = Object.entries(kind.columns).map(([name, column]): [string, z.ZodMiniType] => {
    const sent = columnOf(column)
    return [name, column.required ? sent : z.optional(sent)]
  })
  return z.object({
    contract: z.literal(contractOf(kind)),
    asOf: moment,
    points: z.object(Object.fromEntries(columns)),
  })
}

const namesIn = (rows: readonly unknown[]): Set<string> =>
  new Set(rows.flatMap((row) => (typeof row === 'object' && row !== null ? Object.keys(row) : [])))

/**
 * Reads `{ contract, asOf, points }`, the points as rows (a table by the column was turned into rows where it was shaped). Each place is
 * judged by itself: one that its contract refuses costs itself, is counted, and named while there are few. Of one id the last stands.
 */
export function pointsReader(said: PlacesSaid): PublishedReader<Points> {
  const kind = placesKind(said)
  const around = z.object({
    contract: z.literal(contractOf(kind)),
    asOf: moment,
    points: z.array(z.unknown()).check(z.maxLength(MOST_POINTS)),
  })
  return {
    id: kind.id,
    sent: sentBy(kind),
    parse(input): ParseResult<Points> {
      const parsed = around.safeParse(input)
      if (!parsed.success) return parsed
      const { contract, asOf, points } = parsed.data
      const [table, read] = [createTable(kind), rowReader(kind, namesIn(points.slice(0, 1)))]
      const leftOut: RowFault[] = []
      let refused = 0
      for (const [at, row] of points.entries()) {
        const one = read(row, at)
        if ('cells' in one) table.put(one.cells)
        else if (++refused <= MOST_LISTED) leftOut.push(one.fault)
      }
      const { at, values } = table.code('state')
      const index = values.map((value) => said.states.indexOf(value ?? ''))
      const rows = Uint32Array.from({ length: table.size }, (_, row) => row)
      const state = Uint8Array.from(rows, (row) => index[at[row] ?? 0] ?? 0)
      const columns = pointsOfRecords(
        table,
        { rows, state, since: table.time('since') },
        Object.keys(said.groups),
      )
      return { success: true, data: { contract, asOf, ...columns, states: said.states, refused, leftOut } }
    },
  }
}
