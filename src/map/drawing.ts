import type { Level, MapLayer, MapNote } from './layers/layer'
import type { Box, Point } from './rings'
import type { TownLabel } from './label'

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

export interface DrawnTile {
  readonly code: string
  readonly short: string
  readonly label: Point
  /** Outline of the top face at height 0. */
  readonly face: string
}

/** The ground of a picture as SVG paths. It depends on map and canvas only, so it is sent once. In u. */
export interface Ground {
  readonly width: number
  readonly height: number
  /** North to south, so that a raised tile covers the one behind it. */
  readonly tiles: readonly DrawnTile[]
  readonly slab: {
    readonly top: string
    readonly wall: string
    readonly foot: string
    readonly shadow: string
  }
  readonly shores: readonly string[]
  /** Size of names: 24 where tiles are large (32:9 walls), otherwise 20; never less. */
  readonly nameSize: number
}

export interface TownPicture {
  readonly level: Level
  /** Walls that face south, from the raised tile down to the slab. */
  readonly side: string
  /** Carries a mark of the highest severity. */
  readonly alarm: boolean
  /** Strewn dots and rings at height 0. */
  readonly dots: string
  readonly hollow: string
}

/** What the layers put onto a ground, with positions in u. */
export interface Picture {
  readonly towns: ReadonlyMap<string, TownPicture>
  readonly labels: readonly TownLabel[]
  readonly districts: readonly DistrictLabel[]
  readonly notes: readonly PlacedNote[]
  readonly points: { readonly dots: string; readonly hollow: string }
}

export interface Canvas {
  /** In u. */
  readonly width: number
  readonly height: number
  /** Areas that others draw on: a title, a legend. */
  readonly reserved: readonly Box[]
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

export interface PlacedNote {
  readonly note: MapNote
  readonly side: 'west' | 'east'
  /** The text edge that faces the map, and the middle of the first line. */
  readonly x: number
  readonly y: number
  /** From the text over an elbow to a point on the tile. */
  readonly leader: readonly [Point, Point, Point]
}
