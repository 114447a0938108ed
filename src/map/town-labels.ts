import { compose, type Form, LINE, type Wish, worstOf } from './compose-label'
import { bodyBoxes, type TownLabel, Written } from './label'
import type { Overlay } from './layers/overlay'
import type { Box, Point } from './rings'
import type { Scene, Tile } from './scene'
import { fitLines, PIN, shorten, textWidth } from './text-size'

/** How far a label may step aside for its neighbours: the nearest spot first. */
const SHIFTS = [0, -7, 7, -12, 12]
/** Curves lower than this say nothing. */
const LOWEST = 14
/** What the corner of a letter or a curve may reach over the edge of its tile. */
const OVER = 5

/**
 * Writes on every tile its name, its curve and its value, and of these as much as has room at full size: the curve gives way
 * before the value, the value before the name. A town that has a mark, deviates or is selected comes first, and where not even
 * a part of its name has room a pin stands for it. Nothing is ever written over something else.
 * @param taken where nothing may stand besides what is reserved on the canvas
 */
export function placeLabels(
  scene: Scene,
  { towns, marks }: Overlay,
  selected: string | null,
  taken: readonly Box[],
): ReadonlyMap<string, TownLabel> {
  const size = scene.nameSize
  const wishes = scene.tiles.map((tile) => {
    const town = towns.get(tile.code)
    const own = marks.filter((mark) => mark.code === tile.code)
    const must = tile.code === selected || own.length > 0 || (town?.deviant ?? false)
    return { tile, town, marks: own, must }
  })
  const labels = new Map<string, TownLabel>()
  const written = new Written(scene, [...scene.reserved, ...taken])
  // A name that needs its neighbours' room comes last of its kind.
  const rank = (wish: (typeof wishes)[number]) =>
    (wish.must ? 0 : 1e6) + (wish.tile.code === selected ? -1 : excess(wish.tile, size))
  for (const wish of wishes.toSorted((a, b) => rank(a) - rank(b))) {
    const label = write(wish, size, written) ?? unwritten(wish, size, written)
    written.add(label, size)
    labels.set(wish.tile.code, label)
  }
  return labels
}

/** How much wider than its tile a name is, in u. */
const excess = ({ town, chord }: Tile, size: number): number =>
  fitLines(town.short, chord + 4, size) ? 0 : textWidth(town.short, size) - chord

/** The fullest form of a label that finds room; null where none does. */
function write(wish: Wish, size: number, written: Written): TownLabel | null {
  for (const form of inside(wish, size)) {
    const label = compose(wish, form, size)
    if (isOn(wish.tile, label, size) && written.hasRoom(label, size)) return label
  }
  for (const form of beside(wish, size))
    for (const shift of SHIFTS) {
      const label = compose(wish, { ...form, shift }, size)
      if (written.hasRoom(label, size)) return label
    }
  return null
}

/** Whether name, curve and value lie on the tile. */
const isOn = ({ outline }: Tile, label: TownLabel, size: number): boolean =>
  bodyBoxes(label, size).every(({ x0, x1, y0, y1 }) =>
    [x0 + OVER, x1 - OVER].every((x) => [y0 + OVER, y1 - OVER].every((y) => outline.inside([x, y]))),
  )

const halves = (name: string) => [
  name.slice(0, Math.floor(name.length / 2)),
  name.slice(Math.floor(name.length / 2)),
]

/** Forms that lie on the tile itself, ever shorter. */
function inside({ tile, marks }: Wish, size: number): Form[] {
  const { short } = tile.town
  // Three characters in two lines read as two names.
  const names = [[short], ...(short.length > 3 ? [halves(short)] : [])]
  const room = tile.box.y1 - tile.box.y0
  const high = Math.min(0.7 * room - 2 * size * LINE - 4, 3.2 * size)
  const curves = [high, high * 0.75].filter((height) => height >= LOWEST)
  const full = { marks, shift: 0, value: true }
  return [
    ...curves.flatMap((curve) =>
      [true, false].flatMap((note) => names.map((lines) => ({ ...full, names: lines, curve, note }))),
    ),
    ...names.map((lines) => ({ ...full, names: lines, curve: 0, note: false })),
    ...names.map((lines) => ({ ...full, names: lines, curve: 0, note: false, value: false })),
  ]
}

/** Forms that may stand on others' ground: the name, what of it has room, then the marks alone. */
function beside({ tile, marks }: Wish, size: number): Form[] {
  const { short } = tile.town
  const brief = shorten(short, Math.max(tile.chord + 4, 2 * size + textWidth('…', size)), size)
  const bare = { marks, shift: 0, value: false, note: false, curve: 0 }
  return [
    { ...bare, names: [short] },
    ...(short.length > 3 ? [{ ...bare, names: halves(short) }] : []),
    ...(brief === null ? [] : [{ ...bare, names: [brief] }]),
    ...(marks.length > 0 ? [marks, worstOf(marks)].map((kept) => ({ ...bare, names: [], marks: kept })) : []),
  ]
}

/** Nothing has room: a pin for a town that must not be overlooked, nothing for any other. */
function unwritten(wish: Wish & { readonly must: boolean }, size: number, written: Written): TownLabel {
  const form = { names: [], marks: [], shift: 0, value: false, note: false, curve: 0 }
  const empty = compose(wish, form, size)
  return wish.must ? { ...empty, pin: pinSpot(wish.tile.label, written) } : empty
}

/** A spot for the pin at the label point or close to it; under a neighbour's letters only where there is no other. */
function pinSpot([x, y]: Point, written: Written): Point {
  const spots = [0, -10, 10, -20, 20].flatMap((dy) =>
    [0, -12, 12, -24, 24].map((dx): Point => [x + dx, y + dy]),
  )
  const free = spots.find(([px, py]) =>
    written.isFree({ x0: px - PIN, x1: px + PIN, y0: py - PIN, y1: py + PIN }),
  )
  return free ?? [x, y]
}
