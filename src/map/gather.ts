import type { Gathered } from './drawing'
import type { RegionShapes, TownShape } from './geo'
import { OutlineIndex } from './outline-index'
import { boxOf, type Point, type Ring } from './rings'

/** Half the width of a tile on the plane, and the distance of two rows. */
const HALF = 100
const ROW = 175

/** A hexagon with its point up, clockwise on screen. */
function hexagon([x, y]: Point): Ring {
  const [flank, tip] = [ROW / 3, (2 * ROW) / 3]
  return [
    [x, y - tip],
    [x + HALF, y - flank],
    [x + HALF, y + flank],
    [x, y + tip],
    [x - HALF, y + flank],
    [x - HALF, y - flank],
  ]
}

/**
 * A schematic of a few places instead of all towns: one tile a place, in rows from north to south and from west to east as they
 * lie on the map. Those that are not on it come last.
 */
export function gather(map: RegionShapes, places: readonly Gathered[]): RegionShapes {
  const labels = new Map(map.towns.map(({ code, label }) => [code, label]))
  const at = ({ code }: Gathered): Point => labels.get(code) ?? [Infinity, Infinity]
  const order = places.toSorted((a, b) => at(a)[1] - at(b)[1])
  const rows = Math.max(1, Math.round(Math.sqrt(order.length * 0.9)))
  const towns: TownShape[] = []
  for (let row = 0, from = 0; row < rows; row++) {
    const to = from + Math.ceil((order.length - from) / (rows - row))
    order
      .slice(from, to)
      .toSorted((a, b) => at(a)[0] - at(b)[0])
      .forEach(({ code, short }, column) => {
        const middle: Point = [(2 * column + (row % 2)) * HALF, row * ROW]
        const rings = [hexagon(middle)]
        const outline = new OutlineIndex(rings)
        const none = { districtCode: null, district: null }
        towns.push({ code, name: short, short, ...none, rings, outline, label: middle, box: outline.box })
      })
    from = to
  }
  return { ...map, towns, box: boxOf(towns.flatMap(({ rings }) => rings)), schematic: true, project: null }
}
