import { distanceField, type Field } from './field'
import { fitMap } from './fit'
import type { Project, RegionShapes, TownShape } from './geo'
import type { Canvas, Ground, Placing } from './drawing'
import { ringsPath } from './outline'
import { OutlineIndex } from './outline-index'
import type { Box, Point, Ring } from './rings'

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
}

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

/** Names grow with the tiles, in three steps; never below 20. */
const sizeFor = (chord: number) => (chord >= 180 ? 28 : chord >= 126 ? 24 : 20)

/** Both the projection and its placement are straight: two points tell all of it. */
function placingOf(project: Project): Placing {
  const [[x0, y0], [x1, y1]] = [project(0, 0), project(1, 1)]
  return { kx: x1 - x0, ky: y1 - y0, x0, y0 }
}

/** Everything about a map that depends on its geometry and the canvas only, not on the data. */
export function buildScene(map: RegionShapes, canvas: Canvas): Scene {
  const { width, height, reserved } = canvas
  const areas = map.towns.map((town) => town.outline)
  const { kx, ky, x0, y0 } = fitMap({ ...map, areas, width, height, reserved })
  const put = ([x, y]: Point): Point => [x * kx + x0, y * ky + y0]
  const tiles = map.towns.map((town) => buildTile(town, put)).sort((a, b) => a.label[1] - b.label[1])
  const nameSize = sizeFor(median(tiles.map((tile) => tile.chord)))
  const { project } = map
  return {
    ...canvas,
    tiles,
    field: distanceField(width, height, 5, tiles),
    nameSize,
    ground: {
      width,
      height,
      nameSize,
      tiles: tiles.map(({ code, town, label, rings }) => ({
        code,
        short: town.short,
        label,
        face: ringsPath(rings),
      })),
      place: project && placingOf((lng, lat) => put(project(lng, lat))),
    },
  }
}
