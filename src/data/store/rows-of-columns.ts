import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import { words } from './words'

/** Reads one cell of a column; undefined where there is none at that place. */
type CellAt = (row: number) => unknown

/** A column is a list of its cells, or `{ values, at }`: the few values there are, and for each row the place of its own, from 0. */
function columnOf(name: string, column: unknown): { readonly length: number; readonly cell: CellAt } {
  const own = listOf(column)
  if (own) return { length: own.length, cell: (row) => own[row] }
  const [values, at] = isRecord(column) ? [listOf(column['values']), listOf(column['at'])] : []
  if (!values || !at) throw new DataFault('contract', words.noColumnOf, name)
  return {
    length: at.length,
    cell(row) {
      const place = at[row]
      return typeof place === 'number' ? values[place] : place
    },
  }
}

const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined)

/**
 * The rows of an answer that gives them by the column: a third of the bytes where there are hundreds of thousands. A place that no value
 * stands at is missing in its row, which costs that row.
 * @throws DataFault contract where it is no table, or a column is longer or shorter than the first
 */
export function rowsOfColumns(found: unknown, from: string): readonly object[] {
  if (!isRecord(found)) throw new DataFault('contract', words.noColumns, from)
  const columns = Object.entries(found).map(([name, column]) => ({ name, ...columnOf(name, column) }))
  const size = columns[0]?.length ?? 0
  const uneven = columns.find(({ length }) => length !== size)
  if (uneven) throw new DataFault('contract', words.uneven(uneven.length, size), uneven.name)
  return Array.from({ length: size }, (_, row) => {
    const cells: Record<string, unknown> = {}
    for (const { name, cell } of columns) {
      const value = cell(row)
      if (value !== undefined) cells[name] = value
    }
    return cells
  })
}
