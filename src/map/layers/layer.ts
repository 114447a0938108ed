import type { Severity } from '../../contract/severity'

/** Class of a tile's colour; null: no data, drawn hatched. */
export type Level = 0 | 1 | 2 | 3 | 4 | null

/** What the data says about one town on the ramp. */
export interface RampTown {
  readonly code: string
  readonly level: Level
  /** The measure as printed; shown on outliers and on the selected town. */
  readonly value: string | null
  /** 偏离: outside its own normal range. A statistic, not an alarm. */
  readonly outlier: boolean
}

/** One open exception in a town. */
export interface MapMark {
  readonly id: string
  readonly code: string
  readonly severity: Severity
  readonly no: number
}

/** Text beside the map with a line to its town. */
export interface MapNote {
  readonly code: string
  readonly title: string
  readonly lines: readonly string[]
}

/** Colour and height of the tiles. A map without one is flat; of several the first counts. */
export interface RampLayer {
  readonly kind: 'ramp'
  readonly id: string
  readonly towns: readonly RampTown[]
}

/** Things that belong to a town and have no place in it: strewn over its tile, the same way every time. */
export interface DotsLayer {
  readonly kind: 'dots'
  /** Also what the places are drawn from: another id strews the dots elsewhere. */
  readonly id: string
  /** How many things one dot stands for. */
  readonly perDot: number
  readonly towns: readonly { readonly code: string; readonly count: number; readonly hollow: number }[]
}

/** A small square in the row under the names of these towns. */
export interface SymbolLayer {
  readonly kind: 'symbol'
  readonly id: string
  readonly towns: readonly string[]
}

/** Numbered marks above the names; a critical one also outlines its tile. */
export interface MarksLayer {
  readonly kind: 'marks'
  readonly id: string
  readonly marks: readonly MapMark[]
}

/** Text beside the map: at most two notes are drawn, one without room is left out. */
export interface NotesLayer {
  readonly kind: 'notes'
  readonly id: string
  readonly notes: readonly MapNote[]
}

/** Things with a place of their own. Typed arrays, as there may be a hundred thousand; a schematic map has no places and draws none. */
export interface PointsLayer {
  readonly kind: 'points'
  readonly id: string
  /** Longitude and latitude of every point, one after the other, in the datum of the map file. */
  readonly positions: Float64Array
  /** Per point: 1 drawn as a hollow ring, 0 as a dot. */
  readonly hollow: Uint8Array
}

/** What a domain lays over the towns: plain data without a word of its meaning, so that it can go to the map's worker. */
export type MapLayer = RampLayer | DotsLayer | SymbolLayer | MarksLayer | NotesLayer | PointsLayer
