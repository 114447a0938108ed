import type { Figure } from '../contract/figure'
import type { Size } from '../panel/define-panel'
import { usePanel } from '../panel/panel-scope'
import { PrintedFigure } from '../panel/Rail'
import { besideIn, rowUnitsOf } from './ledger-fit'
import styles from './LedgerRows.module.css'
import { useFit } from './use-fit'
import { words } from './ledger-words'

/** Height of a row of one line. */
const ROW = 44

export interface LedgerRowsProps {
  readonly figures: readonly Figure[]
  /**
   * How many rows of one line stand beside each other. Without it a row may take two lines and has the whole width, or half of it
   * where that is wide and shows more.
   */
  readonly columns?: 1 | 2 | undefined
}

/** Published figures with their periods, one a row: as many as fit, and how many more there are. */
export function LedgerRows({ figures, columns }: LedgerRowsProps) {
  const { openInfo } = usePanel()
  const own = columns === undefined
  const besides = (within: Size) => (own ? besideIn(within, figures) : columns)
  const unitsOf = (within: Size, figure: Figure) => (own ? rowUnitsOf(within, figure, besides(within)) : ROW)
  const { ref, shown, left, room } = useFit(figures, unitsOf, besides)
  return (
    <div className={styles.ledger} data-columns={columns}>
      <ul ref={ref} className={styles.list} data-beside={(own && room && besides(room) > 1) || undefined}>
        {shown.map((figure) => (
          <li key={figure.id} className={styles.row}>
            <span>
              {figure.label}
              <i>{words.period(figure)}</i>
            </span>
            <PrintedFigure figure={figure} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={openInfo}>
          {words.more(left)}
        </button>
      )}
    </div>
  )
}
