import type { MapHead } from '../../../map/drawing'

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
    ? `地图与数据的区划代码无一相同：地图 ${like(map.towns)}，数据 ${like(towns)}`
    : `数据中 ${strangers.length} 个镇街不在地图上：${like(strangers)}`
}
