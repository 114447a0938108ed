import { distanceField, type Field } from './field'
import { fitMap } from './fit'
import type { RegionMap, TownShape } from './geo'
import { ringsPath, unionRings, wallPath } from './outline'
import { type Box, boxOf, edges, type Point, type Ring } from './rings'
import { shorePath } from './shoreline'

/** All lengths of a scene are design units (u) on a canvas of width × height; the SVG viewBox scales them to pixels. */
export interface Tile {
  readonly code: string
  readonly town: TownShape
  readonly rings: readonly Ring[]
  readonly box: Box
  readonly label: Point
  /** Room for a line of text through the label point. */
  readonly chord: number
  /** Outline of the top face at height 0. */
  readonly face: string
}

export interface Scene {
  readonly width: number
  readonly height: number
  /** North to south, so that a raised tile covers the one behind it. */
  readonly tiles: readonly Tile[]
  readonly slab: {
    readonly top: string
    readonly wall: string
    readonly foot: string
    readonly shadow: string
  }
  readonly shores: readonly string[]
  readonly field: Field
  /** Size of names: 24 where tiles are large (32:9 walls), otherwise 20; never less. */
  readonly nameSize: number
  readonly reserved: readonly Box[]
}

/** Depth of the slab under the tiles, in u; RIM is how far its edge stands out. */
const SLAB = 14
export const RIM = 5
const SHORES = [12, 23, 37, 54]
const RELIEF = [0, 0.28, 0.5, 0.75, 1] as const

/** How far a tile of this class stands above the slab, in u. No data stands lowest. */
export const reliefOf = (level: 0 | 1 | 2 | 3 | 4 | null): number => (level === null ? 0 : RELIEF[level] * 13)

/** Length of the horizontal line through a point that stays inside the area. */
function chordAt(rings: readonly Ring[], [x, y]: Point): number {
  let [west, east] = [-Infinity, Infinity]
  for (const ring of rings)
    for (const [a, b] of edges(ring)) {
      if (a[1] > y === b[1] > y) continue
      const cut = a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
      if (cut <= x) west = Math.max(west, cut)
      else east = Math.min(east, cut)
    }
  return east - west
}

function buildTiles(map: RegionMap, width: number, height: number, reserved: readonly Box[]): Tile[] {
  const areas = map.towns.map((town) => town.rings)
  const { kx, ky, x0, y0 } = fitMap({ ...map, areas, width, height, reserved })
  const put = ([x, y]: Point): Point => [x * kx + x0, y * ky + y0]
  return map.towns
    .map((town): Tile => {
      const rings = town.rings.map((ring) => ring.map(put))
      const label = put(town.label)
      const chords = [-9, 0, 9].map((dy) => chordAt(rings, [label[0], label[1] + dy]))
      return {
        code: town.code,
        town,
        rings,
        box: boxOf(rings),
        label,
        chord: Math.max(0, Math.min(...chords)),
        face: ringsPath(rings),
      }
    })
    .sort((a, b) => a.label[1] - b.label[1])
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Everything about a map that depends on its geometry and the canvas only, not on the data. */
export function buildScene(map: RegionMap, width: number, height: number, reserved: readonly Box[]): Scene {
  const tiles = buildTiles(map, width, height, reserved)
  const areas = tiles.map((tile) => tile.rings)
  const outline = unionRings(areas)
  const field = distanceField(width, height, 5, areas, SLAB)
  return {
    width,
    height,
    tiles,
    slab: {
      top: ringsPath(outline),
      wall: wallPath(outline, 0, SLAB - 3) + ringsPath(outline, SLAB - 3),
      foot: wallPath(outline, SLAB - 3, SLAB) + ringsPath(outline, SLAB),
      shadow: ringsPath(outline, SLAB + 14),
    },
    shores: SHORES.map((level) => shorePath(field, level)),
    field,
    nameSize: median(tiles.map((tile) => tile.chord)) >= 132 ? 24 : 20,
    reserved,
  }
}
