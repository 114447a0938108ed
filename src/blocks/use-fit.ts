import { use } from 'react'
import type { Size } from '../panel/define-panel'
import { MediumContext } from '../panel/room'
import { useSize } from '../panel/use-size'

/** Rows shown where nothing is laid out, or on paper: all of them, within reason. */
const ALL = 60

export interface Fit<Row> {
  /** Goes to the element whose room counts. */
  readonly ref: (element: HTMLElement | null) => void
  /** As many as stand in it in full, from the first. */
  readonly shown: readonly Row[]
  /** How many more there are than stand in it. */
  readonly left: number
  /** The room of the list, null where nothing is laid out. */
  readonly room: Size | null
}

/**
 * As many rows as fit: a wall shows what fits and says how many more there are, it never scrolls and never shrinks type; paper
 * shows all. `rowUnits` is the height of one row in design units, or what it comes to in the room there is.
 */
export function useFit<Row>(rows: readonly Row[], rowUnits: number | ((room: Size) => number)): Fit<Row> {
  const medium = use(MediumContext)
  const [ref, measured] = useSize()
  const room = medium === 'print' ? null : measured
  const units = room && (typeof rowUnits === 'number' ? rowUnits : rowUnits(room))
  const most = room && units ? Math.max(0, Math.floor((room.height + 0.5) / units)) : ALL
  const shown = rows.slice(0, most)
  return { ref, shown, left: rows.length - shown.length, room }
}
