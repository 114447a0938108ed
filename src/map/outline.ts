import { eachEdge, type Point, type Ring } from './rings'

const key = ([x, y]: Point): string => `${x.toFixed(2)},${y.toFixed(2)}`

/**
 * Borders of a union of areas: edges that two neighbours share run in opposite directions and cancel.
 * Neighbours drawn from different vertices do not cancel; their border stays as a line that tiles cover.
 */
export function unionRings(areas: readonly (readonly Ring[])[]): Ring[] {
  const open = new Map<string, [Point, Point]>()
  for (const rings of areas)
    for (const ring of rings)
      eachEdge(ring, (a, b) => {
        const [start, end] = [key(a), key(b)]
        if (!open.delete(`${end}>${start}`)) open.set(`${start}>${end}`, [a, b])
      })
  const from = new Map<string, [Point, Point][]>()
  for (const edge of open.values()) {
    const start = key(edge[0])
    const known = from.get(start)
    if (known) known.push(edge)
    else from.set(start, [edge])
  }
  const rings: Ring[] = []
  for (const first of open.values()) {
    const ring: Point[] = []
    let next = take(from, key(first[0]))
    while (next) {
      ring.push(next[0])
      next = take(from, key(next[1]))
    }
    if (ring.length > 2) rings.push(ring)
  }
  return rings
}

const take = (from: Map<string, [Point, Point][]>, start: string) => from.get(start)?.pop()

const pair = ([x, y]: Point, dy = 0): string => `${x.toFixed(1)} ${(y + dy).toFixed(1)}`

/** SVG path of closed rings, moved down by `dy`. */
export const ringsPath = (rings: readonly Ring[], dy = 0): string =>
  rings.map((ring) => `M${ring.map((point) => pair(point, dy)).join('L')}Z`).join('')

/** SVG path of the walls that face south, between the heights `from` and `to` (down is positive). */
export function wallPath(rings: readonly Ring[], from: number, to: number): string {
  let path = ''
  // Outer rings run clockwise on screen, so an edge that faces south runs from east to west.
  for (const ring of rings)
    eachEdge(ring, (a, b) => {
      if (b[0] < a[0]) path += `M${pair(a, from)}L${pair(b, from)}L${pair(b, to)}L${pair(a, to)}Z`
    })
  return path
}
