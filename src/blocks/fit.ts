import type { Size } from '../panel/define-panel'

/** Height of a row in design units, or what it comes to in the room there is. */
export type RowUnits<Row> = number | ((room: Size, row: Row) => number)

/** How many rows stand beside each other on one line, or how many there is room for. */
export type Columns = number | ((room: Size) => number)

/** How many `rows`, from the first, stand in full in `room`; a line is as tall as the tallest row in it. */
export function mostOf<Row>(
  rows: readonly Row[],
  rowUnits: RowUnits<Row>,
  columns: Columns,
  room: Size,
): number {
  const heightOf = (row: Row) => (typeof rowUnits === 'number' ? rowUnits : rowUnits(room, row))
  const beside = typeof columns === 'number' ? columns : columns(room)
  let used = 0
  for (let most = 0; most < rows.length; most += beside) {
    used += Math.max(...rows.slice(most, most + beside).map(heightOf))
    if (used > room.height + 0.5) return most
  }
  return rows.length
}

/** Height in u of each of `rows` that share `room`: few stand apart, up to `most`, many as close as `least`. */
export const sharedRow = (room: number, rows: number, least: number, most: number): number =>
  Math.min(Math.max(least, Math.floor(room / Math.max(1, rows))), most)
