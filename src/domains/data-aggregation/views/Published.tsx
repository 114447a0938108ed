import type { Figure } from '../../../contract/figure'
import type { Room } from '../../../panel/define-panel'
import { usePanel } from '../../../panel/panel-scope'
import { PrintedFigure } from '../../../panel/Rail'
import { RowList } from '../../../blocks/RowList'
import { useFit } from '../../../blocks/use-fit'
import { StateGlyph } from '../../../ui/StateGlyph'
import { columnsIn } from './layout'
import styles from './Published.module.css'
import { PUBLISHED } from './published-order'
import type { DataDocument } from '../contract'

const ROW = 44
const ABSENT = { 'not-built': '未建设', 'not-connected': '未接入', 'no-permission': '无权限' } as const
/** What a city without a data platform does not show, so that nobody takes the gap for a nought. */
const MISSING = ['汇聚总量与日入库', '归集部门', '目录与挂载率', '共享调用', '问题数据', '上级回流']

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
          <b>{ABSENT[absence.kind]}</b>
          <p>{absence.reason}</p>
          <p className={styles.source}>依据：{absence.source}</p>
        </div>
      )}
      {contradictions.map((c) => (
        <div key={c.id} className={styles.clash}>
          <p className={styles.kind}>
            <StateGlyph glyph="clash" />
            口径待核 · {c.title}
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
              <i>{figure.role === 'target' ? `${figure.period} 目标` : figure.period}</i>
            </span>
            <PrintedFigure figure={figure} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={openInfo}>
          另 {left} 项 ›
        </button>
      )}
    </div>
  )
}

function Missing() {
  return (
    <div className={styles.missing}>
      <p>因此不显示，也不以 0 或演示数据代替：</p>
      <RowList rows={MISSING} keyOf={(name) => name} rowUnits={ROW}>
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
