import type { Severity } from '../../contract/severity'

/** Class of a tile's colour; null: none, as there is nothing to judge or too little of it. */
export type Level = 0 | 1 | 2 | 3 | null

/** A course of hours over the town's own usual one. Equal steps; null is not known or not come yet. */
export interface TileCourse {
  readonly now: readonly (number | null)[]
  /** As long as `now`; null where no usual range is known. */
  readonly low: readonly number[] | null
  readonly high: readonly number[] | null
}

/** What the data says about one town. */
export interface TileTown {
  readonly code: string
  readonly level: Level
  /** The measure as printed; null where it is not known. */
  readonly value: string | null
  /** Said after the value where there is room. */
  readonly note: string | null
  /** Outside its own usual range: outlined on top of its neighbours. A statistic, not an alarm. */
  readonly deviant: boolean
  readonly course: TileCourse | null
}

/** One open exception in a town. */
export interface MapMark {
  readonly id: string
  readonly code: string
  readonly severity: Severity
  readonly no: number
}

/** The towns as small multiples. Of several the first counts; without one the map shows names only. */
export interface TilesLayer {
  readonly kind: 'tiles'
  readonly id: string
  readonly towns: readonly TileTown[]
}

/** Numbered marks above the names. */
export interface MarksLayer {
  readonly kind: 'marks'
  readonly id: string
  readonly marks: readonly MapMark[]
}

/** What a domain lays over the towns: plain data without a word of its meaning, so that it can go to the map's worker. */
export type MapLayer = TilesLayer | MarksLayer
