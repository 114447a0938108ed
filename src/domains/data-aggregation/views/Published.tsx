import type { Figure } from '../../../contract/figure'
import { usePanel } from '../../../panel/panel-scope'
import { PrintedFigure } from '../../../panel/Rail'
import { useRows } from '../../../blocks/use-rows'
import { StateGlyph } from '../../../ui/StateGlyph'
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
export function Published({ document }: { readonly document: DataDocument }) {
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
        <Ledger figures={published} columns={contradictions.length > 0 ? 1 : 2} />
      ) : (
        <Missing />
      )}
    </div>
  )
}

interface LedgerProps {
  readonly figures: readonly Figure[]
  /** Columns a wide panel has room for. */
  readonly columns: 1 | 2
}

function Ledger({ figures, columns }: LedgerProps) {
  const { openInfo } = usePanel()
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const sorted = figures.toSorted((a, b) => rank(a) - rank(b))
  const more = (n: number) => sorted.length - n * rows
  return (
    <div className={styles.ledger} data-columns={columns}>
      <ul ref={list} className={styles.list}>
        {sorted.slice(0, columns * rows).map((figure, i) => (
          <li key={figure.id} className={i < rows ? styles.row : `${styles.row} ${styles.second}`}>
            <span>
              {figure.label}
              <i>{figure.role === 'target' ? `${figure.period} 目标` : figure.period}</i>
            </span>
            <PrintedFigure figure={figure} />
          </li>
        ))}
      </ul>
      {more(1) > 0 && (
        <button type="button" className={`${styles.more} ${styles.one}`} onClick={openInfo}>
          另 {more(1)} 项 ›
        </button>
      )}
      {more(columns) > 0 && (
        <button type="button" className={`${styles.more} ${styles.two}`} onClick={openInfo}>
          另 {more(columns)} 项 ›
        </button>
      )}
    </div>
  )
}

function Missing() {
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  return (
    <div className={styles.missing}>
      <p>因此不显示，也不以 0 或演示数据代替：</p>
      <ul ref={list}>
        {MISSING.slice(0, rows).map((name) => (
          <li key={name}>
            {name}
            <b>—</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
