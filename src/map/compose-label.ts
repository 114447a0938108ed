import { RANK } from '../contract/severity'
import type { Line, TownLabel } from './label'
import type { MapMark, TileTown } from './layers/layer'
import type { Box } from './rings'
import type { Tile } from './scene'
import { textWidth } from './text-size'

/** What one town would like to have written on its tile. */
export interface Wish {
  readonly tile: Tile
  readonly town: TileTown | undefined
  readonly marks: readonly MapMark[]
}

/** How much of that is written. */
export interface Form {
  readonly names: readonly string[]
  /** Height of the curve, u; 0 for none. */
  readonly curve: number
  readonly value: boolean
  readonly note: boolean
  readonly marks: readonly MapMark[]
  /** Sideways from the label point. */
  readonly shift: number
}

const GAP = 2
/** Between a value and its note. */
const SPACE = 8
/** Height of a line over the size of its letters. */
export const LINE = 1.08
/** A curve is no wider than this, whatever the tile. */
const WIDEST = 2.6

const byWeight = (marks: readonly MapMark[]) =>
  marks.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.no - b.no)

function markRow({ tile }: Wish, { marks, shift }: Form, size: number, top: number) {
  const large = size > 24 ? 36 : size === 24 ? 34 : 28
  const worst = byWeight(marks).slice(0, tile.chord < 100 ? 2 : 3)
  const y = top - 2 - large / 2
  const x = (index: number) => tile.label[0] + shift + (index - (worst.length - 1) / 2) * (large + 4)
  const more = marks.length - worst.length
  return {
    marks: worst.map((mark, index) => ({
      mark,
      // A two-digit number needs a larger mark to stay at 20u.
      size: mark.no > 9 ? Math.max(large, 33) : large,
      x: x(index),
      y,
    })),
    more: more > 0 ? { text: `+${more}`, x: x(worst.length) - 2, y } : null,
  }
}

/** Value and note side by side, centred as one. */
function valueRow({ town }: Wish, form: Form, size: number, x: number, y: number) {
  const text = form.value ? (town?.value ?? null) : null
  const aside = form.note && text !== null ? (town?.note ?? null) : null
  if (text === null) return { value: null, note: null }
  const [width, extra] = [textWidth(text, size), aside === null ? 0 : SPACE + textWidth(aside, size)]
  const from = x - (width + extra) / 2
  const note: Line | null =
    aside === null ? null : { text: aside, x: from + width + SPACE + (extra - SPACE) / 2, y }
  return { value: { text, x: from + width / 2, y }, note }
}

/** The label of one town in this form, wherever there is room for it or not: name, curve and value one below the other. */
export function compose(wish: Wish, form: Form, size: number): TownLabel {
  const { tile, town } = wish
  const [x, y] = [tile.label[0] + form.shift, tile.label[1]]
  const line = size * LINE
  const value = form.value && town?.value != null
  const curve = form.curve > 0 && town?.course ? form.curve : 0
  const height = form.names.length * line + (curve > 0 ? curve + 2 * GAP : 0) + (value ? line : 0)
  const top = y - height / 2
  const under = top + form.names.length * line
  const width = Math.max(0, ...form.names.map((name) => textWidth(name, size)))
  const half = Math.min(tile.chord * 0.42, (curve * WIDEST) / 2)
  const box: Box = { x0: x - half, x1: x + half, y0: under + GAP, y1: under + GAP + curve }
  return {
    code: tile.code,
    spills: width > tile.chord + 4,
    lines: form.names.map((text, index) => ({ text, x, y: top + (index + 0.5) * line })),
    curve: curve > 0 ? box : null,
    ...valueRow(wish, form, size, x, top + height - line / 2),
    ...markRow(wish, form, size, top),
    pin: null,
  }
}

/** The worst of these marks alone. */
export const worstOf = (marks: readonly MapMark[]) => byWeight(marks).slice(0, 1)
