import { RANK } from '../contract/severity'
import type { TownLabel, UnderRow } from './label'
import type { MapMark } from './layers/layer'
import { levelIn, type Overlay, type TownPaint } from './layers/overlay'
import { reliefOf } from './relief'
import type { Tile } from './scene'
import { textWidth } from './text-size'

/** What one town would like to have written on its tile. */
export interface Wish {
  readonly tile: Tile
  readonly paint: TownPaint | undefined
  readonly marks: readonly MapMark[]
  readonly selected: boolean
  /** Sideways from the label point. */
  readonly shift: number
}

/** The row below a name, centred as one. */
function underRow(
  { tile, paint, marks, selected, shift }: Wish,
  { ramp }: Overlay,
  y: number,
  bottom: number,
): UnderRow | null {
  const squares = paint?.symbols ?? 0
  const ring = ramp && (paint?.outlier ?? false)
  // A small tile or one with a mark has no room for figures: its value stands in a note or in the list.
  const room = tile.chord >= 84 && marks.length === 0
  const text = ramp && room && (ring || selected) ? (paint?.value ?? null) : null
  if ((squares === 0 && !ring && text === null) || y + 12 > bottom) return null
  const parts = [
    ...Array.from({ length: squares }, () => ({ what: 'symbol', width: 9 })),
    ...(text === null ? [] : [{ what: 'value', width: textWidth(text, 20) }]),
    ...(ring ? [{ what: 'ring', width: 13 }] : []),
  ]
  let x =
    tile.label[0] + shift - (parts.reduce((sum, { width }) => sum + width, 0) + 7 * (parts.length - 1)) / 2
  const placed = parts.map(({ what, width }) => {
    const middle = x + width / 2
    x += width + 7
    return { what, x: middle }
  })
  const xOf = (what: string) => placed.filter((part) => part.what === what).map((part) => part.x)
  return {
    y: y + (text === null ? 0 : 5),
    symbols: xOf('symbol'),
    value: text === null ? null : { x: xOf('value')[0] ?? 0, text },
    ring: xOf('ring')[0] ?? null,
  }
}

function markRow({ tile, marks, shift }: Wish, size: number, y: number): Pick<TownLabel, 'marks'> {
  const most = tile.chord < 100 ? 2 : 3
  const worst = marks.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.no - b.no).slice(0, most)
  const step = size + 6
  return {
    // A two-digit number needs a larger mark to stay at 20u.
    marks: worst.map((mark, index) => ({
      mark,
      size: mark.no > 9 ? Math.max(size, 33) : size,
      x: tile.label[0] + shift + (index - (worst.length - 1) / 2) * step,
      y,
    })),
  }
}

/** The label of one town with its name in these lines, wherever there is room for it or not. */
export function compose(wish: Wish, names: readonly string[], size: number, overlay: Overlay): TownLabel {
  const { tile, marks } = wish
  const level = levelIn(overlay, tile.code)
  const [x, y] = [tile.label[0] + wish.shift, tile.label[1] - reliefOf(level)]
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
  const under = full ? null : underRow(wish, overlay, last + size / 2 + 10, tile.box.y1 - lift)
  const row = markRow(wish, markSize, first - size / 2 - 6 - markSize / 2)
  const more = marks.length - row.marks.length
  const nameWidth = Math.max(0, ...names.map((name) => textWidth(name, size)))
  const width = Math.max(
    nameWidth,
    row.marks.length * (markSize + 6) + (more > 0 ? 60 : 0),
    under?.value ? textWidth(under.value.text, 20) + 40 : 24,
  )
  return {
    code: tile.code,
    level,
    x,
    spills: nameWidth > tile.chord + 4,
    lines: names.map((text, index) => ({ text, y: first + index * lineHeight })),
    ...row,
    more: more > 0 ? { text: `+${more}`, x: x + width / 2 - 14, y: row.marks[0]?.y ?? 0 } : null,
    under,
    pin: null,
    box: {
      x0: x - width / 2,
      x1: x + width / 2,
      y0: row.marks.length ? first - size / 2 - 10 - markSize : first - size / 2,
      y1: under ? under.y + (under.value ? 11 : 7) : last + size / 2,
    },
  }
}
