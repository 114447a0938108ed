import { memo, type ReactNode } from 'react'
import type { Drawing } from '../drawing'
import type { TownLabel } from '../label'
import map from '../map.module.css'
import { Districts, TownText } from '../TownText'
import { clearNames } from './names'
import { MARGIN } from './paint'
import styles from './points.module.css'
import type { MapView } from './view'

interface GroundProps extends Pick<Drawing, 'ground' | 'picture'> {
  readonly view: MapView
  readonly unit: number
}

const placedAt = ({ k, x, y }: MapView) => `matrix(${k} 0 0 ${k} ${x} ${y})`

interface LayerProps {
  readonly ground: Drawing['ground']
  readonly unit: number
  readonly children: ReactNode
}

/** As large as the map, one over the other. */
function Layer({ ground: { width, height }, unit, children }: LayerProps) {
  return (
    <svg
      aria-hidden="true"
      className={styles.layer}
      width={width * unit}
      height={height * unit}
      viewBox={`0 0 ${width} ${height}`}
    >
      {children}
    </svg>
  )
}

/** The towns, below everything. Lines keep their width however near one is. */
export const PointGround = memo(function PointGround({ ground, picture, view, unit }: GroundProps) {
  const { tiles } = ground
  return (
    <Layer ground={ground} unit={unit}>
      <g transform={placedAt(view)}>
        {tiles.map(({ code, face }) => {
          const level = picture.towns.get(code)?.level ?? null
          return (
            <path
              key={code}
              data-town={code}
              d={face}
              className={styles.town}
              style={{ fill: `var(--tile-${level === null ? 0 : level + 1})` }}
            />
          )
        })}
      </g>
    </Layer>
  )
})

/** A name where there was no room for it on the whole map, for whoever has come this near. */
const NAMED_FROM = 2

function labelAt(
  label: TownLabel,
  short: string,
  { bare, near }: { bare: boolean; near: boolean },
): TownLabel {
  const { lines, marks } = label
  const [first] = lines
  if (!bare && !(near && !first)) return label
  const named = first || !near ? lines : [{ text: short, x: 0, y: 0 }]
  return { ...label, lines: named, value: bare ? null : label.value, note: null, marks, spills: true }
}

interface TextProps {
  readonly drawing: Drawing
  readonly view: MapView
  readonly unit: number
  /** Names and marks of exceptions only: single things stand below. */
  readonly bare: boolean
}

/** Names and numbered marks, above everything and of one size at any distance. */
export const PointText = memo(function PointText({ drawing, view, unit, bare }: TextProps) {
  const { ground, picture } = drawing
  const { width, height, nameSize, tiles } = ground
  const { k, x, y } = view
  const places = new Map(tiles.map((tile) => [tile.code, tile]))
  const clear = clearNames(picture.labels, { size: nameSize, k, at: (code) => places.get(code)?.label })
  return (
    <Layer ground={ground} unit={unit}>
      <g className={map.text}>
        {k === 1 && <Districts labels={picture.districts} />}
        {picture.labels.map((label) => {
          const tile = places.get(label.code)
          if (!tile) return null
          const [left, top] = tile.label
          const [dx, dy] = [left * k + x - left, top * k + y - top]
          if (
            left + dx < -MARGIN ||
            top + dy < -MARGIN ||
            left + dx > width + MARGIN ||
            top + dy > height + MARGIN
          )
            return null
          const near = k >= NAMED_FROM
          // What is written where there was no room for it needs none of the others'.
          const written = clear.has(label.code) ? label : { ...label, lines: [] }
          const shown = labelAt(written, tile.short, { bare, near: near && label.lines.length === 0 })
          const own = shown.lines !== written.lines
          return (
            <g key={label.code} transform={`translate(${own ? left + dx : dx} ${own ? top + dy : dy})`}>
              <TownText label={shown} size={nameSize} />
            </g>
          )
        })}
      </g>
    </Layer>
  )
})
