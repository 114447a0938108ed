import { REGION_CODE, REGION_CODE_WORDS } from '../contract/forms'
import { isFields, type Fields } from '../lib/fields'

// What a map file must be, read without a validator library: the map's thread is in the first view, and a library would be more than
// half of what it weighs. Every refusal names its place as `features[3].properties.code`.

/** The part of a GeoJSON file read before its features; limits are checked on it first. */
export interface Head {
  readonly schematic: boolean
  readonly note: string | null
  /** 审图号. */
  readonly approval: string | null
  readonly features: readonly unknown[]
}

type Position = readonly number[]
type RingOf = readonly Position[]

/** One town of a GeoJSON file. Unknown properties are dropped. */
export interface Feature {
  readonly properties: {
    readonly code: string
    readonly name: string
    readonly short: string | null
    readonly districtCode: string | null
    readonly district: string | null
  }
  /** Rings by the part: one part for a Polygon. */
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly RingOf[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly RingOf[])[] }
}

/** @throws Error that names the place and what is wrong there */
function refuse(place: string, words: string): never {
  throw new Error(`${place || '地图文件'}：${words}`)
}

const at = (base: string, field: string) => (base === '' ? field : `${base}.${field}`)

function fieldsOf(value: unknown, place: string, words: string): Fields {
  return isFields(value) ? value : refuse(place, words)
}

function listOf(value: unknown, place: string, words: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(place, words)
}

/** A text that need not be there. */
function noteOf(value: unknown, place: string, words = '应为文字'): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : refuse(place, words)
}

function nameOf(value: unknown, place: string): string {
  if (value === undefined) refuse(place, '缺少名称')
  if (typeof value !== 'string') refuse(place, '名称应为文字')
  return value.trim() || refuse(place, '缺少名称')
}

/**
 * A region code, which published maps also write as a number. What comes out is what a link can carry and a document can match, so
 * one code is never let in by one door and refused by the next.
 */
function codeOf(value: unknown, place: string): string {
  if (value === undefined) refuse(place, '缺少行政区划代码')
  const written = typeof value === 'number' && Number.isInteger(value) ? String(value) : value
  if (typeof written !== 'string') return refuse(place, '行政区划代码应为文字或整数')
  const code = written.trim()
  return REGION_CODE.test(code) ? code : refuse(place, REGION_CODE_WORDS)
}

/** @throws Error that names the place */
export function readHead(input: unknown): Head {
  const file = fieldsOf(input, '', '应为 GeoJSON 对象')
  if (file['type'] !== 'FeatureCollection') refuse('type', '应为 FeatureCollection')
  const { schematic } = file
  if (schematic !== undefined && typeof schematic !== 'boolean') refuse('schematic', '应为 true 或 false')
  const features = listOf(file['features'], 'features', '缺少要素数组')
  if (features.length === 0) refuse('features', '没有要素')
  return {
    schematic: schematic === true,
    note: noteOf(file['note'], 'note'),
    approval: noteOf(file['approval'], 'approval', '应为文字（审图号）'),
    features,
  }
}

/** @throws Error that names the place below `base` */
export function readFeature(input: unknown, base: string): Feature {
  const feature = fieldsOf(input, base, '应为 Feature 对象')
  if (feature['type'] !== 'Feature') refuse(at(base, 'type'), '应为 Feature')
  const place = at(base, 'properties')
  const properties = fieldsOf(feature['properties'], place, '缺少属性')
  const { districtCode } = properties
  return {
    properties: {
      code: codeOf(properties['code'], at(place, 'code')),
      name: nameOf(properties['name'], at(place, 'name')),
      short: noteOf(properties['short'], at(place, 'short')),
      districtCode:
        districtCode === undefined || districtCode === null
          ? null
          : codeOf(districtCode, at(place, 'districtCode')),
      district: noteOf(properties['district'], at(place, 'district')),
    },
    geometry: geometryOf(feature['geometry'], at(base, 'geometry')),
  }
}

function geometryOf(input: unknown, place: string): Feature['geometry'] {
  const geometry = fieldsOf(input, place, '几何应为 Polygon 或 MultiPolygon')
  const { type, coordinates } = geometry
  const below = at(place, 'coordinates')
  if (type === 'Polygon') return { type, coordinates: polygonOf(coordinates, below) }
  if (type !== 'MultiPolygon') return refuse(at(place, 'type'), '几何应为 Polygon 或 MultiPolygon')
  const parts = listOf(coordinates, below, '应为多边形数组')
  if (parts.length === 0) refuse(below, '没有多边形')
  return { type, coordinates: parts.map((part, i) => polygonOf(part, `${below}[${i}]`)) }
}

function polygonOf(input: unknown, place: string): readonly RingOf[] {
  const rings = listOf(input, place, '应为多边形的圈')
  if (rings.length === 0) refuse(place, '多边形没有外圈')
  return rings.map((ring, i) => ringOf(ring, `${place}[${i}]`))
}

function ringOf(input: unknown, place: string): RingOf {
  const ring = listOf(input, place, '应为一圈坐标')
  if (ring.length < 4) refuse(place, '一圈至少 4 个点（首尾相同）')
  return ring.map((position, i) => positionOf(position, place, i))
}

/** Built without a text a corner: there may be tens of thousands. */
function positionOf(input: unknown, place: string, index: number): Position {
  const position =
    Array.isArray(input) && input.length >= 2 ? input : refuse(`${place}[${index}]`, '坐标应为 [x, y]')
  const wrong = position.findIndex((part) => typeof part !== 'number' || !Number.isFinite(part))
  return wrong < 0 ? position.map(Number) : refuse(`${place}[${index}][${wrong}]`, '坐标应为有限数字')
}
