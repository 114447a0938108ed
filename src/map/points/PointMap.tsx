import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Drawing } from '../drawing'
import type { MapLayer } from '../layers/layer'
import type { RegionMap } from '../map-thread'
import { useMapCanvas } from '../use-map-canvas'
import { finderOf, type Hit } from './hit'
import { cellAt, levelAt, type Marked, marksOf, placedOn, type Placed, type Things, hasPlace } from './marks'
import type { Shape } from './paint'
import styles from './points.module.css'
import { PointCanvas } from './PointCanvas'
import { PointGround, PointText } from './PointLayers'
import { useDrag, useWheel } from './use-gestures'
import { useView } from './use-view'
import { type Extent, type MapView, movedBy, STEP, viewOn, WHOLE, zoomedAt } from './view'

/** What a button or a key outside the map does to it. */
export interface MapHandle {
  readonly zoom: (factor: number) => void
  readonly whole: () => void
  /** To a town, by its code. */
  readonly goTo: (code: string) => void
}

export interface PointMapProps {
  readonly map: RegionMap
  readonly things: Things
  /** Which of them are drawn, by their place. Keep it stable. */
  readonly chosen: Uint32Array
  /** How each state is drawn. */
  readonly shapes: readonly Shape[]
  /** What is laid over the towns. Keep it stable. */
  readonly layers: readonly MapLayer[]
  /** Pixels per design unit u. */
  readonly unit: number
  readonly light: boolean
  /** Accessible name of the map and of what its keys do. */
  readonly title: string
  /** Place of the thing that is open. */
  readonly picked: number | null
  readonly onThing: (at: number) => void
  /** A town was pressed that one cannot come nearer to. */
  readonly onTown: (code: string) => void
  /** A numbered mark was pressed. */
  readonly onMark: (no: string) => void
  /** Told what is drawn. Keep it stable. */
  readonly onMarked: (marked: Pick<Marked, 'level' | 'nowhere'> & { readonly unplaced: number }) => void
  /** What is said of what lies under the pointer. */
  readonly about: (hit: Hit, placed: Placed) => ReactNode
  readonly handle: RefObject<MapHandle | null>
}

/**
 * Single things on the region map: as one mark a town, by neighbourhood, and one by one as one comes nearer; without places, as on a
 * schematic map, by town at any distance. Wheel, drag, pinch, double press and keys move it.
 */
export function PointMap(props: PointMapProps) {
  const { map, unit, layers } = props
  const { drawing, box } = useMapCanvas(map, { layers, unit, selected: null })
  return (
    <div className={styles.root} {...box}>
      {drawing && <Laid {...props} drawing={drawing} />}
    </div>
  )
}

/** What is drawn of the chosen things; worked out anew when a level changes, not while one looks around in it. */
function useMarked(
  { things, chosen, shapes, drawing, onMarked }: PointMapProps & { drawing: Drawing },
  k: number,
) {
  const placed = useMemo(() => placedOn(drawing.ground, things), [drawing.ground, things])
  const stood = useMemo(() => chosen.reduce((n, i) => n + (hasPlace(placed, i) ? 1 : 0), 0), [placed, chosen])
  const [level, cell] = [levelAt(k, stood), cellAt(k)]
  const states = shapes.length
  const marked = useMemo(
    () => marksOf(placed, chosen, { level, cell, states }),
    [placed, chosen, level, cell, states],
  )
  useEffect(
    () => onMarked({ level, nowhere: marked.nowhere, unplaced: chosen.length - stood }),
    [onMarked, level, marked, chosen, stood],
  )
  return { placed, marked }
}

interface Pointed {
  readonly hit: Hit
  /** In u of the screen. */
  readonly x: number
  readonly y: number
}

type Spot = Pick<MouseEvent, 'clientX' | 'clientY' | 'target'>

/** What a press or a pointer means: what lies there, and what becomes of it. */
function usePointing({ drawing, unit, onThing, onTown }: LaidProps, { placed, marked }: Drawn, look: Look) {
  const { frame, live, extent, show } = look
  const find = useMemo(() => finderOf(placed, marked), [placed, marked])
  const spotOf = ({ clientX, clientY }: Pick<Spot, 'clientX' | 'clientY'>) => {
    const { left = 0, top = 0 } = frame.current?.getBoundingClientRect() ?? {}
    return [(clientX - left) / unit, (clientY - top) / unit] as const
  }
  const goTo = (code: string) => {
    const box = boxOfTown(frame.current, code)
    if (box) show(viewOn(box, extent))
  }
  return {
    spotOf,
    goTo,
    hitAt: (event: Spot): Hit | null => {
      const found = find(spotOf(event), live.current)
      if (found || marked.level !== 'towns' || !(event.target instanceof Element)) return found
      const code = event.target.closest('[data-town]')?.getAttribute('data-town')
      const mark = marked.marks.find(({ tile }) => placed.tiles[tile]?.code === code)
      return mark && code != null ? { kind: 'mark', mark } : null
    },
    press: (hit: Hit): void => {
      if (hit.kind === 'single') return onThing(hit.at)
      const { box, tile } = hit.mark
      const code = placed.tiles[tile]?.code
      if (box) return show(viewOn(box, extent, live.current.k * 4))
      if (code === undefined) return undefined
      // Where things have places one comes nearer to them; elsewhere they are read in their list.
      return drawing.ground.place && marked.level === 'towns' ? goTo(code) : onTown(code)
    },
  }
}

