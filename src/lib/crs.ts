import { COORDINATES, type CoordinateSystem } from './coordinates'
import { isFields, type Fields } from './fields'

/** A point in degrees. */
export interface Point {
  readonly lng: number
  readonly lat: number
}

const { PI, sin, cos, sqrt, abs, atan2, hypot } = Math

// Krasovsky 1940, the ellipsoid GCJ-02's offsets are computed on.
const AXIS = 6378245
const ECCENTRICITY = 0.006693421622965943

/** GCJ-02 and BD-09 shift points inside this box only. */
const outside = ({ lng, lat }: Point) => lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271

const wave = (x: number) => ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3

const northShift = (x: number, y: number) =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * sqrt(abs(x)) +
  wave(x) +
  ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
  ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3

const eastShift = (x: number, y: number) =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * sqrt(abs(x)) +
  wave(x) +
  ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
  ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3

/** WGS-84 → GCJ-02 (the published approximation, good to centimetres). */
export function toGcj02({ lng, lat }: Point): Point {
  const x = lng - 105
  const y = lat - 35
  const phi = (lat / 180) * PI
  const squash = 1 - ECCENTRICITY * sin(phi) ** 2
  const meridian = (AXIS * (1 - ECCENTRICITY)) / (squash * sqrt(squash))
  const parallel = (AXIS / sqrt(squash)) * cos(phi)
  return {
    lng: lng + (eastShift(x, y) * 180) / (parallel * PI),
    lat: lat + (northShift(x, y) * 180) / (meridian * PI),
  }
}

/** WGS-84 → BD-09. */
export function toBd09(point: Point): Point {
  const { lng, lat } = toGcj02(point)
  const turn = (PI * 3000) / 180
  const radius = hypot(lng, lat) + 0.00002 * sin(lat * turn)
  const angle = atan2(lat, lng) + 0.000003 * cos(lng * turn)
  return { lng: radius * cos(angle) + 0.0065, lat: radius * sin(angle) + 0.006 }
}

/** The published inverse formulas are metres off; walking back from the forward one ends below a millimetre. */
function undo(shift: (point: Point) => Point, point: Point): Point {
  let { lng, lat } = point
  for (let step = 0; step < 30; step++) {
    const there = shift({ lng, lat })
    const [east, north] = [there.lng - point.lng, there.lat - point.lat]
    lng -= east
    lat -= north
    if (abs(east) < 1e-10 && abs(north) < 1e-10) break
  }
  return { lng, lat }
}

/**
 * A point of `crs` in WGS-84, the only system documents hold and maps are drawn in. Points outside China are never shifted in any system.
 * CGCS2000 and WGS-84 differ by centimetres and are taken as one.
 */
export function toWgs84(point: Point, crs: CoordinateSystem): Point {
  if (outside(point)) return point
  if (crs === 'GCJ-02') return undo(toGcj02, point)
  if (crs === 'BD-09') return undo(toBd09, point)
  return point
}

/** Names of the older GeoJSON, in which a file says its system itself. */
const NAMED: readonly (readonly [CoordinateSystem, RegExp])[] = [
  ['WGS-84', /(?:CRS84|EPSG:{1,2}4326)$/],
  ['CGCS2000', /EPSG:{1,2}4490$/],
]

/** What a GeoJSON file says of its coordinates, `"crs": "GCJ-02"` or as the older GeoJSON has it; null of what nobody here can convert. */
export function crsOf(file: Fields): CoordinateSystem | null {
  const { crs } = file
  if (crs === undefined || crs === null) return 'WGS-84'
  if (!isFields(crs)) return COORDINATES.find((one) => one === crs) ?? null
  const name = isFields(crs['properties']) ? String(crs['properties']['name']) : ''
  return NAMED.find(([, form]) => form.test(name))?.[0] ?? null
}

/** The same map file with its places in WGS-84. Nothing of it has been judged yet: what is no place stays as it is, for whoever does. */
export function placedInWgs84(file: Fields, crs: CoordinateSystem): Fields {
  if (file['schematic'] === true || !Array.isArray(file['features'])) return file
  const features = file['features'].map((feature: unknown) => {
    if (!isFields(feature) || !isFields(feature['geometry'])) return feature
    const { geometry } = feature
    return { ...feature, geometry: { ...geometry, coordinates: moved(geometry['coordinates'], crs) } }
  })
  return { ...file, features }
}

function moved(coordinates: unknown, crs: CoordinateSystem): unknown {
  if (!Array.isArray(coordinates)) return coordinates
  const [lng, lat] = coordinates as readonly unknown[]
  if (typeof lng !== 'number' || typeof lat !== 'number')
    return coordinates.map((part: unknown) => moved(part, crs))
  const there = toWgs84({ lng, lat }, crs)
  return [there.lng, there.lat]
}
