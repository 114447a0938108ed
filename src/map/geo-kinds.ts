import { isFields, recordIn } from '../lib/fields'
import { MapFault, type Say } from './map-fault'

/** Why a file of a known other kind is no map for us, with the way out; null where it is of no kind we know. */
export function otherFile(input: unknown): MapFault | null {
  if (!isFields(input)) return null
  if (input['type'] === 'Topology') return new MapFault('type', (words) => words.topology)
  if (input['type'] === 'Feature') return new MapFault('type', (words) => words.single)
  return input['UTF8Encoding'] === true ? new MapFault('UTF8Encoding', (words) => words.encoded) : null
}

/** The same for one feature; null as well where its geometry is a polygon or cannot be told. */
export function otherGeometry(input: unknown): Say | null {
  if (isFields(input) && input['geometry'] === null) return (words) => words.noGeometry
  const geometry = recordIn(input, 'geometry')
  if (!geometry) return null
  const { type, encodeOffsets, coordinates } = geometry
  if (encodeOffsets !== undefined || isEncoded(coordinates)) return (words) => words.encoded
  if (type === 'Point' || type === 'MultiPoint') return (words) => words.point(type)
  if (type === 'LineString' || type === 'MultiLineString') return (words) => words.line(type)
  if (type === 'GeometryCollection') return (words) => words.collected
  return null
}

/** Whether rings are texts where lists of positions should stand. */
function isEncoded(coordinates: unknown, depth = 0): boolean {
  if (typeof coordinates === 'string') return true
  return depth < 2 && Array.isArray(coordinates) && coordinates.some((part) => isEncoded(part, depth + 1))
}
