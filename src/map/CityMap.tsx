import { type KeyboardEvent, type SyntheticEvent, memo, useId, useMemo, useState } from 'react'
import { Backdrop, Definitions } from './Backdrop'
import type { Drawing } from './drawing'
import type { Level, MapLayer } from './layers/layer'
import styles from './map.module.css'
import type { RegionMap } from './map-thread'
import { neighbourOf } from './neighbour'
import { Peek } from './Peek'
import { reliefOf } from './relief'
import type { Box } from './rings'
import { Districts, LeaderNote, TownText } from './TownText'
import { TownTile } from './TownTile'
import { useDrawing } from './use-drawing'
import { useSize } from './use-size'

export interface CityMapProps {
  readonly map: RegionMap
  /** What is laid over the towns. Keep it stable: a new list is a new picture. */
  readonly layers: readonly MapLayer[]
  readonly selected: string | null
  readonly onSelect: (code: string | null) => void
  /** Pixels per design unit u. */
  readonly unit: number
  /** Accessible name of the map. */
  readonly title: string
  /** Accessible name of a tile. */
  readonly label: (code: string) => string
  readonly light: boolean
  /** Boxes in u (from the top left of a canvas of this size in u) where the caller draws a title or a legend. Keep it stable. */
  readonly reserved?: (width: number, height: number) => readonly Box[]
}

/**
 * Relief map of a city's towns. Fills its container (which needs a size of its own) and stays sharp at any size; all lengths
 * are design units of `unit` pixels. It draws no title, legend or note: see `map.note`, `map.approval`. `data-painted` says
 * that the picture asked for stands.
 */
export const CityMap = memo(function CityMap(props: CityMapProps) {
  const { map, layers, selected, unit, reserved } = props
  const [ref, size] = useSize<HTMLDivElement>()
  const [width, height] = [(size?.width ?? 0) / unit, (size?.height ?? 0) / unit]
  const canvas = useMemo(
    () => ({ width, height, reserved: reserved?.(width, height) ?? [] }),
    [width, height, reserved],
  )
  const ask = useMemo(
    () => (canvas.width > 0 && canvas.height > 0 ? { canvas, layers, selected } : null),
    [canvas, layers, selected],
  )
  const { drawing, current } = useDrawing(map, ask)
  return (
    <div
      ref={ref}
      className={styles.root}
      data-map={map.schematic ? 'schematic' : 'geographic'}
      data-painted={current || !size ? '' : undefined}
    >
      {size && drawing && <Canvas {...props} drawing={drawing} />}
    </div>
  )
})

const townOf = ({ target }: SyntheticEvent): string | null =>
  target instanceof Element ? (target.closest('[data-town]')?.getAttribute('data-town') ?? null) : null

/** Pointer and keyboard for all tiles at once: the tiles themselves stay free of handlers and of re-renders. */
function useTileEvents({ selected, onSelect, drawing }: CityMapProps & { drawing: Drawing }) {
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
    else {
      const next = neighbourOf(tiles, code, event.key)
      if (next === null) return undefined
      event.currentTarget.querySelector<SVGGElement>(`[data-town="${CSS.escape(next)}"]`)?.focus()
    }
    return event.preventDefault()
  }
  return {
    /** The one tile in the tab order. */
    tabStop: focused ?? selected ?? tiles[0]?.code,
    peek: pointed ?? focused,
    handlers: {
      onKeyDown,
      onClick: (event: SyntheticEvent) => toggle(townOf(event)),
      onPointerOver: (event: SyntheticEvent) => setPointed(townOf(event)),
      onPointerLeave: () => setPointed(null),
      onFocus: (event: SyntheticEvent) => setFocused(townOf(event)),
    },
  }
}

function Canvas(props: CityMapProps & { drawing: Drawing }) {
  const { drawing, selected, unit, light } = props
  const { ground, picture } = drawing
  const id = useId()
  const { tabStop, peek, handlers } = useTileEvents(props)
  const isAlarm = (code: string) => picture.towns.get(code)?.alarm ?? false
  const levelOf = (code: string) => picture.towns.get(code)?.level ?? null
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
      <Definitions id={id} light={light} />
      <Backdrop id={id} ground={ground} />
      <g>
        {ground.tiles.map((tile) => (
          <TownTile
            key={tile.code}
            id={id}
            tile={tile}
            level={levelOf(tile.code)}
            side={picture.towns.get(tile.code)?.side ?? ''}
            name={props.label(tile.code)}
            selected={tile.code === selected}
            dim={selected !== null && tile.code !== selected}
            alarm={isAlarm(tile.code)}
            tabStop={tile.code === tabStop}
            dots={picture.towns.get(tile.code)?.dots ?? ''}
            hollow={picture.towns.get(tile.code)?.hollow ?? ''}
          />
        ))}
      </g>
      <HiddenEdges drawing={drawing} isAlarm={isAlarm} selected={selected} levelOf={levelOf} />
      <Points {...picture.points} />
      <g className={styles.text} aria-hidden="true">
        <Districts labels={picture.districts} />
        {picture.labels.map((label) => (
          <TownText key={label.code} label={label} size={ground.nameSize} />
        ))}
        {picture.notes.map((placed) => (
          <LeaderNote key={placed.note.code} placed={placed} />
        ))}
        {hidden && <Peek ground={ground} tile={hidden} level={levelOf(hidden.code)} />}
      </g>
    </svg>
  )
}

/** Things with places of their own, on the ground and over the tiles. */
function Points({ dots, hollow }: Drawing['picture']['points']) {
  return (
    <g className={styles.still}>
      {dots !== '' && <path d={dots} className={styles.dots} />}
      {hollow !== '' && <path d={hollow} className={styles.offline} />}
    </g>
  )
}

interface HiddenEdgesProps {
  readonly drawing: Drawing
  readonly isAlarm: (code: string) => boolean
  readonly selected: string | null
  readonly levelOf: (code: string) => Level
}

/** Outlines that matter show faintly through a taller neighbour; elsewhere they lie on the tile's own outline. */
function HiddenEdges({ drawing, isAlarm, selected, levelOf }: HiddenEdgesProps) {
  return drawing.ground.tiles
    .filter(({ code }) => code === selected || isAlarm(code))
    .map(({ code, face }) => (
      <path
        key={code}
        d={face}
        transform={`translate(0 ${-reliefOf(levelOf(code))})`}
        strokeWidth={2.4}
        className={`${styles.through} ${isAlarm(code) ? styles.alarm : styles.chosen}`}
      />
    ))
}
