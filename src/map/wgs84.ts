import { crsOf, placedInWgs84 } from '../lib/crs'
import type { Fields } from '../lib/fields'
import { MapFault } from './map-fault'

/** A map file that says of its coordinates what they are, as one in WGS-84. @throws MapFault for a system that nobody here can convert */
export function wgs84(file: Fields): Fields {
  const crs = crsOf(file)
  if (crs === null) throw new MapFault('crs', (words) => words.otherCrs)
  return placedInWgs84(file, crs)
}
