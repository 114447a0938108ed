import type { ReactNode } from 'react'
import type { Size } from '../panel/define-panel'
import type { Columns, RowUnits } from './fit'
import { useFit } from './use-fit'

export interface RowListProps<Row> {
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly rowUnits: RowUnits<Row>
  readonly columns?: Columns | undefined
  /** How many there are in all, where the source counts more than it lists. */
  readonly total?: number | undefined
  readonly className?: string | undefined
  readonly rowClass?: string | undefined
  /** Stands in place of the rows when there are none. */
  readonly none?: ReactNode
  /** Says under the list how many more there are; not drawn when all are shown, nor before the list has any room. */
  readonly more?: (left: number) => ReactNode
  /** What stands in one row. `room` is null where nothing is laid out. */
  readonly children: (row: Row, room: Size | null) => ReactNode
}

/** A list that shows the rows that fit, from the first, and says how many more there are. */
export function RowList<Row>({
  rows,
  keyOf,
  rowUnits,
  columns,
  total = rows.length,
  className,
  rowClass,
  none,
  more,
  children,
}: RowListProps<Row>) {
  const { ref, shown, room } = useFit(rows, rowUnits, columns)
  const left = total - shown.length
  return (
    <>
      <ul ref={ref} className={className}>
        {shown.map((row) => (
          <li key={keyOf(row)} className={rowClass}>
            {children(row, room)}
          </li>
        ))}
        {rows.length === 0 && none !== undefined && <li>{none}</li>}
      </ul>
      {more && left > 0 && (shown.length > 0 || rows.length === 0) && more(left)}
    </>
  )
}
