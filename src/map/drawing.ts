import type { TownLabel } from './label'
import type { Level, MapLayer } from './layers/layer'
import type { Box, Point } from './rings'

/** A town as a link and the header know it. */
export interface TownName {
  readonly code: string
  readonly name: string
  readonly districtCode: string | null
  readonly district: string | null
}

/** What a map file says, without its geometry. */
export interface MapHead {
  readonly towns: readonly TownName[]
  /** True for a cartogram: areas and borders are not geography. */
  readonly schematic: boolean
  readonly note: string | null
  /** 审图号 of a published map; null while there is none. */
  readonly approval: string | null
}

/** Degrees → canvas in u: longitude · kx + x0, latitude · ky + y0. */
export interface Placing {
  readonly kx: number
  readonly ky: number
  readonly x0: number
  readonly y0: number
}

export interface DrawnTile {
  readonly code: string
  readonly short: string
  readonly label: Point
  /** Outline of the tile. */
  readonly face: string
}

/** The ground of a picture as SVG paths. It depends on map and canvas only, so it is sent once. In u. */
export interface Ground {
  readonly width: number
  readonly height: number
  /** North to south. */
  readonly tiles: readonly DrawnTile[]
  /** Size of names: larger where tiles are large, never below 20. */
  readonly nameSize: number
  /** Where on it a place on earth lies, WGS-84; null on a schematic, which has no such places. */
  readonly place: Placing | null
}

export interface TownPicture {
  readonly level: Level
  readonly deviant: boolean
}

/** What the layers put onto a ground, with positions in u. */
export interface Picture {
  readonly towns: ReadonlyMap<string, TownPicture>
  readonly labels: readonly TownLabel[]
  readonly districts: readonly DistrictLabel[]
  /** All courses at once: usual ranges as areas, lines, and where each line stands now (dots). Empty without any. */
  readonly courses: { readonly bands: string; readonly lines: string; readonly tips: string }
  /** Towns whose name found no room. */
  readonly unnamed: number
}

/** A place that gets a tile of its own; its code is that of the town it stands in. */
export interface Gathered {
  readonly code: string
  readonly short: string
}

export interface Canvas {
  /** In u. */
  readonly width: number
  readonly height: number
  /** Areas that others draw on: a title, a legend. */
  readonly reserved: readonly Box[]
  /** Only these are drawn, on a schematic map one tile each; absent: all towns. */
  readonly only?: readonly Gathered[]
}

/** One picture as it is asked for. */
export interface DrawingAsk {
  readonly canvas: Canvas
  readonly layers: readonly MapLayer[]
  readonly selected: string | null
}

export interface Drawing {
  readonly ground: Ground
  readonly picture: Picture
}

export interface DistrictLabel {
  readonly name: string
  /** Middle of the text. */
  readonly x: number
  readonly y: number
}
