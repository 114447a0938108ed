import type { Point, Ring } from './rings'

/** Wider than any map counts cells in one direction. */
const STRIDE = 2 ** 22

/**
 * Rings without the corners nobody can see: all corners within one cell of a square net become one, the same one in every
 * ring, so that neighbours still share their border. A ring that shrinks to nothing is left out, unless it is all its area has.
 */
export function weld(areas: readonly (readonly Ring[])[], cell: number): Ring[][] {
  const corners = new Map<number, Point>()
  const at = (point: Point): Point => {
    const key = Math.round(point[0] / cell) * STRIDE + Math.round(point[1] / cell)
    const known = corners.get(key)
    if (known) return known
    corners.set(key, point)
    return point
  }
  return areas.map((rings) => {
    const welded = rings.map((ring) => withoutSpikes(ring.map(at))).filter((ring) => ring.length > 2)
    return welded.length > 0 ? welded : [...rings]
  })
}

/** Drops corners that repeat the one before, and ways out and straight back. */
function withoutSpikes(ring: Ring): Ring {
  const kept: Point[] = []
  for (const point of ring) {
    if (point === kept.at(-1)) continue
    if (kept.length > 1 && point === kept.at(-2)) kept.pop()
    else kept.push(point)
  }
  while (kept.length > 1 && kept[0] === kept.at(-1)) kept.pop()
  return kept
}
