import type { CityDocument } from '../contract/document'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PublishedLedger.module.css'
import { usePanel } from '../panel/panel-scope'
import { PrintedFigure } from '../panel/Rail'
import { useBox } from './use-box'
import type { Figure } from '../contract/figure'

/** Heights in u of a row whose words take one line and two. */
const ROW = 40
const TWO_LINES = 66

/** Width in u of 20u type: Chinese characters are square, the rest a little over half of that. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 20 : 11.8), 0)

const periodOf = (figure: Figure) =>
  figure.role === 'actual' ? figure.period : `${figure.period} ${ROLES[figure.role]}`

/** How many rows stand in the box in full; a row with long words takes two lines and is counted so. */
function thatFit(figures: readonly Figure[], width: number, height: number): number {
  let used = 0
  const first = figures.findIndex((figure) => {
    const { lead, figure: digits, tail } = figure.printed
    const words = widthOf(figure.label) + 8 + widthOf(periodOf(figure))
    const value = (widthOf(lead) + widthOf(digits)) * 1.4 + widthOf(tail) + 12
    used += words + value + 16 > width ? TWO_LINES : ROW
    return used > height
  })
  return first === -1 ? figures.length : first
}

/**
 * What a city published in this domain, each figure with its period, and why there is nothing live where there is not.
 * Shows what fits and says how many more there are.
 */
export function PublishedLedger({ document }: { readonly document: CityDocument }) {
  const { openInfo } = usePanel()
  const [list, { width, height }] = useBox<HTMLUListElement>()
  const { absence, published, contradictions } = document
  const shown = published.slice(0, thatFit(published, width, height))
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
              <i>{periodOf(figure)}</i>
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
