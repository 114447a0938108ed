import { crsOf, placedInWgs84 } from '../../lib/crs'
import { isFields } from '../../lib/fields'
import { type Outlines, outlinesIn } from './outlines'

/** Where the towns of a city lie, by the map that its page draws; null of a schematic. @throws when a file cannot be read */
export async function readOutlines(base: string, city: string): Promise<Outlines | null> {
  const read = async (path: string): Promise<unknown> => (await fetch(new URL(path, base))).json()
  const about = await read(`config/cities/${encodeURIComponent(city)}.json`)
  if (!isFields(about) || typeof about['map'] !== 'string') return null
  const file = await read(about['map'])
  return isFields(file) ? outlinesIn(placedInWgs84(file, crsOf(file) ?? 'WGS-84')) : null
}
