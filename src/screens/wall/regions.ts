import { parseRegionMap } from '../../map/geo'

/** Names of every town and district a link may scope to, by code; empty when the map cannot be read (its panel says why). */
export function regionsOf(map: unknown): ReadonlyMap<string, string> {
  const regions = new Map<string, string>()
  try {
    for (const shape of parseRegionMap(map).towns) {
      regions.set(shape.code, shape.name)
      if (shape.districtCode !== null && shape.district !== null)
        regions.set(shape.districtCode, shape.district)
    }
  } catch {
    // The map panel shows the reason; here it only means that no region can be named.
  }
  return regions
}
