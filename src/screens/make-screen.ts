import { useMemo, useState } from 'react'
import type { View } from '../config/view'
import type { FileFault, Site } from '../config/site'
import { limitsOf } from '../config/written'
import { createFeed, type FeedOptions } from '../data/feed'
import type { ReaderThread } from '../data/reader-thread'
import type { ServerTime } from '../data/transport/server-time'
import { domains as all } from '../domains/registry'
import type { Clock, Replay } from '../lib/clock'
import { domainsIn } from '../panel/domain'
import { onDemand } from '../panel/on-demand'
import type { Screen } from '../panel/screen-context'
import { useRegionMap } from '../panel/use-region-map'
import { useStreams } from '../panel/use-streams'
import type { Commands, Shown } from './commands'
import { regionIn, regionsOf } from './regions'

export interface ScreenProps {
  readonly site: Site
  /** Handed in: screens do not fetch, and know no modes. */
  readonly mode: {
    readonly demo: boolean
    readonly clock: Clock
    readonly time: ServerTime
    readonly fetch: FeedOptions['fetch']
    readonly day: Replay<FeedOptions['fetch']> | null
    readonly label?: (view: View) => string
  }
  readonly startThread: () => ReaderThread
  readonly shown: Shown
  readonly commands: Commands
}

/** What becomes of exceptions in this room: from the first whole picture on. */
export const watch = onDemand(() => import('../panel/alarms/Watch').then(({ Watch }) => Watch))

/** The document with the whole city's exceptions. */
export const collecting = all.find(({ collects }) => collects)?.document

/** Where the answers of this screen come from, one for as long as it stands. */
function useFeed(
  { site, mode, startThread }: Pick<ScreenProps, 'site' | 'mode' | 'startThread'>,
  seed: string,
) {
  const { config, wrongSources, city, metrics, calendar, rules } = site
  const [feed] = useState(() =>
    createFeed({
      config,
      wrongSources,
      city,
      limits: limitsOf(metrics),
      calendar,
      rules,
      fetch: mode.fetch,
      thread: startThread(),
      real: () => Date.now(),
      elapsed: mode.clock.elapsed,
      time: mode.time,
      seed,
      interactive: false,
    }),
  )
  useStreams(feed)
  return feed
}

/** What everything on a screen stands on, and the place its link names where the map has none of that code. */
export function useScreenOf(
  props: ScreenProps,
  { faults, light }: Pick<Screen, 'light'> & { readonly faults: readonly FileFault[] },
) {
  const { site, mode, startThread, shown, commands } = props
  const { config, city, metrics, rules } = site
  const { clock } = mode
  const [seed] = useState(() => String(Math.random()))
  const [domains] = useState(() => domainsIn(all, Object.keys(config.sources)))
  const feed = useFeed({ site, mode, startThread }, seed)
  const map = useRegionMap({ path: city.map, request: mode.fetch, failures: feed.failures, seed })
  const regions = useMemo(() => map.map && regionsOf(map.map), [map.map])
  const { region, regionName, unknown } = regionIn(shown.region, regions, city.name)
  const { pictures, cameras } = shown.view
  // The same object until something in it changes.
  const screen = useMemo((): Screen => {
    const { selectRegion, open, goToScene, look } = commands
    const made = { config, city, metrics, rules, domains, clock, selectRegion, open, goToScene, look }
    return { ...made, region, regionName, feed, faults, map, light, seed, pictures, cameras }
  }, [
    config,
    city,
    metrics,
    rules,
    domains,
    clock,
    commands,
    region,
    regionName,
    feed,
    faults,
    map,
    light,
    seed,
    pictures,
    cameras,
  ])
  return { screen, region, unknown }
}
