import { stream, hash32 } from '../../lib/random'
import { type Box, grow, type Point } from '../rings'
import type { Tile } from '../scene'

const MOST = 24

/** Places strewn over a town for `count` things, the same ones every time; `avoid` is its label (at height 0). In u. */
export function strew(
  tile: Tile,
  { id, perDot }: { readonly id: string; readonly perDot: number },
  count: number,
  avoid: Box,
): Point[] {
  const wanted = Math.min(MOST, Math.max(count > 0 ? 1 : 0, Math.round(count / perDot)))
  const next = stream(hash32(id, tile.code))
  const { box } = tile
  const keepOff = grow(avoid, 6)
  const dots: Point[] = []
  for (let tries = 0; tries < wanted * 14 && dots.length < wanted; tries++) {
    const point: Point = [box.x0 + next() * (box.x1 - box.x0), box.y0 + next() * (box.y1 - box.y0)]
    const [x, y] = point
    if (x > keepOff.x0 && x < keepOff.x1 && y > keepOff.y0 && y < keepOff.y1) continue
    if (dots.some((dot) => Math.hypot(dot[0] - x, dot[1] - y) < 9)) continue
    if (tile.outline.depthAbove(point, 7) !== null) dots.push(point)
  }
  return dots
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
