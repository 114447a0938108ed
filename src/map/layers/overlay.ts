import type { DotsLayer, MapLayer, MapMark, MapNote, PointsLayer, RampTown } from './layer'

/** What a town shows on its tile, from all layers. */
export interface TownPaint extends RampTown {
  /** Squares in the row under its name. */
  readonly symbols: number
}

/** All layers of one picture, sorted by what is drawn of them. */
export interface Overlay {
  /** Whether tiles are coloured and raised at all. */
  readonly ramp: boolean
  readonly paints: ReadonlyMap<string, TownPaint>
  readonly marks: readonly MapMark[]
  readonly notes: readonly MapNote[]
  readonly dots: readonly DotsLayer[]
  readonly points: readonly PointsLayer[]
}

/** Layers of any number and order as one overlay. */
export function overlayOf(layers: readonly MapLayer[]): Overlay {
  const of = <K extends MapLayer['kind']>(kind: K) =>
    layers.filter((layer): layer is Extract<MapLayer, { kind: K }> => layer.kind === kind)
  const [ramp] = of('ramp')
  const paints = new Map<string, TownPaint>(ramp?.towns.map((town) => [town.code, { ...town, symbols: 0 }]))
  for (const code of of('symbol').flatMap(({ towns }) => towns)) {
    const paint = paints.get(code) ?? { code, level: null, value: null, outlier: false, symbols: 0 }
    paints.set(code, { ...paint, symbols: paint.symbols + 1 })
  }
  return {
    ramp: ramp !== undefined,
    paints,
    marks: of('marks').flatMap(({ marks }) => marks),
    notes: of('notes').flatMap(({ notes }) => notes),
    dots: of('dots'),
    points: of('points'),
  }
}

/** The class a town's tile is drawn in: no data stands lowest, and without a ramp all tiles are alike. */
export const levelIn = ({ ramp, paints }: Overlay, code: string): RampTown['level'] =>
  ramp ? (paints.get(code)?.level ?? null) : 0
