/** x, y on a flat plane, y down. */
export type Point = readonly [number, number]
/** Corner points without the repeated last one. */
export type Ring = readonly Point[]
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Consecutive corner pairs of a ring, the closing one included. */
export function* edges(ring: Ring): Generator<readonly [Point, Point]> {
  let previous = ring.at(-1)
  for (const point of ring) {
    if (previous) yield [previous, point]
    previous = point
  }
}

/** Shoelace area; positive when the ring runs clockwise on a screen (y down). */
export function signedArea(ring: Ring): number {
  let twice = 0
  for (const [a, b] of edges(ring)) twice += a[0] * b[1] - b[0] * a[1]
  return twice / 2
}

/** Smallest box around all points; infinite and inverted for no points. */
export function boxOf(rings: readonly Ring[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x, y] of ring) {
      x0 = Math.min(x0, x)
      y0 = Math.min(y0, y)
      x1 = Math.max(x1, x)
      y1 = Math.max(y1, y)
    }
  return { x0, y0, x1, y1 }
}

export const boxesMeet = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

/** The box pushed outwards on every side; `down` overrides the lower side. */
export const grow = (box: Box, by: number, down = by): Box => ({
  x0: box.x0 - by,
  y0: box.y0 - by,
  x1: box.x1 + by,
  y1: box.y1 + down,
})

/** Even-odd test, so holes and several parts need no special case. */
export function inside(rings: readonly Ring[], [x, y]: Point): boolean {
  let odd = false
  for (const ring of rings)
    for (const [a, b] of edges(ring))
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd
  return odd
}

function edgeDistance([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)
}

/** Distance to the nearest edge: positive inside, negative outside. */
export function depth(rings: readonly Ring[], point: Point): number {
  let nearest = Infinity
  for (const ring of rings)
    for (const [a, b] of edges(ring)) nearest = Math.min(nearest, edgeDistance(point, a, b))
  return inside(rings, point) ? nearest : -nearest
}

/** The point of an area that is farthest from its edges, to about 1 % of its size: where a label sits best. */
export function visualCentre(rings: readonly Ring[]): Point {
  const box = boxOf(rings)
  const size = Math.max(box.x1 - box.x0, box.y1 - box.y0)
  let best: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
  let bestDepth = depth(rings, best)
  let [from, step] = [best, size / 8]
  // A coarse 9 × 9 net finds the right lobe; each finer net then looks around the best point so far.
  for (; step > size / 400; step /= 4, from = best)
    for (let row = -4; row <= 4; row++)
      for (let column = -4; column <= 4; column++) {
        const point: Point = [from[0] + column * step, from[1] + row * step]
        const value = depth(rings, point)
        if (value > bestDepth + 1e-9 * size) [best, bestDepth] = [point, value]
      }
  return best
}

/** Whether any part of the straight line a–b lies in the box. */
export const lineMeetsBox = (a: Point, b: Point, box: Box): boolean => {
  let [t0, t1] = [0, 1]
  for (const [p, d, low, high] of [
    [a[0], b[0] - a[0], box.x0, box.x1],
    [a[1], b[1] - a[1], box.y0, box.y1],
  ] as const) {
    if (d === 0) {
      if (p < low || p > high) return false
      continue
    }
    const [s, e] = [(low - p) / d, (high - p) / d]
    t0 = Math.max(t0, Math.min(s, e))
    t1 = Math.min(t1, Math.max(s, e))
  }
  return t0 <= t1
}

/** Whether an area and a box share any point. */
export function areaMeetsBox(rings: readonly Ring[], box: Box): boolean {
  for (const ring of rings) for (const [a, b] of edges(ring)) if (lineMeetsBox(a, b, box)) return true
  return inside(rings, [box.x0, box.y0])
}
