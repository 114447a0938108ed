import type { Point } from '../rings'
import type { Scene } from '../scene'
import type { PointsLayer } from './layer'

/** Points nearer than this look like one; so a picture has a bound however many there are. In u. */
const APART = 4

/** Points of a layer as places on the canvas, dots and rings apart. A ring wins a spot that a dot also wants. */
export function placePoints(
  { width, height, place }: Scene,
  { positions, hollow }: PointsLayer,
): { readonly dots: readonly Point[]; readonly hollow: readonly Point[] } {
  if (!place) return { dots: [], hollow: [] }
  const spots = new Map<number, { point: Point; ring: boolean }>()
  const columns = Math.ceil(width / APART) + 1
  for (let i = 0; 2 * i + 1 < positions.length; i++) {
    const point = place(positions[2 * i] ?? Number.NaN, positions[2 * i + 1] ?? Number.NaN)
    const [x, y] = point
    if (!(x >= 0 && y >= 0 && x <= width && y <= height)) continue
    const spot = Math.floor(y / APART) * columns + Math.floor(x / APART)
    const ring = hollow[i] === 1
    const before = spots.get(spot)
    if (!before || (ring && !before.ring)) spots.set(spot, { point, ring })
  }
  const all = [...spots.values()]
  return {
    dots: all.filter(({ ring }) => !ring).map(({ point }) => point),
    hollow: all.filter(({ ring }) => ring).map(({ point }) => point),
  }
}

/** Filled dots as one path: zero-length strokes with round caps. */
export const dotsPath = (dots: readonly Point[]): string =>
  dots.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('')

/** Hollow rings as one path. */
export const ringsOf = (dots: readonly Point[], r: number): string =>
  dots
    .map(
      ([x, y]) =>
        `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    )
    .join('')
