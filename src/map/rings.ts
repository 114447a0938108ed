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

/** Calls `visit` with every consecutive corner pair of a ring, the closing one (last to first) before all others. */
export function eachEdge(ring: Ring, visit: (a: Point, b: Point) => void): void {
  let previous = ring.at(-1)
  for (const point of ring) {
    if (previous) visit(previous, point)
    previous = point
  }
}

/** Shoelace area; positive when the ring runs clockwise on a screen (y down). */
export function signedArea(ring: Ring): number {
  let twice = 0
  eachEdge(ring, (a, b) => {
    twice += a[0] * b[1] - b[0] * a[1]
  })
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

/** Whether any part of the straight line a–b lies in the box. */
export function lineMeetsBox(a: Point, b: Point, box: Box): boolean {
  let [t0, t1] = [0, 1]
  for (let axis = 0; axis < 2; axis++) {
    const [p, q] = axis === 0 ? [a[0], b[0]] : [a[1], b[1]]
    const [low, high] = axis === 0 ? [box.x0, box.x1] : [box.y0, box.y1]
    const d = q - p
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
