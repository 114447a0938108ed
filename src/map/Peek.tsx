import type { DrawnTile, Ground } from './drawing'
import styles from './map.module.css'
import { textWidth } from './text-size'

/** The name of a hovered or focused town whose tile is too small to carry it. */
export function Peek({ ground, tile }: { readonly ground: Ground; readonly tile: DrawnTile }) {
  const { short } = tile
  const width = textWidth(short, 20) + 20
  const x = Math.min(Math.max(tile.label[0], width / 2 + 2), ground.width - width / 2 - 2)
  const y = Math.max(tile.label[1], 18)
  return (
    <g data-map-peek className={styles.peek}>
      <rect x={x - width / 2} y={y - 16} width={width} height={32} rx={4} />
      <text x={x} y={y + 7} fontSize={20}>
        {short}
      </text>
    </g>
  )
}
