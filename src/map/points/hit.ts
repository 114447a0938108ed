import type { Level, Mark, Marked, Placed } from './marks'
import type { MapView } from './view'

/** What lies under a pointer. */
export type Hit =
  | { readonly kind: 'single'; readonly at: number }
  | { readonly kind: 'mark'; readonly mark: Mark }

/** Radius of a mark by how many digits its count has, in u of the screen. */
export const radiusOf = (count: number): number => (count < 100 ? 15 : count < 1000 ? 20 : 26)
/** Below the name of its town stands how many of it have no place of their own, in u of the screen. */
const BELOW = 30

/** Where a mark stands on the screen, in u. */
export function spotOf({ kind, x, y }: Mark, level: Level, view: MapView): readonly [number, number] {
  const below = kind === 'town' && level !== 'towns' ? BELOW : 0
  return [x * view.k + view.x, y * view.k + view.y + below]
}

/** How far beside a single thing a pointer may be, in u of the screen: a finger is broad. */
const REACH = 12
/** Side of the cells by which single things are found, in u of the canvas. */
const CELL = 12

/** Finds what is drawn by where it is. Built once for what is drawn, whatever the view. */
export function finderOf(placed: Placed, { level, marks, single }: Marked) {
  const columns = Math.ceil(placed.width / CELL) + 1
  const cellOf = (x: number, y: number) => Math.floor(y / CELL) * columns + Math.floor(x / CELL)
  let cells: Map<number, number[]> | undefined
  const built = () => {
    const found = new Map<number, number[]>()
    for (const i of single) {
      const key = cellOf(placed.x[i] ?? 0, placed.y[i] ?? 0)
      const inside = found.get(key)
      if (inside) inside.push(i)
      else found.set(key, [i])
    }
    return found
  }

  /** The nearest single thing within reach; of equally near ones that in the worse state, which lies on top. */
  function nearest(x: number, y: number, reach: number): number | null {
    cells ??= built()
    let [best, least] = [-1, reach * reach]
    for (let top = Math.floor((y - reach) / CELL); top <= Math.floor((y + reach) / CELL); top++)
      for (let left = Math.floor((x - reach) / CELL); left <= Math.floor((x + reach) / CELL); left++)
        for (const i of cells.get(top * columns + left) ?? []) {
          const d = ((placed.x[i] ?? 0) - x) ** 2 + ((placed.y[i] ?? 0) - y) ** 2
          const isOnTop = d === least && (placed.state[i] ?? 0) > (placed.state[best] ?? 0)
          if (d < least || isOnTop) [best, least] = [i, d]
        }
    return best < 0 ? null : best
  }

  /** @param at where the pointer is, in u of the screen */
  return ([left, top]: readonly [number, number], view: MapView): Hit | null => {
    const [x, y] = [(left - view.x) / view.k, (top - view.y) / view.k]
    const alone = nearest(x, y, REACH / view.k)
    if (alone !== null) return { kind: 'single', at: alone }
    const mark = marks.findLast((one) => {
      const spot = spotOf(one, level, view)
      return Math.hypot(spot[0] - left, spot[1] - top) <= radiusOf(one.count)
    })
    return mark ? { kind: 'mark', mark } : null
  }
}
