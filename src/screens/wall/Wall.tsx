import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Scenes, Site } from '../../config/site'
import { limitsOf } from '../../config/metrics'
import { createFeed, type FeedOptions } from '../../data/feed'
import type { ServerTime } from '../../data/transport/server-time'
import type { Clock } from '../../lib/clock'
import { WallContext, type Wall as WallValue } from '../../panel/wall-context'
import { datasets, loadAllPanels } from '../../domains/registry'
import { UnitContext } from '../../ui/unit'
import type { Commands, Shown } from '../commands'
import { CityList } from './CityList'
import { DataHealth } from './DataHealth'
import { Header } from './Header'
import { regionsOf } from './regions'
import { Stage } from './Stage'
import { useWallStore } from './store'
import { useCanvas } from './use-canvas'
import { useKeys } from './use-keys'
import { useReady } from './use-ready'
import { useStreams } from '../../panel/use-streams'
import styles from './Wall.module.css'

/** The first minute belongs to the first scene; then the others' code is fetched, so that switching later never waits or fails. */
const REST_AFTER_MS = 30_000

function fetchTheRest(scenes: Scenes): void {
  // Small, and needed as soon as somebody changes the scene: not in the way of the first view, but at once after it.
  for (const { id, file } of scenes.list()) if (file === undefined) scenes.want(id)
  setTimeout(() => {
    loadAllPanels().catch((error: unknown) => console.warn('其他场景的程序未能取得，切换时再试', error))
  }, REST_AFTER_MS)
}

export interface WallProps {
  readonly site: Site
  readonly clock: Clock
  readonly time: ServerTime
  readonly shown: Shown
  /** The network, handed in: screens do not fetch. */
  readonly request: FeedOptions['fetch']
  readonly commands: Commands
}

/** The wall screen: header, one scene on a stage that fits the window, and the two sheets an operator can open. */
export function Wall({ site, clock, time, shown, request, commands }: WallProps) {
  const { config, wrongSources, city, metrics, map } = site
  const scenes = useSyncExternalStore(site.scenes.subscribe, site.scenes.list)
  const canvas = useCanvas()
  const regions = useMemo(() => regionsOf(map), [map])
  const region = shown.region !== null && regions.has(shown.region) ? shown.region : null
  const scene = scenes.find(({ id }) => id === shown.sceneId) ?? scenes[0]
  const [seed] = useState(() => String(Math.random()))
  const [feed] = useState(() =>
    createFeed({
      config,
      wrongSources,
      city,
      datasets,
      limits: limitsOf(metrics),
      fetch: request,
      real: () => Date.now(),
      time,
      seed,
      interactive: false,
    }),
  )
  useStreams(feed)
  const wall = useMemo<WallValue>(
    () => ({
      config,
      city,
      region,
      regionName: (region !== null && regions.get(region)) || city.name,
      clock,
      feed,
      datasets,
      metrics,
      map,
      light: shown.theme === 'light',
      seed,
      selectRegion: commands.selectRegion,
      goToScene: commands.goToScene,
    }),
    [config, city, region, regions, clock, feed, metrics, map, shown.theme, seed, commands],
  )
  useRootAttributes(site, scene?.id ?? '', shown.theme)
  const wanted = scene?.id
  useEffect(() => {
    if (wanted !== undefined) site.scenes.want(wanted)
  }, [site, wanted])
  const rest = useCallback(() => fetchTheRest(site.scenes), [site])
  useReady([scene?.id, region, canvas.aspect, canvas.u].join('|'), rest)
  const { open, show, close } = useWallStore()
  useKeys(commands, show)
  if (!scene) return null
  return (
    <WallContext value={wall}>
      <UnitContext value={canvas.u}>
        <div className={styles.wall} data-aspect={canvas.aspect}>
          <Header
            scenes={scenes}
            scene={scene}
            time={time}
            unknownRegion={shown.region !== null && region === null ? shown.region : null}
          />
          <Stage key={scene.id} scene={scene} canvas={canvas} />
          {open === 'health' && <DataHealth onClose={close} />}
          {open === 'cities' && (
            <CityList cities={site.cities} addressOf={commands.cityAddress} onClose={close} />
          )}
        </div>
      </UnitContext>
    </WallContext>
  )
}

/** The parts of the DOM contract that stand on <html>. */
function useRootAttributes({ config, city }: Site, sceneId: string, theme: Shown['theme']): void {
  useEffect(() => {
    Object.assign(document.documentElement.dataset, {
      mode: config.mode,
      screen: 'wall',
      scene: sceneId,
      city: city.id,
      theme,
    })
    document.title = `${config.title} · ${city.name}`
  }, [config, city, sceneId, theme])
}
