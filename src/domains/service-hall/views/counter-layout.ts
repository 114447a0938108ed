/** How much a counter's cell can say: its whole day, its present service, number and minutes, its number, or nothing. */
export type CellLevel = 'rich' | 'full' | 'minutes' | 'number' | 'mark'

/** Least cell of each level in design units, richest first: two lines of 20u type, then one, then none. */
const LEVELS: readonly { level: CellLevel; width: number; height: number; tallest: number }[] = [
  { level: 'rich', width: 180, height: 88, tallest: 116 },
  { level: 'full', width: 92, height: 51, tallest: 84 },
  { level: 'minutes', width: 84, height: 32, tallest: 48 },
  { level: 'number', width: 42, height: 30, tallest: 60 },
  { level: 'mark', width: 14, height: 14, tallest: 28 },
]

export const CELL_GAP = 6

/** The richest cells with which `n` counters fit a box of `width` × `height` design units. */
export function layoutOf(
  n: number,
  width: number,
  height: number,
): { readonly columns: number; readonly level: CellLevel; readonly cell: number } {
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
