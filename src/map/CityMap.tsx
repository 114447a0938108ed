import { type KeyboardEvent, type SyntheticEvent, memo, useId, useState } from 'react'
import { Backdrop, Definitions } from './Backdrop'
import styles from './map.module.css'
import { neighbourOf } from './neighbour'
import { Peek } from './Peek'
import { reliefOf, type Scene } from './scene'
import { Districts, LeaderNote, TownText } from './TownText'
import { TownTile } from './TownTile'
import type { CityMapProps, TownPaint } from './types'
import { usePicture, useScene } from './use-picture'
import { useSize } from './use-size'

/**
 * Relief map of a city's towns. Fills its container (which needs a size of its own) and stays sharp at any size;
 * all lengths are design units of `unit` pixels. It draws no title, legend or note: see `map.note`, `map.approval`.
 */
export const CityMap = memo(function CityMap(props: CityMapProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  const { unit } = props
  const scene = useScene(props, (size?.width ?? 0) / unit, (size?.height ?? 0) / unit)
  return (
    <div ref={ref} className={styles.root} data-map={props.map.schematic ? 'schematic' : 'geographic'}>
      {size && scene && <Canvas {...props} scene={scene} width={size.width} height={size.height} />}
    </div>
  )
})

const townOf = ({ target }: SyntheticEvent): string | null =>
  target instanceof Element ? (target.closest('[data-town]')?.getAttribute('data-town') ?? null) : null

/** Pointer and keyboard for all tiles at once: the tiles themselves stay free of handlers and of re-renders. */
function useTileEvents({ selected, onSelect, scene }: CityMapProps & { scene: Scene }) {
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
      const next = neighbourOf(scene.tiles, code, event.key)
      if (next === null) return undefined
      event.currentTarget.querySelector<SVGGElement>(`[data-town="${CSS.escape(next)}"]`)?.focus()
    }
    return event.preventDefault()
  }
  return {
    /** The one tile in the tab order. */
    tabStop: focused ?? selected ?? scene.tiles[0]?.code,
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

function Canvas(props: CityMapProps & { scene: Scene; width: number; height: number }) {
  const { scene, selected, layers, marks, light } = props
  const id = useId()
  const { paints, labels, districts, notes, strewn } = usePicture(props, scene)
  const { tabStop, peek, handlers } = useTileEvents(props)
  const alarms = new Set(layers.exceptions ? marks.filter((m) => m.severity === 1).map((m) => m.code) : [])
  const levelOf = (code: string) => (layers.load ? (paints.get(code)?.level ?? null) : 0)
  const hidden = scene.tiles.find((tile) => tile.code === peek && !labels.get(tile.code)?.lines.length)
  return (
    <svg
      role="group"
      aria-label={`镇街地图，${scene.tiles.length} 个镇街${props.map.schematic ? '，示意图' : ''}`}
      className={styles.canvas}
      width={props.width}
      height={props.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      {...handlers}
    >
      <Definitions id={id} light={light} />
      <Backdrop id={id} scene={scene} />
      <g>
        {scene.tiles.map((tile) => (
          <TownTile
            key={tile.code}
            id={id}
            tile={tile}
            level={levelOf(tile.code)}
            name={props.label(tile.code)}
            selected={tile.code === selected}
            dim={selected !== null && tile.code !== selected}
            alarm={alarms.has(tile.code)}
            tabStop={tile.code === tabStop}
            dots={strewn.get(tile.code)?.dots ?? ''}
            offline={strewn.get(tile.code)?.offline ?? ''}
          />
        ))}
      </g>
      <HiddenEdges scene={scene} alarms={alarms} selected={selected} levelOf={levelOf} />
      <g className={styles.text} aria-hidden="true">
        <Districts labels={districts} />
        {[...labels.values()].map((label) => (
          <TownText key={label.code} label={label} size={scene.nameSize} />
        ))}
        {notes.map((placed) => (
          <LeaderNote key={placed.note.code} placed={placed} />
        ))}
        {hidden && <Peek scene={scene} tile={hidden} level={levelOf(hidden.code)} />}
      </g>
    </svg>
  )
}

interface HiddenEdgesProps {
  readonly scene: Scene
  readonly alarms: ReadonlySet<string>
  readonly selected: string | null
  readonly levelOf: (code: string) => TownPaint['level']
}

/** Outlines that matter show faintly through a taller neighbour; elsewhere they lie on the tile's own outline. */
function HiddenEdges({ scene, alarms, selected, levelOf }: HiddenEdgesProps) {
  return scene.tiles
    .filter(({ code }) => code === selected || alarms.has(code))
    .map(({ code, face }) => (
      <path
        key={code}
        d={face}
        transform={`translate(0 ${-reliefOf(levelOf(code))})`}
        strokeWidth={2.4}
        className={`${styles.through} ${alarms.has(code) ? styles.alarm : styles.chosen}`}
      />
    ))
}
