import type { Box } from '../rings'

/** Where on the screen the canvas lies: a place (x, y) of it stands at (x · k + this.x, y · k + this.y). In u. */
export interface MapView {
  readonly k: number
  readonly x: number
  readonly y: number
}

export interface Extent {
  readonly width: number
  readonly height: number
}

export const WHOLE: MapView = { k: 1, x: 0, y: 0 }
/** So near that the cameras of one crossing stand apart on a map of a city. */
export const NEAREST = 16
/** A step of a key, a button or a double press. */
export const STEP = 2

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Never smaller than the whole, never beyond its edges. */
export function clamped({ k, x, y }: MapView, { width, height }: Extent): MapView {
  const near = within(k, 1, NEAREST)
  return { k: near, x: within(x, width * (1 - near), 0), y: within(y, height * (1 - near), 0) }
}

/** `factor` times nearer, with what stands at (x, y) of the screen staying there. */
export function zoomedAt(view: MapView, extent: Extent, factor: number, [x, y]: readonly [number, number]) {
  const k = within(view.k * factor, 1, NEAREST)
  const by = k / view.k
  return clamped({ k, x: x - (x - view.x) * by, y: y - (y - view.y) * by }, extent)
}

export const movedBy = (view: MapView, extent: Extent, dx: number, dy: number): MapView =>
  clamped({ k: view.k, x: view.x + dx, y: view.y + dy }, extent)

/** A part of the canvas in the middle of the screen, as large as fits with some room around it; `most` times the whole at most. */
export function viewOn({ x0, y0, x1, y1 }: Box, extent: Extent, most = NEAREST): MapView {
  const { width, height } = extent
  const k = within(0.8 * Math.min(width / Math.max(1, x1 - x0), height / Math.max(1, y1 - y0)), 1, most)
  return clamped({ k, x: width / 2 - ((x0 + x1) / 2) * k, y: height / 2 - ((y0 + y1) / 2) * k }, extent)
}

/** The part of the canvas that is on the screen, `margin` u of the screen more on every side. */
export const windowOf = ({ k, x, y }: MapView, { width, height }: Extent, margin: number): Box => ({
  x0: (-x - margin) / k,
  y0: (-y - margin) / k,
  x1: (width - x + margin) / k,
  y1: (height - y + margin) / k,
})
