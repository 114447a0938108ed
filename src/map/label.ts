import type { MapMark } from './layers/layer'
import { type Box, boxesMeet, type Point } from './rings'
import { PIN, textWidth } from './text-size'

/** A piece of text, with the middle of its line. In u. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What is written on one tile, with positions in u (middle of each thing). */
export interface TownLabel {
  readonly code: string
  /** The name is wider than its tile and stands on others' colours as well. */
  readonly spills: boolean
  readonly lines: readonly Line[]
  /** Where its curve is drawn; null without one. */
  readonly curve: Box | null
  readonly value: Line | null
  readonly note: Line | null
  readonly marks: readonly {
    readonly mark: MapMark
    readonly x: number
    readonly y: number
    readonly size: number
  }[]
  /** How many marks found no room beside the others. */
  readonly more: Line | null
  /** Stands for a label that had to be written and has no room at all. */
  readonly pin: Point | null
}

/** The letters of a line; a little less than the line, as Chinese type leaves air above and below. */
function inkOf({ text, x, y }: Line, size: number): Box {
  const half = textWidth(text, size) / 2
  return { x0: x - half, x1: x + half, y0: y - size * 0.44, y1: y + size * 0.44 }
}

/** Names, value and curve: what has to lie on the tile itself. */
export function bodyBoxes({ lines, value, note, curve }: TownLabel, size: number): Box[] {
  const texts = [...lines, ...(value ? [value] : []), ...(note ? [note] : [])]
  return [...texts.map((line) => inkOf(line, size)), ...(curve ? [curve] : [])]
}

/** Everything of a label that nothing else may stand on. */
function solidBoxes(label: TownLabel, size: number): Box[] {
  const { marks, more, pin } = label
  return [
    ...bodyBoxes(label, size),
    ...marks.map(({ x, y, size: s }) => around([x, y], s / 2, s / 2)),
    ...(more ? [inkOf(more, 20)] : []),
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
