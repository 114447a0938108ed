import { describe, expect, it } from 'vitest'
import { stream } from '../../../src/lib/random'
import { parseRegionMap } from '../../../src/map/geo'
import { OutlineIndex } from '../../../src/map/outline-index'
import type { Point, Ring } from '../../../src/map/rings'
import { buildScene } from '../../../src/map/scene'
import { weld } from '../../../src/map/weld'
import { surveyed } from './shapes'

/** A star with `corners` corners around 500, 500. */
const star = (corners: number): Ring =>
  Array.from({ length: corners }, (_, i): Point => {
    const radius = 300 + 60 * Math.sin(i * 12.9898)
    const angle = (i / corners) * 2 * Math.PI
    return [500 + radius * Math.cos(angle), 500 + radius * Math.sin(angle)]
  })

/** The same questions asked of every edge. */
function bruteDepth(ring: Ring, [x, y]: Point): number {
  let [nearest, odd] = [Infinity, false]
  ring.forEach((b, i) => {
    const a = ring.at(i - 1) ?? b
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
    nearest = Math.min(nearest, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy))
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * dx) odd = !odd
  })
  return odd ? nearest : -nearest
}

describe.each([5, 40, 3000])('an outline of %i corners', (corners) => {
  const ring = star(corners)
  const index = new OutlineIndex([ring])
  const next = stream(corners)
  const points = Array.from({ length: 200 }, (): Point => [next() * 1000, next() * 1000])

  it('knows inside, outside and distance as if every edge were looked at', () => {
    for (const point of points) {
      const depth = bruteDepth(ring, point)
      expect(index.depth(point)).toBeCloseTo(depth, 9)
      expect(index.inside(point)).toBe(depth > 0)
      const above = index.depthAbove(point, 40)
      if (depth > 40) expect(above).toBeCloseTo(depth, 9)
      else expect(above).toBeNull()
    }
  })

  it('meets exactly the boxes that it touches', () => {
    for (const [x0, y0] of points) {
      const box = { x0, y0, x1: x0 + 60, y1: y0 + 60 }
      const half = Math.hypot(30, 30)
      const middle = bruteDepth(ring, [x0 + 30, y0 + 30])
      // Nearer than the half side the box is touched for sure, farther than the half diagonal it cannot be.
      if (middle > -30) expect(index.meets(box)).toBe(true)
      if (middle < -half) expect(index.meets(box)).toBe(false)
    }
  })
})

describe('57,600 corners', () => {
  const map = parseRegionMap(surveyed(5, 4, 720))
  const edges = map.towns.reduce((sum, { rings }) => sum + rings.reduce((n, ring) => n + ring.length, 0), 0)
  const visits = (areas: readonly { readonly outline: OutlineIndex }[]) =>
    areas.reduce((sum, { outline }) => sum + outline.visited, 0)

  it('are not all looked at for every point when labels are placed', () => {
    expect(edges).toBeGreaterThan(40_000)
    // 324 points a town are tried: each edge for each point would be 324.
    expect(visits(map.towns) / edges).toBeLessThan(12)
  })

  it('are not all looked at for every point of a canvas', () => {
    const before = visits(map.towns)
    const scene = buildScene(map, {
      width: 904,
      height: 720,
      reserved: [{ x0: 0, y0: 0, x1: 300, y1: 72 }, { x0: 0, y0: 566, x1: 256, y1: 720 }], // prettier-ignore
    })
    // 26,000 net points and some hundred places for the map.
    expect((visits(scene.tiles) + visits(map.towns) - before) / edges).toBeLessThan(20)
  })
})

describe('weld', () => {
  const zigzag = Array.from({ length: 1000 }, (_, i): Point => [i / 10, Math.sin(i) / 10])
  const upper: Ring = [...zigzag, [100, -50], [0, -50]]
  const lower: Ring = [...zigzag.toReversed(), [0, 50], [100, 50]]

  it('leaves neighbours the same border with a tenth of its corners', () => {
    const [[a = []] = [], [b = []] = []] = weld([[upper], [lower]], 1)
    const border = (ring: Ring) => ring.filter(([, y]) => Math.abs(y) < 1)
    expect(border(a).length).toBeLessThan(110)
    expect(border(a).length).toBeGreaterThan(90)
    expect(border(b).toReversed()).toEqual(border(a))
  })

  it('leaves corners that can be told apart where they are', () => {
    const ring: Ring = [[0, 0], [10, 0], [10, 10], [0, 10]] // prettier-ignore
    expect(weld([[ring]], 0.5)).toEqual([[ring]])
  })

  it('drops a rock too small to be seen, and never a whole town', () => {
    const rock: Ring = [[50, 50], [50.1, 50], [50.1, 50.1]] // prettier-ignore
    const land: Ring = [[0, 0], [10, 0], [10, 10], [0, 10]] // prettier-ignore
    expect(weld([[land, rock]], 1)).toEqual([[land]])
    expect(weld([[rock]], 1)).toEqual([[rock]])
  })
})
