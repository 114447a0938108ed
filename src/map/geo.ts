import { otherFile, otherGeometry } from './geo-kinds'
import { readFeature, readHead, type Feature } from './geo-schema'
import { OutlineIndex } from './outline-index'
import { type Box, boxOf, type Point, type Ring, signedArea } from './rings'
import { weld } from './weld'
import { MapFault } from './map-fault'

/** Above these the file is not a map of one city's towns; drawing it would also be slow on a wall. */
const LIMITS = { features: 400, vertices: 60_000 }

/** Side of the plane, and the least distance on it that any wall shows. */
const PLANE = 1000
const FINEST = 0.5

/** One town: its area on a plane with y down and north up. `rings` holds all parts and holes (even-odd). */
export interface TownShape {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly districtCode: string | null
  readonly district: string | null
  readonly rings: readonly Ring[]
  readonly outline: OutlineIndex
  /** Visual centre, always inside the area. */
  readonly label: Point
  readonly box: Box
}

/** A checked, projected map. Lengths have no unit: the larger side of `box` is 1000. */
export interface RegionShapes {
  readonly towns: readonly TownShape[]
  readonly box: Box
  /** True for a cartogram: areas and borders are not geography. */
  readonly schematic: boolean
  readonly note: string | null
  /** 审图号 of a published map; null while there is none. */
  readonly approval: string | null
  /** Longitude and latitude (WGS-84) onto the plane; null for a schematic, where a place on earth has none. */
  readonly project: Project | null
}

export type Project = (x: number, y: number) => Point

/** GeoJSON rings → open rings; outer ones clockwise on screen, holes the other way, so that shared edges oppose. */
function readRings({ geometry }: Feature, project: Project): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap((rings) =>
    rings.map((positions, index) => {
      const ring = positions.slice(0, -1).map(([x = 0, y = 0]) => project(x, y))
      return signedArea(ring) > 0 === (index === 0) ? ring : ring.reverse()
    }),
  )
}

/** Vertices of one feature; a ring must come back to its start, and longitudes must be longitudes. */
function inspect({ geometry }: Feature, schematic: boolean, base: string): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let vertices = 0
  polygons.forEach((rings, part) =>
    rings.forEach((ring, index) => {
      const where = `${base}.geometry.coordinates${geometry.type === 'Polygon' ? '' : `[${part}]`}[${index}]`
      const [first, last] = [ring[0], ring.at(-1)]
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw new MapFault(where, (w) => w.open)
      if (!schematic) inspectDegrees(ring, where)
      vertices += ring.length
    }),
  )
  return vertices
}

function inspectDegrees(ring: readonly (readonly number[])[], where: string): void {
  const at = ring.findIndex(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90)
  if (at < 0) return
  const [x = 0, y = 0] = ring[at] ?? []
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180) throw new MapFault(`${where}[${at}]`, (w) => w.swapped)
  throw new MapFault(`${where}[${at}]`, (w) => w.notDegrees(x, y))
}

/** A map of a place in China whose axes are swapped lies between 3 and 54° east and beyond 73° north, where no town is. */
const isSwapped = ({ x0, y0, x1, y1 }: Box): boolean => x0 >= 3 && x1 <= 54 && y0 >= 73 && y1 <= 136

function readFeatures(inputs: readonly unknown[], schematic: boolean): Feature[] {
  if (inputs.length > LIMITS.features)
    throw new MapFault('features', (w) => w.manyFeatures(inputs.length, LIMITS.features))
  const seen = new Map<string, number>()
  let vertices = 0
  return inputs.map((input, index) => {
    const base = `features[${index}]`
    const other = otherGeometry(input)
    if (other !== null) throw new MapFault(`${base}.geometry`, other)
    const feature = readFeature(input, base)
    const { code } = feature.properties
    const earlier = seen.get(code)
    if (earlier !== undefined) throw new MapFault(`${base}.properties.code`, (w) => w.sameCode(code, earlier))
    seen.set(code, index)
    vertices += inspect(feature, schematic, base)
    if (vertices > LIMITS.vertices)
      throw new MapFault(`${base}.geometry`, (w) => w.manyVertices(LIMITS.vertices))
    return feature
  })
}

/** The projection for the whole file: planar as it is, or longitude shrunk by cos(latitude) and north turned up. */
function projection(features: readonly Feature[], schematic: boolean): Project {
  const raw = boxOf(features.flatMap((feature) => readRings(feature, (x, y) => [x, y])))
  if (!schematic && isSwapped(raw)) throw new MapFault('features', (w) => w.swapped)
  const kx = schematic ? 1 : Math.cos((((raw.y0 + raw.y1) / 2) * Math.PI) / 180)
  const size = Math.max((raw.x1 - raw.x0) * kx, raw.y1 - raw.y0)
  const k = size > 0 ? PLANE / size : 1
  return (x, y) => [(x - raw.x0) * kx * k, (schematic ? y - raw.y0 : raw.y1 - y) * k]
}

/** Projected areas with the detail that can be seen. */
function readAreas(features: readonly Feature[], project: Project): Ring[][] {
  const areas = features.map((feature, index) => {
    const rings = readRings(feature, project)
    if (!rings.some((ring) => signedArea(ring) > 0))
      throw new MapFault(`features[${index}].geometry`, (w) => w.noArea)
    return rings
  })
  return weld(areas, FINEST)
}

/**
 * Checks a GeoJSON FeatureCollection of towns and projects it onto a plane.
 * Longitude/latitude (WGS-84) unless the file says `schematic: true` (planar, y down).
 * @throws MapFault
 */
export function parseRegionMap(input: unknown): RegionShapes {
  const other = otherFile(input)
  if (other !== null) throw other
  const head = readHead(input)
  const { schematic } = head
  const features = readFeatures(head.features, schematic)
  const project = projection(features, schematic)
  const areas = readAreas(features, project)
  const towns = features.map(({ properties }, index): TownShape => {
    const rings = areas[index] ?? []
    const outline = new OutlineIndex(rings)
    return {
      code: properties.code,
      name: properties.name,
      short: properties.short?.trim() || properties.name,
      districtCode: properties.districtCode,
      district: properties.district,
      rings,
      outline,
      label: outline.visualCentre(),
      box: outline.box,
    }
  })
  return {
    towns,
    box: boxOf(towns.flatMap((town) => town.rings)),
    schematic,
    note: head.note,
    approval: head.approval,
    project: schematic ? null : project,
  }
}