type LaidProps = PointMapProps & { readonly drawing: Drawing }
type Drawn = ReturnType<typeof useMarked>
interface Look {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly live: RefObject<MapView>
  readonly extent: Extent
  readonly show: (view: MapView) => void
}

function Laid(props: LaidProps) {
  const { drawing, unit, picked } = props
  const { ground } = drawing
  const frame = useRef<HTMLDivElement>(null)
  const extent = useMemo<Extent>(() => ({ width: ground.width, height: ground.height }), [ground])
  const { moved, view, live, show } = useView({ extent, unit })
  const { placed, marked } = useMarked(props, view.k)
  const { spotOf, goTo, hitAt, press } = usePointing(props, { placed, marked }, { frame, live, extent, show })
  const gestures = { extent, unit, live, show }
  const { isPress, handlers } = useDrag(gestures)
  useWheel(frame, gestures)
  const [pointed, point] = useState<Pointed | null>(null)
  useImperativeHandle(props.handle, () => ({
    zoom: (factor) => show(zoomedAt(live.current, extent, factor, middleOf(extent))),
    whole: () => show(WHOLE),
    goTo,
  }))
  return (
    <div
      ref={frame}
      className={styles.frame}
      tabIndex={0}
      role="group"
      aria-label={props.title}
      data-level={marked.level}
      data-zoom={view.k.toFixed(2)}
      {...handlers}
      onPointerMove={(event) => {
        handlers.onPointerMove(event)
        const hit = event.buttons === 0 ? hitAt(event) : null
        const [x, y] = spotOf(event)
        point(hit && { hit, x, y })
      }}
      onPointerLeave={() => point(null)}
      onClick={(event) => {
        if (!isPress()) return
        const mark = event.target instanceof Element ? event.target.closest('.mk') : null
        if (mark) return props.onMark(mark.textContent)
        const hit = hitAt(event)
        if (hit) press(hit)
      }}
      onDoubleClick={(event) => {
        if (!hitAt(event))
          show(zoomedAt(live.current, extent, event.shiftKey ? 1 / STEP : STEP, spotOf(event)))
      }}
      onKeyDown={(event) => {
        const next = keyed(event.key, live.current, extent)
        if (!next) return
        event.preventDefault()
        event.stopPropagation()
        show(next)
      }}
    >
      <div ref={moved} className={styles.moved}>
        <PointGround ground={ground} picture={drawing.picture} view={view} unit={unit} />
        <PointCanvas
          {...{ placed, marked, view, extent, unit, picked }}
          shapes={props.shapes}
          theme={props.light ? 'light' : 'dark'}
        />
        <PointText drawing={drawing} view={view} unit={unit} bare={marked.level !== 'towns'} />
      </div>
      {pointed && <SaidOf {...pointed} {...{ unit, extent, placed }} about={props.about} />}
    </div>
  )
}

interface SaidProps extends Pointed, Pick<PointMapProps, 'unit' | 'about'> {
  readonly extent: Extent
  readonly placed: Placed
}

/** What is said of what lies under the pointer, on the side on which there is room. */
function SaidOf({ hit, x, y, unit, extent, placed, about }: SaidProps) {
  return (
    <div
      className={styles.said}
      data-right={x > extent.width / 2 ? '' : undefined}
      style={{ left: x * unit, top: y * unit }}
    >
      {about(hit, placed)}
    </div>
  )
}

const middleOf = ({ width, height }: Extent) => [width / 2, height / 2] as const

/** A step of an arrow, in u of the screen. */
const ARROW = 120

/** What a key does to a view; undefined for one that is somebody else's. */
function keyed(key: string, view: MapView, extent: Extent) {
  const middle = middleOf(extent)
  if (key === '+' || key === '=') return zoomedAt(view, extent, STEP, middle)
  if (key === '-') return zoomedAt(view, extent, 1 / STEP, middle)
  // The whole has no other side to look at: its arrows lead to other scenes, and Escape out of it.
  if (view.k === 1) return undefined
  if (key === 'Escape') return WHOLE
  const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key]
  return by && movedBy(view, extent, (by[0] ?? 0) * ARROW, (by[1] ?? 0) * ARROW)
}

/** Where a town lies on the canvas, in u: its drawing knows. */
function boxOfTown(frame: HTMLElement | null, code: string) {
  const face = frame?.querySelector<SVGPathElement>(`[data-town="${CSS.escape(code)}"]`)
  if (!face) return null
  const { x, y, width, height } = face.getBBox()
  return { x0: x, y0: y, x1: x + width, y1: y + height }
}
