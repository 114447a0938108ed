import type { MapHead } from '../map/drawing'

/** Names of every town and district a link may scope to, by code. */
export function regionsOf({ towns }: Pick<MapHead, 'towns'>): ReadonlyMap<string, string> {
  const regions = new Map<string, string>()
  for (const { code, name, districtCode, district } of towns) {
    regions.set(code, name)
    if (districtCode !== null && district !== null) regions.set(districtCode, district)
  }
  return regions
}

export interface Region {
  /** What the wall is scoped to; null: the whole city. */
  readonly region: string | null
  /** Its name, or its code while no map says the name. */
  readonly regionName: string
  /** A place that the link names and the map does not have. */
  readonly unknown: string | null
}

/**
 * The place that a link names. Only a map that is here can deny a place: while it is away the wall keeps the link's scope.
 * @param regions names by code; undefined while the map is not here
 */
export function regionIn(
  wanted: string | null,
  regions: ReadonlyMap<string, string> | undefined,
  cityName: string,
): Region {
  if (wanted === null) return { region: null, regionName: cityName, unknown: null }
  if (!regions) return { region: wanted, regionName: wanted, unknown: null }
  const name = regions.get(wanted)
  return name === undefined
    ? { region: null, regionName: cityName, unknown: wanted }
    : { region: wanted, regionName: name, unknown: null }
}
