import type { MapHead } from '../../../map/drawing'
import { words } from '../words'

interface Coded {
  readonly code: string
}

/** One of the codes as an example: it shows of what kind they all are. */
const like = (towns: readonly Coded[]) => (towns[0]?.code ?? '') + (towns.length > 1 ? '…' : '')

/**
 * What must be said where map and data do not name the same towns: a map whose codes no row has would otherwise look like a
 * city without data. Null when every row of the data has its tile.
 */
export function mismatch(map: Pick<MapHead, 'towns'>, towns: readonly Coded[]): string | null {
  const codes = new Set(map.towns.map(({ code }) => code))
  const strangers = towns.filter(({ code }) => !codes.has(code))
  if (strangers.length === 0) return null
  return strangers.length === towns.length
    ? words.map.allStrange(like(map.towns), like(towns))
    : words.map.strange(strangers.length, like(strangers))
}
