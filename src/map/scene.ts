import { distanceField, type Field } from './field'
import { fitMap } from './fit'
import type { Project, RegionShapes, TownShape } from './geo'
import type { Canvas, Ground } from './drawing'
import { ringsPath, unionRings, wallPath } from './outline'
import { OutlineIndex } from './outline-index'
import { SLAB } from './relief'
import type { Box, Point, Ring } from './rings'
import { shorePath } from './shoreline'

/** All lengths of a scene are design units (u) on a canvas of width × height; the SVG viewBox scales them to pixels. */
export interface Tile {
  readonly code: string
  readonly town: TownShape
  readonly rings: readonly Ring[]
  readonly outline: OutlineIndex
  readonly box: Box
  readonly label: Point
  /** Room for a line of text through the label point. */
  readonly chord: number
}

/** A map laid onto a canvas: what labels and layers need to find their places. Stays in the worker; its `ground` is drawn. */
export interface Scene extends Canvas {
  readonly tiles: readonly Tile[]
  readonly field: Field
  readonly nameSize: number
  readonly ground: Ground
  /** Longitude and latitude onto the canvas; null on a schematic. */
  readonly place: Project | null
}

const SHORES = [12, 23, 37, 54]

function buildTile(town: TownShape, put: (point: Point) => Point): Tile {
  const rings = town.rings.map((ring) => ring.map(put))
  const outline = new OutlineIndex(rings)
  const label = put(town.label)
  const chords = [-9, 0, 9].map((dy) => outline.chord([label[0], label[1] + dy]))
  return {
    code: town.code,
    town,
    rings,
    outline,
    box: outline.box,
    label,
    chord: Math.max(0, Math.min(...chords)),
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Everything about a map that depends on its geometry and the canvas only, not on the data. */
export function buildScene(map: RegionShapes, { width, height, reserved }: Canvas): Scene {
  const areas = map.towns.map((town) => town.outline)
  const { kx, ky, x0, y0 } = fitMap({ ...map, areas, width, height, reserved })
  const put = ([x, y]: Point): Point => [x * kx + x0, y * ky + y0]
  const tiles = map.towns.map((town) => buildTile(town, put)).sort((a, b) => a.label[1] - b.label[1])
  const field = distanceField(width, height, 5, tiles, SLAB)
  const nameSize = median(tiles.map((tile) => tile.chord)) >= 132 ? 24 : 20
  const { project } = map
  return {
    width,
    height,
    reserved,
    tiles,
    field,
    nameSize,
    ground: { width, height, nameSize, ...drawGround(tiles, field) },
    place: project && ((longitude, latitude) => put(project(longitude, latitude))),
  }
}

function drawGround(tiles: readonly Tile[], field: Field): Pick<Ground, 'tiles' | 'slab' | 'shores'> {
  const outline = unionRings(tiles.map((tile) => tile.rings))
  return {
    tiles: tiles.map(({ code, town, label, rings }) => ({
      code,
      short: town.short,
      label,
      face: ringsPath(rings),
    })),
    slab: {
      top: ringsPath(outline),
      wall: wallPath(outline, 0, SLAB - 3) + ringsPath(outline, SLAB - 3),
      foot: wallPath(outline, SLAB - 3, SLAB) + ringsPath(outline, SLAB),
      shadow: ringsPath(outline, SLAB + 14),
    },
    shores: SHORES.map((level) => shorePath(field, level)),
  }
}
