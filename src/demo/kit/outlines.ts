import { isFields } from '../../lib/fields'

type Position = readonly [lng: number, lat: number]
/** Outer ring and holes of one area. */
type Area = readonly (readonly Position[])[]

/** The towns of a city by their code, where its map says where on earth they lie; WGS-84 degrees. */
export type Outlines = ReadonlyMap<string, readonly Area[]>

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'

const ringsOf = (area: unknown): Area =>
  Array.isArray(area) ? area.map((ring: unknown) => (Array.isArray(ring) ? ring.filter(isPosition) : [])) : []

function areasOf(geometry: unknown): readonly Area[] {
  if (!isFields(geometry)) return []
  const { type, coordinates } = geometry
  if (type === 'Polygon') return [ringsOf(coordinates)]
  return type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates.map(ringsOf) : []
}

/** What a map file says of towns; null of a schematic, on which nothing has a place. The map itself is judged where it is drawn. */
export function outlinesIn(file: unknown): Outlines | null {
  if (!isFields(file) || file['schematic'] === true || !Array.isArray(file['features'])) return null
  return new Map(
    file['features'].flatMap((feature: unknown): [string, readonly Area[]][] => {
      if (!isFields(feature) || !isFields(feature['properties'])) return []
      return [[String(feature['properties']['code']), areasOf(feature['geometry'])]]
    }),
  )
}

/** Whether a place lies in one of the areas, holes left out: as often in as out of rings is outside. */
function isInside(areas: readonly Area[], [x, y]: Position): boolean {
  let inside = false
  for (const rings of areas)
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [[xi, yi], [xj, yj]] = [ring[i] ?? [0, 0], ring[j] ?? [0, 0]]
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
      }
  return inside
}

/** Draws before a town is given up as too thin to be hit. */
const MOST_DRAWS = 60

/**
 * A maker of places within a town, by draws in [0, 1). @returns null where the town has no area; the maker's result is null when no draw
 * hits it
 */
export function placesWithin(areas: readonly Area[] | undefined) {
  const corners = (areas ?? []).flatMap((rings) => rings[0] ?? [])
  if (!areas || corners.length === 0) return null
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return {
    inside: (place: Position) => isInside(areas, place),
    any(draw: () => number): Position | null {
      for (let i = 0; i < MOST_DRAWS; i++) {
        const place: Position = [x0 + (x1 - x0) * draw(), y0 + (y1 - y0) * draw()]
        if (isInside(areas, place)) return place
      }
      return null
    },
  }
}
