import { REGION_CODE, REGION_CODE_WORDS } from '../contract/forms'
import { isFields, type Fields } from '../lib/fields'
import { MapFault, type Say } from './map-fault'

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

/** @throws MapFault */
function refuse(place: string, say: Say): never {
  throw new MapFault(place, say)
}

const at = (base: string, field: string) => (base === '' ? field : `${base}.${field}`)

function fieldsOf(value: unknown, place: string, say: Say): Fields {
  return isFields(value) ? value : refuse(place, say)
}

function listOf(value: unknown, place: string, say: Say): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(place, say)
}

/** A text that need not be there. */
function noteOf(value: unknown, place: string, say: Say = (w) => w.notText): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : refuse(place, say)
}

function nameOf(value: unknown, place: string): string {
  if (value === undefined) refuse(place, (w) => w.noName)
  if (typeof value !== 'string') refuse(place, (w) => w.nameNotText)
  return value.trim() || refuse(place, (w) => w.noName)
}

/**
 * A region code, which published maps also write as a number. What comes out is what a link can carry and a document can match, so
 * one code is never let in by one door and refused by the next.
 */
function codeOf(value: unknown, place: string): string {
  if (value === undefined) refuse(place, (w) => w.noCode)
  const written = typeof value === 'number' && Number.isInteger(value) ? String(value) : value
  if (typeof written !== 'string') return refuse(place, (w) => w.codeNotText)
  const code = written.trim()
  return REGION_CODE.test(code) ? code : refuse(place, () => REGION_CODE_WORDS)
}

/** @throws MapFault */
export function readHead(input: unknown): Head {
  const file = fieldsOf(input, '', (w) => w.notGeoJson)
  if (file['type'] !== 'FeatureCollection') refuse('type', (w) => w.notCollection)
  const { schematic } = file
  if (schematic !== undefined && typeof schematic !== 'boolean') refuse('schematic', (w) => w.notBoolean)
  const features = listOf(file['features'], 'features', (w) => w.noList)
  if (features.length === 0) refuse('features', (w) => w.noFeatures)
  return {
    schematic: schematic === true,
    note: noteOf(file['note'], 'note'),
    approval: noteOf(file['approval'], 'approval', (w) => w.approvalNotText),
    features,
  }
}

/** @throws MapFault below `base` */
export function readFeature(input: unknown, base: string): Feature {
  const feature = fieldsOf(input, base, (w) => w.notObject)
  if (feature['type'] !== 'Feature') refuse(at(base, 'type'), (w) => w.notFeature)
  const place = at(base, 'properties')
  const properties = fieldsOf(feature['properties'], place, (w) => w.noProperties)
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
  const geometry = fieldsOf(input, place, (w) => w.shape)
  const { type, coordinates } = geometry
  const below = at(place, 'coordinates')
  if (type === 'Polygon') return { type, coordinates: polygonOf(coordinates, below) }
  if (type !== 'MultiPolygon') return refuse(at(place, 'type'), (w) => w.shape)
  const parts = listOf(coordinates, below, (w) => w.notParts)
  if (parts.length === 0) refuse(below, (w) => w.noParts)
  return { type, coordinates: parts.map((part, i) => polygonOf(part, `${below}[${i}]`)) }
}

function polygonOf(input: unknown, place: string): readonly RingOf[] {
  const rings = listOf(input, place, (w) => w.notRings)
  if (rings.length === 0) refuse(place, (w) => w.noRings)
  return rings.map((ring, i) => ringOf(ring, `${place}[${i}]`))
}

function ringOf(input: unknown, place: string): RingOf {
  const ring = listOf(input, place, (w) => w.notRing)
  if (ring.length < 4) refuse(place, (w) => w.shortRing)
  return ring.map((position, i) => positionOf(position, place, i))
}

/** Built without a text a corner: there may be tens of thousands. */
function positionOf(input: unknown, place: string, index: number): Position {
  const position =
    Array.isArray(input) && input.length >= 2 ? input : refuse(`${place}[${index}]`, (w) => w.notPosition)
  const wrong = position.findIndex((part) => typeof part !== 'number' || !Number.isFinite(part))
  return wrong < 0 ? position.map(Number) : refuse(`${place}[${index}][${wrong}]`, (w) => w.notFinite)
}
