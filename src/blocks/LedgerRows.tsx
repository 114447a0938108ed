import type { Figure } from '../contract/figure'
import { usePanel } from '../panel/panel-scope'
import { PrintedFigure } from '../panel/Rail'
import { rowUnitsOf } from './ledger-fit'
import styles from './LedgerRows.module.css'
import { useFit } from './use-fit'
import { words } from './ledger-words'

/** Height of a row of one line. */
const ROW = 44

export interface LedgerRowsProps {
  readonly figures: readonly Figure[]
  /** How many rows of one line stand beside each other; without it a row has the whole width and may take two lines. */
  readonly columns?: 1 | 2 | undefined
}

/** Published figures with their periods, one a row: as many as fit, and how many more there are. */
export function LedgerRows({ figures, columns }: LedgerRowsProps) {
  const { openInfo } = usePanel()
  const { ref, shown, left } = useFit(figures, columns === undefined ? rowUnitsOf : ROW, columns)
  return (
    <div className={styles.ledger} data-columns={columns}>
      <ul ref={ref} className={styles.list}>
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
