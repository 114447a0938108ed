import type { Level, MapMark } from './layers/layer'
import { type Box, boxesMeet, type Point } from './rings'
import { PIN, textWidth } from './text-size'

/** What is written on one tile, with positions in u (middle of each thing). */
export interface TownLabel {
  readonly code: string
  readonly level: Level
  readonly x: number
  /** The name is wider than its tile and stands on others' colours as well. */
  readonly spills: boolean
  readonly lines: readonly { readonly text: string; readonly y: number }[]
  readonly marks: readonly {
    readonly mark: MapMark
    readonly x: number
    readonly y: number
    readonly size: number
  }[]
  /** How many marks found no room beside the others. */
  readonly more: { readonly text: string; readonly x: number; readonly y: number } | null
  readonly under: UnderRow | null
  /** Stands for a label that had to be written and has no room at all. */
  readonly pin: Point | null
  /** Around everything, to keep dots and leader lines away. */
  readonly box: Box
}

/** The row below a name: squares, value, outlier ring. */
export interface UnderRow {
  readonly y: number
  readonly symbols: readonly number[]
  readonly value: { readonly x: number; readonly text: string } | null
  readonly ring: number | null
}

/** The letters of a name; a little less than their line, as Chinese type leaves air above and below. */
export function namesBox({ x, lines }: TownLabel, size: number): Box | null {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  const half = Math.max(...lines.map((line) => textWidth(line.text, size))) / 2
  return { x0: x - half, x1: x + half, y0: first.y - size * 0.44, y1: last.y + size * 0.44 }
}

export function underBox(x: number, { y, value, ring, symbols }: UnderRow): Box {
  const squares = Math.max(0, symbols.length - 1) * 8
  const half =
    squares + (value ? textWidth(value.text, 20) / 2 + 20 : ring !== null && symbols.length > 0 ? 16 : 6)
  return { x0: x - half, x1: x + half, y0: y - (value ? 9 : 5), y1: y + (value ? 9 : 5) }
}

/** Everything of a label that nothing else may stand on. */
export function solidBoxes(label: TownLabel, size: number): Box[] {
  const names = namesBox(label, size)
  const marks = label.marks.map(({ x, y, size: s }) => around([x, y], s / 2, s / 2))
  const { under, more, pin } = label
  return [
    ...(names ? [names] : []),
    ...(under ? [underBox(label.x, under)] : []),
    ...marks,
    ...(more ? [around([more.x, more.y], textWidth(more.text, 20) / 2, 9)] : []),
    ...(pin ? [around(pin, PIN, PIN)] : []),
  ]
}

const around = ([x, y]: Point, dx: number, dy: number): Box => ({
  x0: x - dx,
  x1: x + dx,
  y0: y - dy,
  y1: y + dy,
})

/** What has been written so far, and where else nothing may stand. */
export class Written {
  private readonly taken: Box[]
  private readonly width: number
  private readonly height: number

  constructor({ width, height }: { width: number; height: number }, taken: readonly Box[]) {
    this.taken = [...taken]
    this.width = width
    this.height = height
  }

  isFree(box: Box): boolean {
    return !this.taken.some((other) => boxesMeet(box, other))
  }

  /** Whether a label as a whole is on the canvas and on nothing else. */
  hasRoom(label: TownLabel, size: number): boolean {
    return solidBoxes(label, size).every(
      (box) =>
        box.x0 >= 0 && box.y0 >= 0 && box.x1 <= this.width && box.y1 <= this.height && this.isFree(box),
    )
  }

  add(label: TownLabel, size: number): void {
    this.taken.push(...solidBoxes(label, size))
  }
}
