import { type Box, boxOf, eachEdge, lineMeetsBox, type Point, type Ring } from './rings'

/** Edges in one band, as many as a question may well look at. */
const PER_BAND = 6
const MOST_BANDS = 1024

type Edge = readonly [Point, Point]

/**
 * The edges of an area, kept by horizontal bands: a question about a point looks at the edges beside it, not at all of them.
 * Rings may be holes and several parts (even-odd).
 */
export class OutlineIndex {
  readonly box: Box
  /** Edges looked at so far: the cost of the questions, independent of the machine. */
  visited = 0
  private readonly bands: Edge[][]
  private readonly bandHeight: number

  constructor(rings: readonly Ring[]) {
    this.box = boxOf(rings)
    const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
    const count = Math.max(1, Math.min(MOST_BANDS, Math.floor(corners / PER_BAND)))
    this.bandHeight = Math.max((this.box.y1 - this.box.y0) / count, Number.MIN_VALUE)
    this.bands = Array.from({ length: count }, () => [])
    for (const ring of rings)
      eachEdge(ring, (a, b) => {
        const last = this.bandOf(Math.max(a[1], b[1]))
        for (let band = this.bandOf(Math.min(a[1], b[1])); band <= last; band++)
          this.bands[band]?.push([a, b])
      })
  }

  private bandOf(y: number): number {
    const band = Math.floor((y - this.box.y0) / this.bandHeight)
    return Math.max(0, Math.min(this.bands.length - 1, band))
  }

  /** Where the horizontal line at `y` crosses the outline, in no order. */
  crossings(y: number): number[] {
    if (y < this.box.y0 || y > this.box.y1) return []
    const band = this.bands[this.bandOf(y)] ?? []
    this.visited += band.length
    const cuts: number[] = []
    for (const [a, b] of band)
      if (a[1] > y !== b[1] > y) cuts.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    return cuts
  }

  inside([x, y]: Point): boolean {
    return this.crossings(y).filter((cut) => x < cut).length % 2 === 1
  }

  /** Distance to the nearest edge. One that is `enough` or less may be told as soon as any edge is that near. */
  private nearest(point: Point, enough: number): number {
    const [x, y] = point
    const home = this.bandOf(y)
    let best = Infinity
    for (let step = 0; step < this.bands.length; step++) {
      const above = y - (this.box.y0 + (home - step + 1) * this.bandHeight)
      const below = this.box.y0 + (home + step) * this.bandHeight - y
      if (step > 0 && above >= best && below >= best) return best
      for (const band of step === 0 ? [home] : [home - step, home + step]) {
        const edges = this.bands[band] ?? []
        this.visited += edges.length
        for (const [a, b] of edges) best = Math.min(best, edgeDistance(x, y, a, b))
        if (best <= enough) return best
      }
    }
    return best
  }

  /** Distance to the nearest edge: positive inside, negative outside. */
  depth(point: Point): number {
    const nearest = this.nearest(point, -1)
    return this.inside(point) ? nearest : -nearest
  }

  /** The depth of a point where it is more than `least` (≥ 0), otherwise null. Cheaper than `depth`. */
  depthAbove(point: Point, least: number): number | null {
    const nearest = this.nearest(point, least)
    return nearest > least && this.inside(point) ? nearest : null
  }

  /** Length of the horizontal line through a point that stays inside the area. */
  chord([x, y]: Point): number {
    let [west, east] = [-Infinity, Infinity]
    for (const cut of this.crossings(y)) {
      if (cut <= x) west = Math.max(west, cut)
      else east = Math.min(east, cut)
    }
    return east - west
  }

  /** Whether the area and a box share any point. */
  meets(box: Box): boolean {
    if (box.y1 < this.box.y0 || box.y0 > this.box.y1) return false
    for (let band = this.bandOf(box.y0); band <= this.bandOf(box.y1); band++)
      for (const [a, b] of this.bands[band] ?? []) {
        this.visited++
        if (lineMeetsBox(a, b, box)) return true
      }
    return this.inside([box.x0, box.y0])
  }

  /** The point farthest from all edges, to about 1 % of the area's size: where a label sits best. */
  visualCentre(): Point {
    const { box } = this
    const size = Math.max(box.x1 - box.x0, box.y1 - box.y0)
    let best: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
    let bestDepth = this.depth(best)
    let [from, step] = [best, size / 8]
    // A coarse 9 × 9 net finds the right lobe; each finer net then looks around the best point so far.
    for (; step > size / 400; step /= 4, from = best)
      for (let row = -4; row <= 4; row++)
        for (let column = -4; column <= 4; column++) {
          const point: Point = [from[0] + column * step, from[1] + row * step]
          const least = bestDepth + 1e-9 * size
          const value = least < 0 ? this.depth(point) : this.depthAbove(point, least)
          if (value !== null && value > least) [best, bestDepth] = [point, value]
        }
    return best
  }
}

function edgeDistance(x: number, y: number, a: Point, b: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)
}
