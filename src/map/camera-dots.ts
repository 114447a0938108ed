import { stream, hash32 } from '../lib/random'
import { type Box, depth, grow, type Point } from './rings'
import type { Tile } from './scene'

/** One dot stands for about this many camera channels. */
const CHANNELS_PER_DOT = 200
const MOST = 24

/** Dots strewn over a town, the same ones every time; `avoid` is its label (at height 0). In u. */
export function cameraDots(tile: Tile, cameras: number, avoid: Box): Point[] {
  const wanted = Math.min(MOST, Math.max(cameras > 0 ? 1 : 0, Math.round(cameras / CHANNELS_PER_DOT)))
  const next = stream(hash32('camera-dots', tile.code))
  const { box } = tile
  const keepOff = grow(avoid, 6)
  const dots: Point[] = []
  for (let tries = 0; tries < wanted * 14 && dots.length < wanted; tries++) {
    const point: Point = [box.x0 + next() * (box.x1 - box.x0), box.y0 + next() * (box.y1 - box.y0)]
    const [x, y] = point
    if (x > keepOff.x0 && x < keepOff.x1 && y > keepOff.y0 && y < keepOff.y1) continue
    if (depth(tile.rings, point) < 7 || dots.some((dot) => Math.hypot(dot[0] - x, dot[1] - y) < 9)) continue
    dots.push(point)
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
