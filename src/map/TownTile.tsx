import { memo } from 'react'
import styles from './map.module.css'
import { wallPath } from './outline'
import { reliefOf, type Tile } from './scene'
import type { TownPaint } from './types'

interface TownTileProps {
  readonly id: string
  readonly tile: Tile
  /** Class of the fill; null hatched. */
  readonly level: TownPaint['level']
  readonly name: string
  readonly selected: boolean
  /** Another town is selected. */
  readonly dim: boolean
  readonly alarm: boolean
  readonly tabStop: boolean
  /** Camera dots and offline rings as paths at height 0; empty when the layer is off. */
  readonly dots: string
  readonly offline: string
}

/** One town as a prism. Only its top face takes the pointer, so what is hit is what is seen. */
export const TownTile = memo(function TownTile(props: TownTileProps) {
  const { id, tile, level, selected, dim, alarm, dots, offline } = props
  const lift = reliefOf(level)
  return (
    <g
      role="button"
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={props.name}
      aria-pressed={selected}
      data-town={tile.code}
      className={dim ? `${styles.tile} ${styles.dim}` : styles.tile}
    >
      {lift > 0 && <path d={wallPath(tile.rings, -lift, 0)} className={styles.side} />}
      <g transform={`translate(0 ${-lift})`}>
        <path
          data-map-tile
          d={tile.face}
          className={styles.face}
          style={{ fill: level === null ? 'var(--bg-3)' : `var(--seq-${level + 1})` }}
        />
        <path d={tile.face} className={styles.shade} fill={`url(#${id}-shade)`} />
        {level === null && <path d={tile.face} className={styles.shade} fill={`url(#${id}-hatch)`} />}
        {dots !== '' && <path d={dots} className={styles.dots} />}
        {offline !== '' && <path d={offline} className={styles.offline} />}
        {/* Wide and first, so that a selected alarm keeps its own outline on top. */}
        <path
          d={tile.face}
          className={selected ? styles.chosen : styles.focus}
          strokeWidth={alarm ? 7 : 2.4}
        />
        {alarm && <path d={tile.face} className={styles.alarm} />}
      </g>
    </g>
  )
})
