import type { MapLayer, MapMark, TileTown } from './layer'

/** All layers of one picture, sorted by what is drawn of them. */
export interface Overlay {
  readonly towns: ReadonlyMap<string, TileTown>
  readonly marks: readonly MapMark[]
}

/** Layers of any number and order as one overlay. */
export function overlayOf(layers: readonly MapLayer[]): Overlay {
  const of = <K extends MapLayer['kind']>(kind: K) =>
    layers.filter((layer): layer is Extract<MapLayer, { kind: K }> => layer.kind === kind)
  const [tiles] = of('tiles')
  return {
    towns: new Map(tiles?.towns.map((town) => [town.code, town])),
    marks: of('marks').flatMap(({ marks }) => marks),
  }
}
