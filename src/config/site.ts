import type { AppConfig } from './app-config'
import type { CityConfig } from './city'
import type { MetricDictionary } from './metrics'
import type { SceneConfig } from './scene'
import type { View } from './view'

/** Everything a screen needs to start, read and checked once. */
export interface Site {
  readonly view: View
  readonly config: AppConfig
  /** Dataset → what is wrong with its source, for those that had to be left out of `config`. */
  readonly wrongSources: Readonly<Record<string, string>>
  readonly city: CityConfig
  readonly cities: readonly CityConfig[]
  readonly scenes: readonly SceneConfig[]
  readonly metrics: MetricDictionary
  /** The city's region map as read, or the error that kept it away; the map panel judges it. */
  readonly map: unknown
}
