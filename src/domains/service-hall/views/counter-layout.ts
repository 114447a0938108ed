import type { Size } from '../../../panel/define-panel'

/** How much a counter's cell can say: its whole day, its present service, number and minutes, its number, or nothing. */
export type CellLevel = 'rich' | 'full' | 'minutes' | 'number' | 'mark'

/** Least cell of each level in design units, richest first: two lines of 20u type, then one, then none. */
const LEVELS: readonly { level: CellLevel; width: number; height: number; tallest: number }[] = [
  { level: 'rich', width: 180, height: 88, tallest: 190 },
  { level: 'full', width: 92, height: 51, tallest: 84 },
  { level: 'minutes', width: 84, height: 32, tallest: 48 },
  { level: 'number', width: 42, height: 30, tallest: 60 },
  { level: 'mark', width: 14, height: 14, tallest: 28 },
]

export const CELL_GAP = 6

/** What stands around the cells: the row above them and the room below. */
const AROUND = 42
/** The line that says what a cell looks like, where cells have no room to say it themselves. */
const KEY = 34

export interface Layout {
  readonly columns: number
  readonly level: CellLevel
  readonly cell: number
}

/** Whether a cell says in words what its counter does, so that no key to its looks is needed. */
export const speaks = (level: CellLevel): boolean => level === 'rich' || level === 'full'

/** The cells of `n` counters in a panel of this size, with their key where they need one. */
export function cellsOf(n: number, { width, height }: Size): Layout {
  const keyed = layoutOf(n, width, height - AROUND - KEY)
  return speaks(keyed.level) ? layoutOf(n, width, height - AROUND) : keyed
}

/** The richest cells with which `n` counters fit a box of `width` × `height` design units. */
export function layoutOf(n: number, width: number, height: number): Layout {
  for (const { level, width: w, height: h, tallest } of LEVELS) {
    const most = Math.floor((width + CELL_GAP) / (w + CELL_GAP))
    if (most < 1) continue
    const rows = Math.ceil(n / most)
    if (rows * (h + CELL_GAP) - CELL_GAP > height) continue
    const cell = Math.min(tallest, Math.floor((height + CELL_GAP) / rows - CELL_GAP))
    return { columns: Math.min(most, Math.ceil(n / rows)), level, cell }
  }
  const columns = Math.max(1, Math.floor((width + CELL_GAP) / (14 + CELL_GAP)))
  return { columns, level: 'mark', cell: 12 }
}
