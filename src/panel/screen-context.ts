import { createContext, use, useSyncExternalStore } from 'react'
import type { AppConfig } from '../config/app-config'
import type { CityConfig } from '../config/city'
import type { MetricDefinition, MetricDictionary } from '../config/metrics'
import type { FileFault } from '../config/site'
import type { Open } from '../config/open'
import type { Rule } from '../contract/rule'
import type { Feed } from '../data/feed'
import type { Clock } from '../lib/clock'
import type { Domains } from './domain'
import type { RegionMapStatus } from './use-region-map'
import { words } from './words'

/** Everything a panel may know about the screen it stands on. Set once per city and region by the screen. */
export interface Screen {
  readonly config: AppConfig
  readonly city: CityConfig
  readonly region: string | null
  readonly regionName: string
  readonly clock: Clock
  /** Where answers come from, and where something is done. */
  readonly feed: Pick<Feed, 'get' | 'acting' | 'wrong' | 'failures' | 'hints' | 'streams'>
  readonly domains: Domains
  readonly metrics: MetricDictionary
  /** Files of the configuration that the screen does without. */
  readonly faults: readonly FileFault[]
  readonly map: RegionMapStatus
  readonly light: boolean
  /** Differs from wall to wall, so that a fleet does not return in step after an outage. */
  readonly seed: string
  readonly selectRegion: (code: string | null) => void
  /** Opens something beside the picture, `instead` of what is open there, without a step to go back; null closes it. */
  readonly open: (what: Open | null, instead?: boolean) => void
  /** What the link says of the picture wall and of the map of cameras, and how it is told another thing. */
  readonly pictures?: string | undefined
  readonly cameras?: string | undefined
  readonly look: (change: { readonly [part in 'pictures' | 'cameras']?: string | null }) => void
  /** By domain: what of it needs a person. */
  readonly rules: Readonly<Record<string, readonly Rule[]>>
  readonly goToScene: (id: string) => void
}

export const ScreenContext = createContext<Screen | null>(null)

/** The screen a panel stands on (the wall is one of them). @throws when used outside a screen */
export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (!screen) throw new Error('useScreen is for what stands on a screen')
  return screen
}

/** The shown moment, epoch ms, renewed on every whole second. */
export function useNow(): number {
  const { clock } = useScreen()
  const read = () => Math.floor(clock.now() / 1000) * 1000
  return useSyncExternalStore(clock.subscribe, read, read)
}

/** What `select` makes of the shown moment: drawn again only when that changes, not with every second. */
export function useAt<T extends string | number | boolean | undefined>(select: (now: number) => T): T {
  const { clock } = useScreen()
  const read = () => select(Math.floor(clock.now() / 1000) * 1000)
  return useSyncExternalStore(clock.subscribe, read, read)
}

const UNKNOWN: MetricDefinition = {
  label: words.unknownMetric.label,
  unit: '',
  direction: 'neutral',
  definition: words.unknownMetric.definition,
  cadence: '—',
}

/** Definition, threshold and provenance of a metric from the dictionary (`config/metrics/<dataset>.json`). */
export function useMetric(id: string): MetricDefinition {
  return useScreen().metrics[id] ?? UNKNOWN
}
