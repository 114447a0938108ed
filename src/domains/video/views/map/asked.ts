import type { Holds } from '../../../../blocks/use-holds'
import { escaped } from '../../../../panel/rows-link'
import type { Points } from '../../../../contract/resource'
import { POINT_STATES, type PointState } from '../../codes'

/** What the map of cameras shows, as a link says it: `map&state=offline&source=水务&q=河道`. */
export interface Asked {
  /** It lies over the whole scene. */
  readonly over: boolean
  /** Null of all. */
  readonly state: PointState | null
  readonly source: string | null
  readonly type: string | null
  /** Empty where nothing is looked for. */
  readonly q: string
}

export const ALL: Asked = { over: false, state: null, source: null, type: null, q: '' }

const OVER = 'map'

export function readAsked(text: string | undefined): Asked {
  const parts = new URLSearchParams(text ?? '')
  return {
    over: parts.has(OVER),
    state: POINT_STATES.find((state) => state === parts.get('state')) ?? null,
    source: parts.get('source'),
    type: parts.get('type'),
    q: parts.get('q') ?? '',
  }
}

/** Null where nothing is said. */
export function writeAsked({ over, ...parts }: Asked): string | null {
  const said = (['state', 'source', 'type', 'q'] as const).flatMap((name) => {
    const value = parts[name]
    return value === null || value === '' ? [] : [`${name}=${escaped(value)}`]
  })
  const text = [...(over ? [OVER] : []), ...said].join('&')
  return text === '' ? null : text
}

export interface Narrowing extends Pick<Asked, 'state' | 'source' | 'type'> {
  readonly holds: Holds | null
  /** Code of the town or district that the wall is scoped to; null for the whole city. */
  readonly region: string | null
}

/** Places in `values` that stand for `wanted`; null where nothing is wanted. */
const placeOf = (values: readonly (string | null)[] | undefined, wanted: string | null) =>
  wanted === null ? null : (values?.indexOf(wanted) ?? -1)

/** Which cameras a question means, by their place; a question about a value that none has means none. */
export function chosenOf(points: Points, { state, source, type, holds, region }: Narrowing): Uint32Array {
  const { groups, town, names, ids } = points
  const wantedState = state === null ? null : points.states.indexOf(state)
  const coded = [[groups['source'], source] as const, [groups['type'], type] as const].flatMap(
    ([few, wanted]) => (wanted === null ? [] : [{ at: few?.at, place: placeOf(few?.values, wanted) }]),
  )
  const inside = town.values.map((place) => region === null || (place?.code.startsWith(region) ?? false))
  const found: number[] = []
  for (let i = 0; i < ids.length; i++) {
    if (wantedState !== null && points.state[i] !== wantedState) continue
    if (!inside[town.at[i] ?? 0]) continue
    if (coded.some(({ at, place }) => at?.[i] !== place || place === 0)) continue
    if (holds && !holds([names[i] ?? '', ids[i] ?? ''])) continue
    found.push(i)
  }
  return Uint32Array.from(found)
}

/** How many of the `chosen` are in each state, in the order of the states. */
export function countStates({ state, states }: Points, chosen: Uint32Array): readonly number[] {
  const counts = states.map(() => 0)
  for (const i of chosen) counts[state[i] ?? 0] = (counts[state[i] ?? 0] ?? 0) + 1
  return counts
}

export interface TownCount {
  readonly code: string
  readonly name: string
  readonly count: number
  /** By state. */
  readonly states: readonly number[]
}

/** The `chosen` by town, most offline first; those that belong to no town are left out. */
export function townsOf({ town, state, states }: Points, chosen: Uint32Array): readonly TownCount[] {
  const counts = town.values.map(() => states.map(() => 0))
  for (const i of chosen) {
    const own = counts[town.at[i] ?? 0]
    const is = state[i] ?? 0
    if (own) own[is] = (own[is] ?? 0) + 1
  }
  return town.values
    .flatMap((place, at) => {
      const own = counts[at] ?? []
      const count = own.reduce((a, b) => a + b, 0)
      return place && count > 0 ? [{ ...place, count, states: own }] : []
    })
    .toSorted((a, b) => worst(b) - worst(a) || b.count - a.count || (a.code < b.code ? -1 : 1))
}

const worst = ({ states }: TownCount) => states.at(-1) ?? 0
