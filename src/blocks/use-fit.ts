import { use } from 'react'
import type { Size } from '../panel/define-panel'
import { LeastRow, MediumContext } from '../panel/room'
import { useSize } from '../panel/use-size'
import { mostOf, type Columns, type RowUnits } from './fit'

/** Rows shown where nothing is laid out, or on paper: all of them, within reason. */
const ALL = 60

/** The room of an element in design units; null where nothing is laid out and on paper, which have room for everything. */
export function useRoom(): [ref: (element: HTMLElement | null) => void, room: Size | null] {
  const medium = use(MediumContext)
  const [ref, measured] = useSize()
  return [ref, medium === 'print' ? null : measured]
}

/** Height in u of a row that can be pressed, `units` where no finger asks for more. */
export const useRow = (units: number): number => Math.max(units, use(LeastRow))

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
 * shows all.
 */
export function useFit<Row>(rows: readonly Row[], rowUnits: RowUnits<Row>, columns: Columns = 1): Fit<Row> {
  const [ref, room] = useRoom()
  const shown = rows.slice(0, room ? mostOf(rows, rowUnits, columns, room) : ALL)
  return { ref, shown, left: rows.length - shown.length, room }
}
