import { memo } from 'react'
import type { DrawnTile } from './drawing'
import type { Level } from './layers/layer'
import styles from './map.module.css'
import { reliefOf } from './relief'

interface TownTileProps {
  readonly id: string
  readonly tile: DrawnTile
  /** Class of the fill; null hatched. */
  readonly level: Level
  /** Its walls as a path; empty where it lies flat. */
  readonly side: string
  readonly name: string
  readonly selected: boolean
  /** Another town is selected. */
  readonly dim: boolean
  readonly alarm: boolean
  readonly tabStop: boolean
  /** Strewn dots and rings as paths at height 0; empty where there are none. */
  readonly dots: string
  readonly hollow: string
}

/** One town as a prism. Only its top face takes the pointer, so what is hit is what is seen. */
export const TownTile = memo(function TownTile(props: TownTileProps) {
  const { id, tile, level, side, selected, dim, alarm, dots, hollow } = props
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
      {side !== '' && <path d={side} className={styles.side} />}
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
        {hollow !== '' && <path d={hollow} className={styles.offline} />}
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
