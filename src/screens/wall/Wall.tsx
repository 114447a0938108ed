import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { isSceneFault, type ListedScene, type Scenes, type Site } from '../../config/site'
import { isRest } from '../../lib/rest'
import { useKept } from '../../panel/kept'
import { onDemand } from '../../panel/on-demand'
import { infoSheet } from '../../panel/PanelHost'
import { ScreenContext } from '../../panel/screen-context'
import { loadAllPanels } from '../../domains/registry'
import { ExceptionsProvider } from '../../panel/use-exceptions'
import { UnitContext } from '../../ui/unit'
import type { Shown } from '../commands'
import { collecting, useScreenOf, watch, type ScreenProps } from '../make-screen'
import { Absences, useOffered } from './absences'
import type { Canvas } from './aspect'
import { Header } from './Header'
import { Stage } from './Stage'
import { useWallStore } from './store'
import { useCanvas } from './use-canvas'
import { usePaper } from './use-paper'
import { useKeys } from './use-keys'
import { useReady } from './use-ready'
import styles from './Wall.module.css'
import { words } from './words'

/** The first minute belongs to the first scene; then the others' code is fetched, so that switching later never waits or fails. */
const REST_AFTER_MS = 30_000

/** What stands in the wall's own layout is among them: nothing is laid out before it is here. */
const overlays = onDemand(
  () => import('./Overlays').then(({ Overlays }) => Overlays),
  <i hidden data-state="loading" />,
)

/** What somebody has opened: nothing of it is in the first view. */
const drawer = onDemand(() => import('../drawer/Drawer').then(({ Drawer }) => Drawer))

function fetchTheRest(scenes: Scenes): void {
  // What went wrong is looked up when the network is away: the sheets are here before that.
  for (const { prepare } of [overlays, infoSheet, drawer]) prepare()
  // Small, and needed as soon as somebody changes the scene: not in the way of the first view, but at once after it.
  for (const { rest, ...scene } of scenes.list())
    for (const { id, file } of rest ? [scene, rest] : [scene]) if (file === undefined) scenes.want(id)
  setTimeout(() => {
    loadAllPanels().catch((error: unknown) => console.warn(words.later, error))
  }, REST_AFTER_MS)
}

/**
 * What stands on the stage for `scene` now. A file for the hours of rest that is wrong costs nobody the scene itself: that one stays, and
 * the data health says what is wrong.
 */
function useStaged(
  scene: ListedScene | undefined,
  { site, mode: { clock } }: Pick<ScreenProps, 'site' | 'mode'>,
) {
  const resting = useSyncExternalStore(clock.subscribe, () =>
    isRest(clock.now(), site.calendar, site.city.duty),
  )
  const staged = resting && scene?.rest && !isSceneFault(scene.rest.file) ? scene.rest : scene
  const wanted = staged?.id
  useEffect(() => {
    if (wanted !== undefined) site.scenes.want(wanted)
  }, [site, wanted])
  return staged
}

const faultsIn = (scenes: readonly ListedScene[]) =>
  scenes.flatMap(({ rest }) => (isSceneFault(rest?.file) ? rest.file : []))

/** The wall screen: header, one scene on a stage that fits the window, and the two sheets an operator can open. */
export function Wall(props: ScreenProps) {
  const { site, mode, shown, commands } = props
  const scenes = useSyncExternalStore(site.scenes.subscribe, site.scenes.list)
  const shape = useCanvas()
  const { paper, prepare } = usePaper()
  const canvas = paper ? { aspect: shape.aspect, u: paper.u, paper } : shape
  const { absent, setAbsent, offered, scene, missing } = useOffered(scenes, shown.sceneId, commands)
  const staged = useStaged(scene, { site, mode })
  const faults = useKept([...site.faults, ...faultsIn(scenes)])
  const theme = paper ? 'light' : shown.theme
  const light = theme === 'light'
  const { screen, unknown, region } = useScreenOf(props, { faults, light })
  useRootAttributes(site, scene?.id ?? '', theme)
  useWanted(site, scene?.id)
  const [whole, setWhole] = useState(false)
  const rest = useCallback(() => {
    setWhole(true)
    prepare()
    fetchTheRest(site.scenes)
  }, [site, prepare])
  useReady([staged?.id, region, shape.aspect, shape.u].join('|'), rest)
  const { open, show } = useWallStore()
  useKeys(commands, show)
  if (!scene || !staged) return null
  return (
    <ScreenContext value={screen}>
      <UnitContext value={canvas.u}>
        <ExceptionsProvider of={collecting}>
          <div className={styles.wall} data-aspect={paper ? 'paper' : canvas.aspect} style={sizeOf(canvas)}>
            {paper && <paper.Head demo={mode.demo} scene={scene.title} unknownRegion={unknown} />}
            <Absences onChange={setAbsent} />
            <Header
              demo={mode.label?.(shown.view)}
              scenes={offered}
              scene={scene}
              missing={missing}
              time={mode.time}
              unknownRegion={unknown}
              wide={canvas.aspect === '48:9'}
            />
            {(open || mode.day || shown.problems.length > 0) && <overlays.Part {...props} scenes={offered} />}
            <Stage key={staged.id} scene={staged} canvas={canvas} absent={absent} />
            {whole && collecting && <watch.Part of={collecting} />}
            {shown.view.open !== undefined && !paper && <drawer.Part open={shown.view.open} />}
          </div>
        </ExceptionsProvider>
      </UnitContext>
    </ScreenContext>
  )
}

/** Reads the file of the shown scene, unless it is here. */
function useWanted({ scenes }: Site, id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) scenes.want(id)
  }, [scenes, id])
}

const sizeOf = ({ beyond }: Canvas) => (beyond ? { minWidth: beyond[0], minHeight: beyond[1] } : undefined)

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
