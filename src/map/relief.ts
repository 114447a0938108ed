import type { Level } from './layers/layer'

/** Depth of the slab under the tiles, in u; RIM is how far its edge stands out. */
export const SLAB = 14
export const RIM = 5

const RELIEF = [0, 0.28, 0.5, 0.75, 1] as const

/** How far a tile of this class stands above the slab, in u. No data stands lowest. */
export const reliefOf = (level: Level): number => (level === null ? 0 : RELIEF[level] * 13)
