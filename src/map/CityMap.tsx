import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  memo,
  Suspense,
  use,
  useEffect,
  useState,
} from 'react'
import { keepTrying } from '../lib/keep-trying'
import type { Drawing, Gathered } from './drawing'
import type { MapLayer } from './layers/layer'
import styles from './map.module.css'
import type { RegionMap } from './map-thread'
import type { Peek } from './Peek'
import type { Box } from './rings'
import { Districts, TownText } from './TownText'
import { TownTile } from './TownTile'
import { useMapCanvas } from './use-map-canvas'

export type MapForm = 'curves' | 'bare' | 'list'

export interface CityMapProps {
  readonly map: RegionMap
  /** What is laid over the towns. Keep it stable: a new list is a new picture. */
  readonly layers: readonly MapLayer[]
  readonly selected: string | null
  readonly onSelect: (code: string | null) => void
  /** A mark was pressed, told by its number. Keep it stable. */
  readonly onOpen: (what: `why:${string}`) => void
  /** Pixels per design unit u. */
  readonly unit: number
  /** Accessible name of the map. */
  readonly title: string
  /** Accessible name of a tile. */
  readonly label: (code: string) => string
  /** Only these places; on a schematic map one tile each. Keep it stable. */
  readonly only: readonly Gathered[] | undefined
  /** What stands instead of a schematic map on which some tile would have no name. */
  readonly list: ReactNode
  /** Told what stands: tiles with curves, tiles too small for any, or the list. Keep it stable. */
  readonly onForm: (form: MapForm) => void
  /** Boxes in u (from the top left of a canvas of this size in u) where the caller draws a title or a legend. Keep it stable. */
  readonly reserved?: (width: number, height: number) => readonly Box[]
}

/**
 * A city's towns as small multiples. Fills its container (which needs a size of its own) and stays sharp at any size; all lengths
 * are design units of `unit` pixels. It draws no title, legend or note: see `map.note`, `map.approval`. `data-painted` says
 * that the picture asked for stands.
 */
export const CityMap = memo(function CityMap(props: CityMapProps) {
  const { map } = props
  const { drawing, box } = useMapCanvas(map, props)
  const { onForm } = props
  const form = drawing ? formOf(map, drawing) : null
  useEffect(() => {
    if (form) onForm(form)
  }, [onForm, form])
  return (
    <div className={styles.root} {...box}>
      {drawing && (form === 'list' ? props.list : <Canvas {...props} drawing={drawing} />)}
    </div>
  )
})

/** A schematic on which some tile has no room for its name gives way to the list; on a real map small areas are named when pointed at. */
function formOf({ schematic }: RegionMap, { picture: { unnamed, courses } }: Drawing): MapForm {
  if (schematic && unnamed > 0) return 'list'
  return courses.bands + courses.lines === '' ? 'bare' : 'curves'
}

const closest = ({ target }: SyntheticEvent, what: string) =>
  target instanceof Element ? target.closest(what) : null

const townOf = (event: SyntheticEvent) => closest(event, '[data-town]')?.getAttribute('data-town') ?? null

/** Which tile an arrow leads to; nobody presses one in the first view, and who has the focus may. */
const neighbours = () => keepTrying(() => import('./neighbour'))

let peek: Promise<{ readonly Peek: typeof Peek }> | undefined
/** Nobody points at anything in the first view. */
function Peeked(props: ComponentProps<typeof Peek>) {
  const module = use((peek ??= keepTrying(() => import('./Peek'))))
  return <module.Peek {...props} />
}

