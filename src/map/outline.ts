import type { Point, Ring } from './rings'

const pair = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** SVG path of closed rings. */
export const ringsPath = (rings: readonly Ring[]): string =>
  rings.map((ring) => `M${ring.map(pair).join('L')}Z`).join('')
