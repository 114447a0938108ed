import type { Ground } from '../drawing'
import type { Box } from '../rings'

/** Single things as a map draws them; arrays as long as each other, by the place of a thing in them. */
export interface Things {
  /** WGS-84 degrees, NaN where nobody knows. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Which of a few states. Of marks that lie on one another the highest is on top. */
  readonly state: Uint8Array
  /** Place in `codes` of the town that each belongs to; 0 is none. */
  readonly town: Uint16Array
  readonly codes: readonly (string | null)[]
}

/** The same on a canvas of a map. */
export interface Placed {
  /** In u; NaN for what has no place on this canvas. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly state: Uint8Array
  /** Which tile each belongs to; -1 none on this map. */
  readonly tile: Int16Array
  readonly tiles: Ground['tiles']
  readonly width: number
  readonly height: number
}

export function placedOn(ground: Ground, { lng, lat, state, town, codes }: Things): Placed {
  const { place, width, height, tiles } = ground
  const count = state.length
  const [x, y] = [new Float32Array(count).fill(Number.NaN), new Float32Array(count).fill(Number.NaN)]
  for (let i = 0; place && i < count; i++) {
    const [left, top] = [
      (lng[i] ?? Number.NaN) * place.kx + place.x0,
      (lat[i] ?? Number.NaN) * place.ky + place.y0,
    ]
    if (!(left >= 0 && top >= 0 && left <= width && top <= height)) continue
    x[i] = left
    y[i] = top
  }
  const at = new Map(tiles.map(({ code }, i) => [code, i]))
  const tileOf = codes.map((code) => (code === null ? -1 : (at.get(code) ?? -1)))
  const tile = Int16Array.from({ length: count }, (_, i) => tileOf[town[i] ?? 0] ?? -1)
  return { x, y, state, tile, tiles, width, height }
}

/** Several things as one mark. */
export interface Mark {
  /** Of a town, which stands for its things where they have no place of their own, or of things near each other. */
  readonly kind: 'town' | 'group'
  /** The town's tile; -1 for a group. */
  readonly tile: number
  /** In u of the canvas. */
  readonly x: number
  readonly y: number
  readonly count: number
  /** How many are in each state. */
  readonly states: readonly number[]
  /** Where the things of a group lie. */
  readonly box: Box | null
}

/** How near one has to be for things to be told apart: by town, by neighbourhood, one by one. */
export type Level = 'towns' | 'groups' | 'single'

export interface Marked {
  readonly level: Level
  readonly marks: readonly Mark[]
  /** Things that are drawn one by one. */
  readonly single: Uint32Array
  /** How many have neither a place on this map nor a town on it: they are nowhere, and are told as that. */
  readonly nowhere: number
}

const [GROUPS_FROM, SINGLE_FROM] = [3, 6]
/** So few are told apart at once. */
const FEW = 400
/** Side of a cell whose things are one mark, in u of the screen where a level begins. */
const CELL = 56

/** @param placed how many have a place of their own */
export function levelAt(k: number, placed: number): Level {
  if (placed === 0) return 'towns'
  if (placed <= FEW || k >= SINGLE_FROM) return 'single'
  return k >= GROUPS_FROM ? 'groups' : 'towns'
}

/** Side of the cells at a magnification, in u of the canvas: halved with every doubling, so that groups stand while one looks around. */
export const cellAt = (k: number): number => CELL / 2 ** Math.floor(Math.log2(k))

export const hasPlace = ({ x }: Placed, i: number): boolean => !Number.isNaN(x[i] ?? Number.NaN)

/** What is drawn of the `chosen` things at a level. Every one of them is in exactly one mark, single, or nowhere. */
export function marksOf(
  placed: Placed,
  chosen: Uint32Array,
  { level, cell, states }: { readonly level: Level; readonly cell: number; readonly states: number },
): Marked {
  const byTown = new Map<number, number[]>()
  const own: number[] = []
  let nowhere = 0
  for (const i of chosen) {
    const tile = placed.tile[i] ?? -1
    if (hasPlace(placed, i) && (level !== 'towns' || tile < 0)) own.push(i)
    else if (tile < 0) nowhere++
    else {
      const counts = byTown.get(tile) ?? Array.from({ length: states }, () => 0)
      const state = placed.state[i] ?? 0
      counts[state] = (counts[state] ?? 0) + 1
      byTown.set(tile, counts)
    }
  }
  const towns = [...byTown].map(([tile, counts]): Mark => {
    const [x = 0, y = 0] = placed.tiles[tile]?.label ?? []
    return { kind: 'town', tile, x, y, count: sum(counts), states: counts, box: null }
  })
  if (level === 'single') return { level, marks: towns, single: Uint32Array.from(own), nowhere }
  const { groups, single } = grouped(placed, own, cell, states)
  return { level, marks: [...towns, ...groups], single: Uint32Array.from(single), nowhere }
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)

/** Things of one cell are one mark in their middle; one that is alone in its cell is itself. */
function grouped(placed: Placed, things: readonly number[], cell: number, states: number) {
  const columns = Math.ceil(placed.width / cell) + 1
  const cells = new Map<number, number[]>()
  for (const i of things) {
    const key = Math.floor((placed.y[i] ?? 0) / cell) * columns + Math.floor((placed.x[i] ?? 0) / cell)
    const inside = cells.get(key)
    if (inside) inside.push(i)
    else cells.set(key, [i])
  }
  const single: number[] = []
  const groups: Mark[] = []
  for (const inside of cells.values()) {
    const [first, second] = inside
    if (first !== undefined && second === undefined) single.push(first)
    else groups.push(groupOf(placed, inside, states))
  }
  return { groups, single }
}

function groupOf({ x, y, state }: Placed, inside: readonly number[], states: number): Mark {
  const counts = Array.from({ length: states }, () => 0)
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  let [sumX, sumY] = [0, 0]
  for (const i of inside) {
    const [left, top, is] = [x[i] ?? 0, y[i] ?? 0, state[i] ?? 0]
    counts[is] = (counts[is] ?? 0) + 1
    sumX += left
    sumY += top
    box.x0 = Math.min(box.x0, left)
    box.x1 = Math.max(box.x1, left)
    box.y0 = Math.min(box.y0, top)
    box.y1 = Math.max(box.y1, top)
  }
  const count = inside.length
  return { kind: 'group', tile: -1, x: sumX / count, y: sumY / count, count, states: counts, box }
}
