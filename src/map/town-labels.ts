import { type Box, boxesMeet } from './rings'
import { reliefOf, type Scene, type Tile } from './scene'
import { fitLines, textWidth } from './text-size'
import type { MapLayers, MapMark, TownPaint } from './types'

/** What is written on one tile, with positions in u (middle of each thing). */
export interface TownLabel {
  readonly code: string
  readonly level: TownPaint['level']
  readonly x: number
  readonly lines: readonly { readonly text: string; readonly y: number }[]
  readonly marks: readonly {
    readonly mark: MapMark
    readonly x: number
    readonly y: number
    readonly size: number
  }[]
  /** Marks that found no room beside the others. */
  readonly more: number
  readonly under: {
    readonly y: number
    readonly hall: number | null
    readonly value: Placed | null
    readonly ring: number | null
  } | null
  /** Around everything, to keep dots and leader lines away. */
  readonly box: Box
}
interface Placed {
  readonly x: number
  readonly text: string
}

interface Wish {
  readonly tile: Tile
  readonly paint: TownPaint | undefined
  readonly marks: readonly MapMark[]
  readonly selected: boolean
  /** Sideways from the label point. */
  readonly shift: number
}

/** The row below a name: hall square, value, outlier ring; centred as one. */
function underRow(
  { tile, paint, marks, selected, shift }: Wish,
  layers: MapLayers,
  y: number,
  bottom: number,
): TownLabel['under'] {
  const hall = layers.halls && (paint?.halls ?? 0) > 0
  const ring = layers.load && (paint?.outlier ?? false)
  // A small tile or one with a mark has no room for figures: its value stands in a note or in the list.
  const room = tile.chord >= 84 && marks.length === 0
  const text = layers.load && room && (ring || selected) ? (paint?.value ?? null) : null
  if ((!hall && !ring && text === null) || y + 12 > bottom) return null
  const widths = [hall ? 9 : 0, text === null ? 0 : textWidth(text, 20), ring ? 13 : 0]
  const parts = widths.filter((width) => width > 0)
  let x = tile.label[0] + shift - (parts.reduce((sum, width) => sum + width, 0) + 7 * (parts.length - 1)) / 2
  const [hallX, valueX, ringX] = widths.map((width) => {
    const middle = x + width / 2
    if (width > 0) x += width + 7
    return middle
  })
  return {
    y: y + (text === null ? 0 : 5),
    hall: hall ? (hallX ?? null) : null,
    value: text === null ? null : { x: valueX ?? 0, text },
    ring: ring ? (ringX ?? null) : null,
  }
}

function markRow({ tile, marks, shift }: Wish, size: number, y: number): Pick<TownLabel, 'marks' | 'more'> {
  const most = tile.chord < 100 ? 2 : 3
  const worst = marks.toSorted((a, b) => a.severity - b.severity || a.no - b.no).slice(0, most)
  const step = size + 6
  return {
    // A two-digit number needs a larger mark to stay at 20u.
    marks: worst.map((mark, index) => ({
      mark,
      size: mark.no > 9 ? Math.max(size, 33) : size,
      x: tile.label[0] + shift + (index - (worst.length - 1) / 2) * step,
      y,
    })),
    more: marks.length - worst.length,
  }
}

function compose(wish: Wish, names: readonly string[], scene: Scene, layers: MapLayers): TownLabel {
  const { tile, paint, marks } = wish
  const level = paint?.level ?? null
  const size = scene.nameSize
  const [x, y] = [tile.label[0] + wish.shift, tile.label[1] - reliefOf(layers.load ? level : 0)]
  const small = tile.box.y1 - tile.box.y0 < 90
  const markSize = size === 24 ? 36 : small ? 28 : 30
  const lineHeight = size * 1.12
  // With a mark the name steps down, so that mark and name together sit in the middle; on a small tile the two fill
  // it, and whatever else there is gives way.
  const aside = names.length > 1 ? (marks.length ? 15 : 0) : marks.length ? 11 : -6
  const middle = y + (small && marks.length ? 15 : aside)
  const first = middle - ((names.length - 1) * lineHeight) / 2
  const last = middle + ((names.length - 1) * lineHeight) / 2
  const lift = tile.label[1] - y
  const full = small && marks.length > 0
  const under = full ? null : underRow(wish, layers, last + size / 2 + 10, tile.box.y1 - lift)
  const row = markRow(wish, markSize, first - size / 2 - 6 - markSize / 2)
  const width = Math.max(
    ...names.map((name) => textWidth(name, size)),
    row.marks.length * (markSize + 6) + (row.more > 0 ? 60 : 0),
    under?.value ? textWidth(under.value.text, 20) + 40 : 24,
  )
  return {
    code: tile.code,
    level: layers.load ? level : 0,
    x,
    lines: names.map((text, index) => ({ text, y: first + index * lineHeight })),
    ...row,
    under,
    box: {
      x0: x - width / 2,
      x1: x + width / 2,
      y0: row.marks.length ? first - size / 2 - 10 - markSize : first - size / 2,
      y1: under ? under.y + (under.value ? 11 : 7) : last + size / 2,
    },
  }
}

