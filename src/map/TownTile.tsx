import { memo } from 'react'
import type { DrawnTile } from './drawing'
import type { Level } from './layers/layer'
import styles from './map.module.css'

interface TownTileProps {
  readonly tile: DrawnTile
  /** Class of the fill; null unfilled. */
  readonly level: Level
  readonly name: string
  readonly selected: boolean
  /** Another town is selected. */
  readonly dim: boolean
  readonly tabStop: boolean
}

/** One town. What is outlined lies above all tiles: see `Outlines`. */
export const TownTile = memo(function TownTile(props: TownTileProps) {
  const { tile, level, selected, dim } = props
  return (
    <g
      role="button"
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={props.name}
      aria-pressed={selected}
      data-town={tile.code}
      className={dim ? `${styles.tile} ${styles.dim}` : styles.tile}
    >
      <path
        data-map-tile
        d={tile.face}
        className={styles.face}
        style={{ fill: `var(--tile-${level === null ? 0 : level + 1})` }}
      />
      <path d={tile.face} className={styles.focus} />
    </g>
  )
})
