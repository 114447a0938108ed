import { RANK } from '../contract/severity'
import { compose, type Wish } from './compose-label'
import { namesBox, type TownLabel, underBox, Written } from './label'
import type { Overlay } from './layers/overlay'
import type { Box, Point } from './rings'
import type { Scene } from './scene'
import { fitLines, PIN, shorten, textWidth } from './text-size'

/** How far a label may step aside for its neighbours: the nearest spot first. */
const SHIFTS = [0, -7, 7, -12, 12]

/**
 * Writes names where they fit at full size; the rest is named on hover, focus or selection. A town that has a mark, is an
 * outlier or is selected gets its name first, and gives up as much of it as its neighbours leave no room for: in the end a pin
 * stands for it. Nothing is ever written over something else.
 * @param taken where nothing may stand besides what is reserved on the canvas
 */
export function placeLabels(
  scene: Scene,
  overlay: Overlay,
  selected: string | null,
  taken: readonly Box[],
): ReadonlyMap<string, TownLabel> {
  const { paints, marks } = overlay
  const size = scene.nameSize
  const wishes = scene.tiles.map((tile): Wish & { first: boolean } => {
    const paint = paints.get(tile.code)
    const own = marks.filter((mark) => mark.code === tile.code)
    const chosen = tile.code === selected
    const first = chosen || own.length > 0 || (overlay.ramp && (paint?.outlier ?? false))
    return { tile, paint, marks: own, selected: chosen, shift: 0, first }
  })
  const labels = new Map<string, TownLabel>()
  const written = new Written(scene, [...scene.reserved, ...taken])
  // Of those that must be written the chosen one comes first, and a name that needs its neighbours' room comes last.
  const must = wishes.filter((w) => w.first).toSorted((a, b) => excess(a, size) - excess(b, size))
  for (const wish of [...must, ...wishes.filter((w) => !w.first)]) {
    const label = wish.first
      ? mustWrite(wish, size, overlay, written)
      : mayWrite(wish, size, overlay, written)
    written.add(label, size)
    labels.set(wish.tile.code, label)
  }
  return labels
}

/** How much wider than its tile a name is, in u; below 0 for the selected town. */
function excess({ tile, selected }: Wish, size: number): number {
  const room = tile.chord + 4
  if (selected) return -1
  return fitLines(tile.town.short, room, size) ? 0 : textWidth(tile.town.short, size) - room
}

/** A name that nobody waits for: written where it fits, and nothing of it otherwise. */
function mayWrite(wish: Wish, size: number, overlay: Overlay, written: Written): TownLabel {
  const names = fitLines(wish.tile.town.short, wish.tile.chord + 4, size) ?? []
  let label = compose(wish, names, size, overlay)
  const box = namesBox(label, size)
  if (box && !written.isFree(box)) label = compose(wish, [], size, overlay)
  return label.under && !written.isFree(underBox(label.x, label.under)) ? { ...label, under: null } : label
}

/** The fullest form of a label that finds room. */
function mustWrite(wish: Wish, size: number, overlay: Overlay, written: Written): TownLabel {
  for (const { names, marks } of forms(wish, size))
    for (const bare of [false, true])
      for (const shift of SHIFTS) {
        const label = compose({ ...wish, marks, shift }, names, size, overlay)
        if (bare && !label.under) break
        const candidate = bare ? { ...label, under: null } : label
        if (written.hasRoom(candidate, size)) return candidate
      }
  const empty = { ...compose({ ...wish, marks: [] }, [], size, overlay), under: null }
  const spot = pinSpot(empty, written)
  return {
    ...empty,
    pin: spot,
    box: { x0: spot[0] - PIN, x1: spot[0] + PIN, y0: spot[1] - PIN, y1: spot[1] + PIN },
  }
}

/** Ever shorter forms of a label: what a town is called before how it is called in full, its mark before its name. */
function forms({ tile, marks }: Wish, size: number): { names: readonly string[]; marks: Wish['marks'] }[] {
  const { short } = tile.town
  const room = tile.chord + 4
  const half = Math.floor(short.length / 2)
  const halves = [short.slice(0, half), short.slice(half)]
  const brief = shorten(short, Math.max(room, 2 * size + textWidth('…', size)), size)
  const worst = marks.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.no - b.no).slice(0, 1)
  const names = [
    fitLines(short, room, size) ?? [short],
    ...(short.length > 3 ? [halves] : []),
    ...(brief === null ? [] : [[brief]]),
  ]
  return [
    ...names.map((lines) => ({ names: lines, marks })),
    ...(marks.length > 0 ? [marks, worst].map((kept) => ({ names: [], marks: kept })) : []),
  ]
}

/** A spot for the pin at the label point or close to it; under a neighbour's letters only where there is no other. */
function pinSpot({ x, box }: TownLabel, written: Written): Point {
  const y = (box.y0 + box.y1) / 2
  const spots = [0, -10, 10, -20, 20].flatMap((dy) =>
    [0, -12, 12, -24, 24].map((dx): Point => [x + dx, y + dy]),
  )
  const free = spots.find(([px, py]) =>
    written.isFree({ x0: px - PIN, x1: px + PIN, y0: py - PIN, y1: py + PIN }),
  )
  return free ?? [x, y]
}
