import type { CityDocument } from '../contract/document'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PublishedLedger.module.css'
import { usePanel } from './panel-scope'
import { PrintedFigure } from './Rail'
import { useRows } from './use-rows'

const ROW = 40

/**
 * What a city published in this domain, each figure with its period, and why there is nothing live where there is not.
 * Shows what fits and says how many more there are.
 */
export function PublishedLedger({ document }: { readonly document: CityDocument }) {
  const { openInfo } = usePanel()
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const { absence, published, contradictions } = document
  const shown = published.slice(0, rows)
  return (
    <div className={styles.box}>
      {absence && (
        <div className={styles.absence} role="status">
          <p className={styles.kind}>
            <StateGlyph glyph={absence.kind} />
            {absence.kind === 'not-built' ? '未建设' : absence.kind === 'no-permission' ? '无权限' : '未接入'}
          </p>
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
            <p key={s.fact} className={styles.row}>
              <span>{s.label}</span>
              <b>{s.value}</b>
            </p>
          ))}
          <p className={styles.source}>{c.arithmetic}</p>
        </div>
      ))}
      <ul ref={list} className={styles.list}>
        {shown.map((figure) => (
          <li key={figure.id} className={styles.row}>
            <span>
              {figure.label}
              <i>{figure.role === 'actual' ? figure.period : `${figure.period} ${ROLES[figure.role]}`}</i>
            </span>
            <PrintedFigure figure={figure} />
          </li>
        ))}
        {published.length === 0 && <li className={styles.source}>该文件在本领域没有公布数字</li>}
      </ul>
      {published.length > shown.length && (
        <button type="button" className={styles.more} onClick={openInfo}>
          另 {published.length - shown.length} 项 ›
        </button>
      )}
    </div>
  )
}

const ROLES = {
  actual: '',
  target: '目标',
  baseline: '改革前',
  limit: '限值',
  plan: '计划',
  change: '变化',
  rank: '排名',
} as const
