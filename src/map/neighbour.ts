import type { DrawnTile } from './drawing'

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The town an arrow key leads to: the nearest one in that direction, or null at the edge and for other keys. */
export function neighbourOf(tiles: readonly DrawnTile[], from: string, arrow: string): string | null {
  const direction = DIRECTIONS[arrow]
  const origin = tiles.find((tile) => tile.code === from)?.label
  if (!direction || !origin) return null
  let [best, bestCost]: [string | null, number] = [null, Infinity]
  for (const { code, label } of tiles) {
    const [dx, dy] = [label[0] - origin[0], label[1] - origin[1]]
    const ahead = dx * direction[0] + dy * direction[1]
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0])
    if (ahead <= 1 || aside > ahead * 1.5) continue
    if (ahead + 2 * aside < bestCost) [best, bestCost] = [code, ahead + 2 * aside]
  }
  return best
}