/** Pointer and keyboard for all tiles at once: the tiles themselves stay free of handlers and of re-renders. */
function useTileEvents({ selected, onSelect, onOpen, drawing }: CityMapProps & { drawing: Drawing }) {
  const { tiles } = drawing.ground
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const toggle = (code: string | null) => {
    if (code !== null) onSelect(code === selected ? null : code)
    else if (selected !== null) onSelect(null)
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const code = townOf(event)
    if (event.key === 'Escape' && selected !== null) return onSelect(null)
    if (code === null) return undefined
    if (event.key === 'Enter' || event.key === ' ') toggle(code)
    else if (event.key.startsWith('Arrow')) {
      const { currentTarget: all, key } = event
      void neighbours().then(({ neighbourOf }) => {
        const to = neighbourOf(tiles, code, key) ?? code
        all.querySelector<SVGGElement>(`[data-town="${CSS.escape(to)}"]`)?.focus()
      })
    } else return undefined
    return event.preventDefault()
  }
  return {
    /** The one tile in the tab order. */
    tabStop: focused ?? selected ?? tiles[0]?.code,
    peek: pointed ?? focused,
    handlers: {
      onKeyDown,
      onClick: (event: SyntheticEvent) => {
        const mark = closest(event, '.mk')
        // It is told by its number, as it stands in it.
        if (mark) onOpen(`why:${mark.textContent}`)
        else toggle(townOf(event))
      },
      onPointerOver: (event: SyntheticEvent) => setPointed(townOf(event)),
      onPointerLeave: () => setPointed(null),
      onFocus: (event: SyntheticEvent) => {
        setFocused(townOf(event))
        void neighbours()
      },
    },
  }
}

/** A picture as it stands; what it is of is `CityMap`'s. */
export function Canvas(props: CityMapProps & { drawing: Drawing }) {
  const { drawing, selected, unit } = props
  const { ground, picture } = drawing
  const { tabStop, peek, handlers } = useTileEvents(props)
  const unnamed = picture.labels.find(({ code, lines }) => code === peek && lines.length === 0)
  const hidden = unnamed && ground.tiles.find(({ code }) => code === unnamed.code)
  return (
    <svg
      role="group"
      aria-label={props.title}
      className={styles.canvas}
      width={ground.width * unit}
      height={ground.height * unit}
      viewBox={`0 0 ${ground.width} ${ground.height}`}
      {...handlers}
    >
      <g>
        {ground.tiles.map((tile) => (
          <TownTile
            key={tile.code}
            tile={tile}
            level={picture.towns.get(tile.code)?.level ?? null}
            name={props.label(tile.code)}
            selected={tile.code === selected}
            dim={selected !== null && tile.code !== selected}
            tabStop={tile.code === tabStop}
          />
        ))}
      </g>
      <Courses {...picture.courses} />
      <Outlines drawing={drawing} selected={selected} />
      <g className={styles.text} aria-hidden="true">
        <Districts labels={picture.districts} />
        {picture.labels.map((label) => (
          <TownText key={label.code} label={label} size={ground.nameSize} />
        ))}
        <Suspense>{hidden && <Peeked ground={ground} tile={hidden} />}</Suspense>
      </g>
    </svg>
  )
}

/** The curves of all tiles as three paths: one node more a tile would be one more for the browser to lay out. */
const Courses = memo(function Courses({ bands, lines, tips }: Drawing['picture']['courses']) {
  return (
    <g className={styles.still}>
      {bands !== '' && <path d={bands} className={styles.band} data-glyph="band" />}
      {lines !== '' && <path d={lines} className={styles.line} data-glyph="line" />}
      {tips !== '' && <path d={tips} className={styles.tip} />}
    </g>
  )
})

/** Outlines lie on top of all tiles, so that no neighbour covers half of one; the chosen town's last. */
function Outlines({ drawing, selected }: { readonly drawing: Drawing; readonly selected: string | null }) {
  const { ground, picture } = drawing
  const deviant = ground.tiles.filter(({ code }) => picture.towns.get(code)?.deviant)
  const chosen = ground.tiles.find(({ code }) => code === selected)
  return (
    <g className={styles.still}>
      {deviant.length > 0 && (
        <path d={deviant.map(({ face }) => face).join('')} className={styles.deviant} data-glyph="outline" />
      )}
      {chosen && <path d={chosen.face} className={styles.chosen} />}
    </g>
  )
}
