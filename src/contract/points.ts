import * as z from 'zod/mini'
import { contractOf, type Named, type PublishedReader } from './answers'
import { count, list, moment, regionCode, text } from './primitives'
import type { ParseResult } from './reader'
import type { Few, Points, RowFault } from './resource'

/** Places one answer may bring. */
const MOST_POINTS = 100_000
/** Refused places that are listed; all of them are counted. */
const MOST_LISTED = 200
/** Different values of a column. */
const MOST_VALUES = 1000

/** What a kind of places has besides what every place has. */
export interface PlacesSaid extends Named {
  readonly states: readonly string[]
  /** Fields that they may be narrowed by; with the words there may be, or null where those are not closed. */
  readonly groups: Readonly<Record<string, readonly string[] | null>>
}

const known = <T extends z.ZodMiniType>(cell: T) => z.optional(z.nullable(cell))
const degrees = (most: number) => z.number().check(z.gte(-most), z.lte(most))
const town = z.object({ code: regionCode, name: z._default(z.string(), '') })
const word = (of: readonly string[] | null) => (of ? z.enum(of) : z.string())

const pointOf = ({ states, groups }: PlacesSaid) =>
  z.object({
    id: text(48),
    name: known(z.string()),
    state: z.enum(states),
    since: known(moment),
    lng: known(degrees(180)),
    lat: known(degrees(90)),
    town: known(town),
    ...Object.fromEntries(Object.entries(groups).map(([name, of]) => [name, known(word(of))])),
  })

const columnOf = (cell: z.ZodMiniType) => z.optional(list(z.nullable(cell), MOST_POINTS))

/** The few values of a column, and for each place which of them is its own, from 0. */
const few = (value: z.ZodMiniType) =>
  z.object({ values: list(z.nullable(value), MOST_VALUES), at: list(count, MOST_POINTS) })

function sentBy(said: PlacesSaid) {
  const groups = Object.entries(said.groups).map(([name, of]) => [name, z.optional(few(word(of)))] as const)
  return z.object({
    contract: z.literal(contractOf(said)),
    asOf: moment,
    points: z.object({
      id: list(text(48), MOST_POINTS),
      name: columnOf(z.string()),
      state: few(z.enum(said.states)),
      since: columnOf(moment),
      lng: columnOf(degrees(180)),
      lat: columnOf(degrees(90)),
      town: z.optional(few(z.object({ code: regionCode, name: z.optional(z.string()) }))),
      ...Object.fromEntries(groups),
    }),
  })
}

/** A column of few values out of the value of every row; `keyOf` says which are the same. */
function fewOf<V>(cells: readonly (V | null | undefined)[], keyOf: (value: V) => string): Few<V> {
  const values: (V | null)[] = [null]
  const found = new Map<string, number>()
  const at = Uint16Array.from(cells, (cell) => {
    if (cell == null) return 0
    const key = keyOf(cell)
    const place = found.get(key) ?? values.push(cell) - 1
    found.set(key, place)
    return place
  })
  return { at, values }
}

const isText = (value: unknown) => (typeof value === 'string' ? value : null)

/**
 * Reads `{ contract, asOf, points }`, the points as rows (a table by the column was turned into rows where it was shaped). Each place is
 * judged by itself: one that its contract refuses costs itself, is counted, and named while there are few. Of one id the last stands.
 */
export function pointsReader(said: PlacesSaid): PublishedReader<Points> {
  const { id, states } = said
  const point = pointOf(said)
  const all = z.object({
    contract: z.literal(contractOf(said)),
    asOf: moment,
    points: z.array(z.unknown()).check(z.maxLength(MOST_POINTS)),
  })
  return {
    id,
    sent: sentBy(said),
    parse(input): ParseResult<Points> {
      const parsed = all.safeParse(input)
      if (!parsed.success) return parsed
      const { contract, asOf, points } = parsed.data
      const byId = new Map<string, z.infer<typeof point> & Readonly<Record<string, unknown>>>()
      const leftOut: RowFault[] = []
      let refused = 0
      for (const [at, each] of points.entries()) {
        const one = point.safeParse(each)
        if (one.success) byId.set(one.data.id, one.data)
        else if (++refused <= MOST_LISTED) {
          const [issue] = one.error.issues
          const field = issue?.path.map(String).join('.') || '(整行)'
          leftOut.push({ at, field, message: issue?.message ?? '不符合契约' })
        }
      }
      const rows = [...byId.values()]
      const stands = rows.map(({ lng, lat }) => lng != null && lat != null && !(lng === 0 && lat === 0))
      const degreesOf = (name: 'lng' | 'lat') =>
        Float64Array.from(rows, (row, i) => (stands[i] ? (row[name] ?? Number.NaN) : Number.NaN))
      const groups = Object.keys(said.groups).map((name) => [
        name,
        fewOf(
          rows.map((row) => isText(row[name])),
          String,
        ),
      ])
      const data = {
        contract,
        asOf,
        ids: [...byId.keys()],
        names: rows.map(({ name }) => name ?? null),
        lng: degreesOf('lng'),
        lat: degreesOf('lat'),
        state: Uint8Array.from(rows, ({ state }) => states.indexOf(state)),
        states,
        since: Float64Array.from(rows, ({ since }) => (since == null ? Number.NaN : Date.parse(since))),
        town: fewOf(
          rows.map((row) => row.town),
          ({ code }) => code,
        ),
        groups: Object.fromEntries(groups) as Points['groups'],
        refused,
        leftOut,
      }
      return { success: true, data }
    },
  }
}
