import type { Figure } from '../../../contract/figure'
import type { Room } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { PrintedFigure } from '../../../panel/Rail'
import { RowList } from '../../../blocks/RowList'
import { useFit } from '../../../blocks/use-fit'
import { words as panelWords } from '../../../panel/words'
import { StateGlyph } from '../../../ui/StateGlyph'
import { words } from '../words'
import { columnsIn } from './layout'
import styles from './Published.module.css'
import { PUBLISHED } from './published-order'
import type { DataDocument } from '../contract'

const ROW = 44

const rank = ({ metric }: Figure) => {
  const at = PUBLISHED.indexOf(metric)
  return at < 0 ? PUBLISHED.length : at
}

/** The city's own printed figures on data, most telling first, with what contradicts itself printed side by side. */
export function Published({ document, size }: Room & { readonly document: DataDocument }) {
  const { absence, contradictions, published } = document
  return (
    <div className={styles.box}>
      {absence && (
        <div className={styles.absence} role="status">
          <StateGlyph glyph={absence.kind} />
          <b>{panelWords.state[absence.kind]}</b>
          <p>{absence.reason}</p>
          <p className={styles.source}>{panelWords.notice.basis(absence.source)}</p>
        </div>
      )}
      {contradictions.map((c) => (
        <div key={c.id} className={styles.clash}>
          <p className={styles.kind}>
            <StateGlyph glyph="clash" />
            {panelWords.clashOf(c.title)}
          </p>
          {c.statements.map((s) => (
            <p key={s.fact} className={styles.statement}>
              <span>{s.label}</span>
              <b>{s.value}</b>
            </p>
          ))}
          <p className={styles.source}>{c.arithmetic}</p>
        </div>
      ))}
      {published.length > 0 ? (
        <Ledger figures={published} columns={contradictions.length > 0 ? 1 : columnsIn(size)} />
      ) : (
        <Missing />
      )}
    </div>
  )
}

interface LedgerProps {
  readonly figures: readonly Figure[]
  readonly columns: 1 | 2
}

function Ledger({ figures, columns }: LedgerProps) {
  const { openInfo } = usePanel()
  const sorted = figures.toSorted((a, b) => rank(a) - rank(b))
  const { ref, shown: first } = useFit(sorted, ROW)
  const shown = sorted.slice(0, columns * first.length)
  const left = sorted.length - shown.length
  return (
    <div className={styles.ledger} data-columns={columns}>
      <ul ref={ref} className={styles.list}>
        {shown.map((figure) => (
          <li key={figure.id} className={styles.row}>
            <span>
              {figure.label}
              <i>{figure.role === 'target' ? words.published.target(figure.period) : figure.period}</i>
            </span>
            <PrintedFigure figure={figure} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={openInfo}>
          {words.published.more(left)}
        </button>
      )}
    </div>
  )
}

function Missing() {
  return (
    <div className={styles.missing}>
      <p>{words.published.gap}</p>
      <RowList rows={words.published.missing} keyOf={(name) => name} rowUnits={ROW}>
        {(name) => (
          <>
            {name}
            <b>—</b>
          </>
        )}
      </RowList>
    </div>
  )
}
