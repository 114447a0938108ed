import type { WorkCalendar } from '../lib/working-time'
import type { Rule } from '../contract/rule'
import type { AppConfig } from './app-config'
import type { CityConfig } from './city'
import type { MetricDictionary } from './metrics'
import type { SceneConfig } from './scene'
import type { FieldProblem, View } from './view'

/** A city of the list. `fault` says what is wrong with its file, where that had to be read for the name. */
export interface ListedCity {
  readonly id: string
  readonly name: string
  readonly fault?: string
}

/** A file of the configuration that could not be used, in words for where its content would stand. */
export interface FileFault {
  readonly title: string
  readonly problems: readonly FieldProblem[]
}

export const isSceneFault = (file: SceneConfig | FileFault | undefined): file is FileFault =>
  file !== undefined && 'problems' in file

export interface ListedScene {
  readonly id: string
  readonly title: string
  /** Dataset it is about, as far as that is known before its file is read. */
  readonly dataset: string | null
  /** Undefined while it has not been read. */
  readonly file: SceneConfig | FileFault | undefined
  /** What stands in its place while the city is at rest. */
  readonly rest?: ListedScene | undefined
}

/** The scenes of a site. Only the one that a wall starts with is read before its first view. */
export interface Scenes {
  /** In the order of the tabs; the same list until something in it changes. */
  readonly list: () => readonly ListedScene[]
  readonly subscribe: (listener: () => void) => () => void
  /** Reads the scene's file unless it is here; one that failed is read again. */
  readonly want: (id: string) => void
}

/** Everything a screen needs to start, read and checked once. */
export interface Site {
  readonly view: View
  readonly config: AppConfig
  /** Dataset → what is wrong with its source, for those that had to be left out of `config`. */
  readonly wrongSources: Readonly<Record<string, string>>
  readonly city: CityConfig
  readonly cities: readonly ListedCity[]
  readonly scenes: Scenes
  readonly metrics: MetricDictionary
  /** When the offices of the shown city work. */
  readonly calendar: WorkCalendar
  /** By domain: what of it needs a person. */
  readonly rules: Readonly<Record<string, readonly Rule[]>>
  /** Files that could not be used and do without: what stands in their place is said with each. */
  readonly faults: readonly FileFault[]
}
