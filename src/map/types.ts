import type { RegionMap } from './geo'
import type { Box } from './rings'

/** What the data says about one town. `level` null: no data, drawn hatched. */
export interface TownPaint {
  readonly code: string
  readonly level: 0 | 1 | 2 | 3 | 4 | null
  /** The measure as printed; shown on outliers and on the selected town. */
  readonly value: string | null
  /** 偏离: outside its own normal range. A statistic, not an alarm. */
  readonly outlier: boolean
  readonly cameras: number
  readonly offline: number
  readonly halls: number
}

/** One open exception in a town. An id that starts with `video` also shows the town's offline cameras as rings. */
export interface MapMark {
  readonly id: string
  readonly code: string
  readonly severity: 1 | 2 | 3
  readonly no: number
}

/** Text beside the map with a line to its town: value and own normal range. */
export interface MapNote {
  readonly code: string
  readonly title: string
  readonly lines: readonly string[]
}

export interface MapLayers {
  readonly load: boolean
  readonly cameras: boolean
  readonly halls: boolean
  readonly exceptions: boolean
}

export interface CityMapProps {
  readonly map: RegionMap
  readonly towns: readonly TownPaint[]
  readonly marks: readonly MapMark[]
  /** At most two are drawn; one without room is left out. */
  readonly notes: readonly MapNote[]
  readonly selected: string | null
  readonly onSelect: (code: string | null) => void
  readonly layers: MapLayers
  /** Pixels per design unit u. */
  readonly unit: number
  /** Accessible name of a tile. */
  readonly label: (code: string) => string
  readonly light: boolean
  /** Boxes in u (from the top left of a canvas of this size in u) where the caller draws a title or a legend. Keep it stable. */
  readonly reserved?: (width: number, height: number) => readonly Box[]
}
