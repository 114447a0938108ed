import type { PlacedNote } from './drawing'
import type { FreeSpace } from './free-space'
import type { MapNote } from './layers/layer'
import { type Box, lineMeetsBox, type Point } from './rings'
import type { Scene, Tile } from './scene'
import { NOTE_LINE, textWidth } from './text-size'

const STEP = 10
/** A leader that would cost more crosses half the map; the list beside the map says the same without it. */
const FARTHEST = 800

/** Points on a tile where a leader may end: beside the name, towards the note. */
function anchors(tile: Tile, lift: number, side: 'west' | 'east'): Point[] {
  const towards = side === 'east' ? 1 : -1
  const [x, y] = tile.label
  const spread = (tile.box.y1 - tile.box.y0) * 0.2
  return [spread, 0, -spread].map((dy) => [x + towards * tile.chord * 0.36, y - lift + dy])
}

function leaderTo(box: Box, side: 'west' | 'east', anchor: Point): PlacedNote['leader'] {
  const start: Point = [side === 'east' ? box.x0 - 8 : box.x1 + 8, box.y0 + NOTE_LINE / 2]
  const elbow: Point = [start[0] + (side === 'east' ? -14 : 14), start[1]]
  return [start, elbow, anchor]
}

/** Length of a leader, where a stretch over other towns counts threefold. */
function leaderCost(leader: PlacedNote['leader'], { field }: Scene, own: Box): number {
  let cost = 0
  for (const [a, b] of [leader.slice(0, 2), leader.slice(1)]) {
    if (!a || !b) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const steps = Math.max(1, Math.round(length / 8))
    for (let step = 0; step < steps; step++) {
      const [x, y] = [a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps]
      const at = Math.round(y / field.cell) * field.columns + Math.round(x / field.cell)
      const foreign =
        (field.distance[at] ?? 0) === 0 && (x < own.x0 || x > own.x1 || y < own.y0 - 13 || y > own.y1)
      cost += (length / steps) * (foreign ? 3 : 1)
    }
  }
  return cost
}

/** Where a note's text would stand, with its leader; null when that spot will not do. */
function tryPlace(
  request: Request,
  x0: number,
  y0: number,
  size: readonly [number, number],
): (PlacedNote & { cost: number }) | null {
  const { scene, note, tile, lift, obstacles } = request
  const side = x0 + size[0] / 2 > tile.label[0] ? 'east' : 'west'
  const box = { x0, y0, x1: x0 + size[0], y1: y0 + size[1] }
  let best: (PlacedNote & { cost: number }) | null = null
  for (const anchor of anchors(tile, lift, side)) {
    const leader = leaderTo(box, side, anchor)
    const [start, elbow, end] = leader
    // The leader runs away from its text and then on, never back under it.
    const onwards = side === 'east' ? elbow[0] - end[0] : end[0] - elbow[0]
    if (onwards < 16 || obstacles.some((o) => lineMeetsBox(start, elbow, o) || lineMeetsBox(elbow, end, o)))
      continue
    const cost = leaderCost(leader, scene, tile.box) + 0.3 * Math.abs(end[1] - elbow[1])
    if (!best || cost < best.cost)
      best = { note, side, x: side === 'east' ? box.x0 : box.x1, y: y0 + NOTE_LINE / 2, leader, cost }
  }
  return best
}

interface Request {
  readonly scene: Scene
  readonly note: MapNote
  readonly tile: Tile
  readonly lift: number
  readonly obstacles: readonly Box[]
}

function findPlace(request: Request, space: FreeSpace): { placed: PlacedNote; box: Box } | null {
  const { note, tile } = request
  const width = Math.max(textWidth(note.title, 20) + 4, ...note.lines.map((line) => textWidth(line, 20)))
  const height = NOTE_LINE * (note.lines.length + 1)
  let best: { placed: PlacedNote; box: Box } | null = null
  let bestCost = FARTHEST
  for (let y0 = 4; y0 + height <= space.height - 4; y0 += STEP)
    for (let x0 = 4; x0 + width <= space.width - 4; x0 += STEP) {
      const box = { x0: x0 - 4, y0, x1: x0 + width + 4, y1: y0 + height }
      const atLeast = Math.max(x0 - tile.box.x1, tile.box.x0 - x0 - width, Math.abs(y0 - tile.label[1]) / 2)
      if (atLeast >= bestCost || !space.isFree(box)) continue
      const placed = tryPlace(request, x0, y0, [width, height])
      if (placed && placed.cost < bestCost) [best, bestCost] = [{ placed, box }, placed.cost]
    }
  return best
}

/** Puts up to two notes in free space near their towns. A note that has no room without covering text is left out. */
export function placeNotes(
  scene: Scene,
  space: FreeSpace,
  notes: readonly MapNote[],
  liftOf: (code: string) => number,
  obstacles: readonly Box[],
): PlacedNote[] {
  return notes.slice(0, 2).flatMap((note) => {
    const tile = scene.tiles.find((candidate) => candidate.code === note.code)
    if (!tile) return []
    const found = findPlace({ scene, note, tile, lift: liftOf(note.code), obstacles }, space)
    if (found) space.take(found.box)
    return found ? [found.placed] : []
  })
}
