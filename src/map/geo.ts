import * as z from 'zod/mini'
import * as schema from './geo-schema'
import { type Box, boxOf, type Point, type Ring, signedArea, visualCentre } from './rings'

/** Above these the file is not a map of one city's towns; drawing it would also be slow on a wall. */
const LIMITS = { features: 400, vertices: 60_000 }

/** One town: its area on a plane with y down and north up. `rings` holds all parts and holes (even-odd). */
export interface TownShape {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly districtCode: string | null
  readonly district: string | null
  readonly rings: readonly Ring[]
  /** Visual centre, always inside the area. */
  readonly label: Point
  readonly box: Box
}

/** A checked, projected map. Lengths have no unit: the larger side of `box` is 1000. */
export interface RegionMap {
  readonly towns: readonly TownShape[]
  readonly box: Box
  /** True for a cartogram: areas and borders are not geography. */
  readonly schematic: boolean
  readonly note: string | null
  /** 审图号 of a published map; null while there is none. */
  readonly approval: string | null
}

const fieldPath = (path: readonly PropertyKey[], base: string): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, base)

function check<T extends z.ZodMiniType>(type: T, input: unknown, base: string): z.output<T> {
  const result = z.safeParse(type, input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(`${fieldPath(issue?.path ?? [], base) || '地图文件'}：${issue?.message ?? '格式不符'}`)
}

/** GeoJSON rings → open rings; outer ones clockwise on screen, holes the other way, so that shared edges oppose. */
function readRings({ geometry }: schema.Feature, project: (x: number, y: number) => Point): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap((rings) =>
    rings.map((positions, index) => {
      const ring = positions.slice(0, -1).map(([x = 0, y = 0]) => project(x, y))
      return signedArea(ring) > 0 === (index === 0) ? ring : ring.reverse()
    }),
  )
}

/** Vertices of one feature; a ring must come back to its start, and longitudes must be longitudes. */
function inspect({ geometry }: schema.Feature, schematic: boolean, base: string): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let vertices = 0
  polygons.forEach((rings, part) =>
    rings.forEach((ring, index) => {
      const where = `${base}.geometry.coordinates${geometry.type === 'Polygon' ? '' : `[${part}]`}[${index}]`
      const [first, last] = [ring[0], ring.at(-1)]
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw new Error(`${where}：首尾坐标应相同`)
      if (!schematic && ring.some(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90))
        throw new Error(`${where}：经纬度超出范围（平面坐标请声明 schematic: true）`)
      vertices += ring.length
    }),
  )
  return vertices
}

function readFeatures(inputs: readonly unknown[], schematic: boolean): schema.Feature[] {
  if (inputs.length > LIMITS.features)
    throw new Error(`features：${inputs.length} 个要素，超过上限 ${LIMITS.features}`)
  const seen = new Map<string, number>()
  let vertices = 0
  return inputs.map((input, index) => {
    const base = `features[${index}]`
    const feature = check(schema.feature, input, base)
    const { code } = feature.properties
    const earlier = seen.get(code)
    if (earlier !== undefined)
      throw new Error(`${base}.properties.code：${code} 与 features[${earlier}] 重复`)
    seen.set(code, index)
    vertices += inspect(feature, schematic, base)
    if (vertices > LIMITS.vertices) throw new Error(`${base}.geometry：顶点总数超过上限 ${LIMITS.vertices}`)
    return feature
  })
}

/** The projection for the whole file: planar as it is, or longitude shrunk by cos(latitude) and north turned up. */
function projection(
  features: readonly schema.Feature[],
  schematic: boolean,
): (x: number, y: number) => Point {
  const raw = boxOf(features.flatMap((feature) => readRings(feature, (x, y) => [x, y])))
  const kx = schematic ? 1 : Math.cos((((raw.y0 + raw.y1) / 2) * Math.PI) / 180)
  const size = Math.max((raw.x1 - raw.x0) * kx, raw.y1 - raw.y0)
  const k = size > 0 ? 1000 / size : 1
  return (x, y) => [(x - raw.x0) * kx * k, (schematic ? y - raw.y0 : raw.y1 - y) * k]
}

/**
 * Checks a GeoJSON FeatureCollection of towns and projects it onto a plane.
 * Longitude/latitude (WGS84 or GCJ-02) unless the file says `schematic: true` (planar, y down).
 * @throws Error with the field and the reason in Chinese, e.g. `features[3].properties.code：缺少行政区划代码`
 */
export function parseRegionMap(input: unknown): RegionMap {
  const head = check(schema.head, input, '')
  const schematic = head.schematic ?? false
  const features = readFeatures(head.features, schematic)
  const project = projection(features, schematic)
  const towns = features.map((feature, index): TownShape => {
    const { code, name, short, districtCode, district } = feature.properties
    const rings = readRings(feature, project)
    if (!rings.some((ring) => signedArea(ring) > 0)) throw new Error(`features[${index}].geometry：面积为 0`)
    return {
      code,
      name,
      short: short?.trim() || name,
      districtCode: districtCode == null ? null : String(districtCode),
      district: district ?? null,
      rings,
      label: visualCentre(rings),
      box: boxOf(rings),
    }
  })
  return {
    towns,
    box: boxOf(towns.flatMap((town) => town.rings)),
    schematic,
    note: head.note ?? null,
    approval: head.approval ?? null,
  }
}
