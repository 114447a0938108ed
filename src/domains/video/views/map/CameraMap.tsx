import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { Points } from '../../../../contract/resource'
import { clockText } from '../../../../lib/calendar'
import { exactText } from '../../../../lib/format'
import { type MapHandle, PointMap } from '../../../../map/points/PointMap'
import { STEP } from '../../../../map/points/view'
import type { RegionMap } from '../../../../map/map-thread'
import type { Size } from '../../../../panel/define-panel'
import { rowsLink } from '../../../../panel/rows-link'
import { useScreen } from '../../../../panel/screen-context'
import { useExceptions } from '../../../../panel/use-exceptions'
import { useUnit } from '../../../../ui/unit'
import { IconButton } from '../../../../video/IconButton'
import { words } from '../../map-words'
import { type Asked, readAsked, townsOf, writeAsked } from './asked'
import styles from './CameraMap.module.css'
import { Filters } from './Filters'
import { Foot, type Told } from './Foot'
import { layersOf } from './layers'
import { Said } from './Said'
import { Towns } from './Towns'
import { useChosen, usePoints } from './use-points'

/** From this width on the towns stand beside the map, u. */
const WITH_TOWNS = 1000
/** Online is quiet, a camera without a good picture a cross, one that is offline hollow: as its states are ordered. */
const SHAPES = ['dot', 'cross', 'ring'] as const

interface CameraMapProps {
  readonly size: Size
  /** It lies over the scene. */
  readonly onClose?: () => void
}

/** Every camera of the city on its map. */
export function CameraMap({ size, onClose }: CameraMapProps) {
  const { map } = useScreen().map
  const { answer, fault } = usePoints()
  if (!map || !answer)
    return (
      <p className={styles.note} data-reading data-state={fault ? undefined : 'loading'}>
        {fault ? fault.message : words.reading}
      </p>
    )
  return <Present size={size} map={map} points={answer} {...(onClose && { onClose })} />
}

interface PresentProps extends CameraMapProps {
  readonly map: RegionMap
  readonly points: Points
}

function useAsked() {
  const { cameras, look } = useScreen()
  const asked = readAsked(cameras)
  return { asked, ask: (next: Asked) => look({ cameras: writeAsked(next) }) }
}

function Present({ size, map, points, onClose }: PresentProps) {
  const { open, light, config } = useScreen()
  const { asked, ask } = useAsked()
  const { chosen, ofAnyState } = useChosen(points, asked)
  const exceptions = useExceptions()
  const towns = useMemo(() => townsOf(points, ofAnyState), [points, ofAnyState])
  const shown = useMemo(() => townsOf(points, chosen), [points, chosen])
  const layers = useMemo(() => layersOf(towns, shown, exceptions), [towns, shown, exceptions])
  const things = useMemo(
    () => ({
      ...points,
      town: points.town.at,
      codes: points.town.values.map((place) => place?.code ?? null),
    }),
    [points],
  )
  const handle = useRef<MapHandle>(null)
  const [told, tell] = useState<Told>({ level: 'towns', nowhere: 0, unplaced: 0 })
  const onMarked = useCallback((next: Told) => tell((last) => (isSame(last, next) ? last : next)), [])
  const kept = 'video.camera' in config.sources
  const toList = (code?: string) => {
    const list = kept ? listOf(asked, code) : null
    if (list) open(list)
  }
  const beside = size.width >= WITH_TOWNS
  const id = useId()
  return (
    <div className={styles.box} data-camera-map data-shown={chosen.length} aria-labelledby={id}>
      <Filters
        {...{ points, asked, ask, chosen, ofAnyState }}
        id={id}
        titled={onClose !== undefined}
        onClose={onClose}
        onList={kept && listOf(asked) ? () => toList() : undefined}
      />
      <div className={styles.middle} data-narrow={beside ? undefined : ''}>
        <div className={styles.map}>
          <PointMap
            map={map}
            things={things}
            chosen={chosen}
            shapes={SHAPES}
            layers={layers}
            unit={useUnit()}
            light={light}
            title={words.about(exactText(chosen.length))}
            picked={null}
            onThing={(at) => kept && open(`row:video.camera:${points.ids[at] ?? ''}`)}
            onTown={toList}
            onMark={(no) => open(`why:${no}`)}
            onMarked={onMarked}
            about={(hit, placed) => <Said hit={hit} placed={placed} points={points} />}
            handle={handle}
          />
          {chosen.length === 0 && <p className={styles.none}>{words.none}</p>}
        </div>
        <Buttons handle={handle} />
        {beside && <Towns towns={shown} onTown={toList} onPoint={(code) => handle.current?.goTo(code)} />}
      </div>
      <Foot {...{ points, map, told }} time={clockText(Date.parse(points.asOf))} />
    </div>
  )
}

/** The list of the cameras that are asked for, of a town where one is meant; null where no field of theirs says it. */
function listOf({ state, source, type, q }: Asked, town?: string) {
  if (state === 'impaired') return null
  const all = { town, offline: state === 'online' ? 'false' : null, source, type, q }
  const parts = Object.entries(all).flatMap(([name, value]): (readonly [string, string])[] =>
    value == null || value === '' ? [] : [[name, value]],
  )
  return rowsLink(state === 'offline' ? 'video_offline' : 'video_channels', ...parts)
}

const isSame = (a: Told, b: Told) =>
  a.level === b.level && a.nowhere === b.nowhere && a.unplaced === b.unplaced

function Buttons({ handle }: { readonly handle: { readonly current: MapHandle | null } }) {
  const map = () => handle.current
  return (
    <div className={styles.buttons}>
      <IconButton
        label={words.nearer}
        shortcut="+"
        path="M5 12h14M12 5v14"
        onPress={() => map()?.zoom(STEP)}
      />
      <IconButton label={words.further} shortcut="-" path="M5 12h14" onPress={() => map()?.zoom(1 / STEP)} />
      <IconButton
        label={words.whole}
        shortcut="Escape"
        path="M5 9V5h4M19 9V5h-4M5 15v4h4M19 15v4h-4"
        onPress={() => map()?.whole()}
      />
    </div>
  )
}