/**
 * Writes names where they fit at full size; the rest is named on hover, focus or selection. A town that has a mark,
 * is an outlier or is selected always gets its name, and gets it first.
 */
export function placeLabels(
  scene: Scene,
  paints: ReadonlyMap<string, TownPaint>,
  marks: readonly MapMark[],
  selected: string | null,
  layers: MapLayers,
): ReadonlyMap<string, TownLabel> {
  const wishes = scene.tiles.map((tile): Wish & { first: boolean } => {
    const paint = paints.get(tile.code)
    const own = layers.exceptions ? marks.filter((mark) => mark.code === tile.code) : []
    const chosen = tile.code === selected
    return {
      tile,
      paint,
      marks: own,
      selected: chosen,
      shift: 0,
      first: chosen || own.length > 0 || (paint?.outlier ?? false),
    }
  })
  const labels = new Map<string, TownLabel>()
  const taken: Box[] = []
  for (const wish of [...wishes.filter((w) => w.first), ...wishes.filter((w) => !w.first)]) {
    const { short } = wish.tile.town
    const names = fitLines(short, wish.tile.chord + 4, scene.nameSize) ?? (wish.first ? [short] : [])
    let label = compose(wish, names, scene, layers)
    if (wish.first) label = makeWay(label, wish, scene, layers, taken)
    else if (meetsAny(namesBox(label, scene.nameSize), taken)) label = compose(wish, [], scene, layers)
    const under = label.under && underBox(label.x, label.under)
    if (under && meetsAny(under, taken)) label = { ...label, under: null }
    taken.push(...solidBoxes(label, scene.nameSize))
    labels.set(wish.tile.code, label)
  }
  return labels
}

/** Two neighbours with marks on small tiles can touch: one then steps aside a little. */
function makeWay(
  label: TownLabel,
  wish: Wish,
  scene: Scene,
  layers: MapLayers,
  taken: readonly Box[],
): TownLabel {
  const names = label.lines.map((line) => line.text)
  const clear = (candidate: TownLabel) =>
    !solidBoxes(candidate, scene.nameSize).some((box) => meetsAny(box, taken))
  const candidates = [0, -7, 7, -12, 12].map((shift) => compose({ ...wish, shift }, names, scene, layers))
  return candidates.find(clear) ?? label
}

const meetsAny = (box: Box | null, taken: readonly Box[]): boolean =>
  box !== null && taken.some((other) => boxesMeet(box, other))

/** The letters of a name; a little less than their line, as Chinese type leaves air above and below. */
function namesBox({ x, lines }: TownLabel, size: number): Box | null {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  const half = Math.max(...lines.map((line) => textWidth(line.text, size))) / 2
  return { x0: x - half, x1: x + half, y0: first.y - size * 0.44, y1: last.y + size * 0.44 }
}

function underBox(x: number, { y, value, ring, hall }: NonNullable<TownLabel['under']>): Box {
  const half = value ? textWidth(value.text, 20) / 2 + 20 : ring !== null && hall !== null ? 16 : 6
  return { x0: x - half, x1: x + half, y0: y - (value ? 9 : 5), y1: y + (value ? 9 : 5) }
}

function solidBoxes(label: TownLabel, size: number): Box[] {
  const names = namesBox(label, size)
  const marks = label.marks.map((m) => ({
    x0: m.x - m.size / 2,
    x1: m.x + m.size / 2,
    y0: m.y - m.size / 2,
    y1: m.y + m.size / 2,
  }))
  return [...(names ? [names] : []), ...(label.under ? [underBox(label.x, label.under)] : []), ...marks]
}
