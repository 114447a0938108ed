import type { OutlineIndex } from './outline-index'
import { type Box, boxesMeet, grow } from './rings'

/** Plane → canvas: x · kx + x0, y · ky + y0. */
interface Placement {
  readonly kx: number
  readonly ky: number
  readonly x0: number
  readonly y0: number
}

/** Room around the map, in u: marks stand out at the top of their tiles. */
const MARGIN = { side: 6, above: 24, below: 8 }
/** A cartogram is no geography, so its tiles may grow up to this ratio of height to width. Real maps may not. */
const TALLEST = 1.28
/** In u: the width of a tile on which a name and a curve are at ease. */
const LARGE = 120

/** From the middle outwards, so that of all places that fit the most central is taken. */
const SHIFTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1]

interface Fit {
  readonly box: Box
  readonly areas: readonly OutlineIndex[]
  readonly width: number
  readonly height: number
  /** Areas of the canvas that others draw on: a title, a legend. */
  readonly reserved: readonly Box[]
  readonly schematic: boolean
}

function clashes({ areas, reserved }: Fit, { kx, ky, x0, y0 }: Placement): boolean {
  return reserved.some((wanted) => {
    const around = grow(wanted, 8, 8)
    const back: Box = {
      x0: (around.x0 - x0) / kx,
      x1: (around.x1 - x0) / kx,
      y0: (around.y0 - y0) / ky,
      y1: (around.y1 - y0) / ky,
    }
    return areas.some((area) => boxesMeet(area.box, back) && area.meets(back))
  })
}

/** The largest placement of a map on a canvas that keeps clear of `reserved`, as central as it can be. */
export function fitMap(fit: Fit): Placement {
  const { box, width, height, schematic } = fit
  const [spanX, spanY] = [box.x1 - box.x0, box.y1 - box.y0]
  const [roomX, roomY] = [
    Math.max(1, width - 2 * MARGIN.side),
    Math.max(1, height - MARGIN.above - MARGIN.below),
  ]
  const tile = fit.areas[0]?.box
  const stretch = tile ? Math.max(1, (TALLEST * (tile.x1 - tile.x0)) / (tile.y1 - tile.y0)) : 1
  const most = Math.min(roomX / spanX, roomY / spanY)
  const place = (scale: number, atX: number, atY: number): Placement => {
    const kx = most * scale
    const ky = schematic ? Math.min(kx * stretch, (roomY / spanY) * scale) : kx
    return {
      kx,
      ky,
      x0: MARGIN.side + (roomX - spanX * kx) * atX - box.x0 * kx,
      y0: MARGIN.above + (roomY - spanY * ky) * atY - box.y0 * ky,
    }
  }
  // Below 72 % it is better to let a legend touch the map than to lose the names on it; large tiles keep theirs in less.
  const least = schematic && tile ? Math.min(0.72, LARGE / (most * (tile.x1 - tile.x0))) : 0.72
  for (let scale = 1; scale >= least; scale -= 0.02)
    for (const atY of SHIFTS)
      for (const atX of SHIFTS) {
        const placement = place(scale, atX, atY)
        if (!clashes(fit, placement)) return placement
      }
  return place(1, 0.5, 0.5)
}
