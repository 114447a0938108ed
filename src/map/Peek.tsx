import styles from './map.module.css'
import { reliefOf, type Scene, type Tile } from './scene'
import { textWidth } from './text-size'
import type { TownPaint } from './types'

/** The name of a hovered or focused town whose tile is too small to carry it. */
export function Peek({ scene, tile, level }: { scene: Scene; tile: Tile; level: TownPaint['level'] }) {
  const { short } = tile.town
  const width = textWidth(short, 20) + 20
  const x = Math.min(Math.max(tile.label[0], width / 2 + 2), scene.width - width / 2 - 2)
  const y = Math.max(tile.label[1] - reliefOf(level), 18)
  return (
    <g data-map-peek className={styles.peek}>
      <rect x={x - width / 2} y={y - 16} width={width} height={32} rx={4} />
      <text x={x} y={y + 7} fontSize={20}>
        {short}
      </text>
    </g>
  )
}
