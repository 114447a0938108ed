import { rateText, signed } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { severityLevel } from '../../../panel/PanelFrame'
import { usePanel } from '../../../panel/panel-scope'
import { useRows } from '../../../blocks/use-rows'
import { SeverityMark } from '../../../ui/SeverityMark'
import { useUnit } from '../../../ui/unit'
import type { HotlineDocument } from '../contract'
import styles from './Lists.module.css'

const LABEL = '办结后 30 日内再诉'

/** Orders that come back after they were closed: the rate, and the places to be treated at the root. */
export function Repeats({ operation }: ViewProps<HotlineDocument, 'repeats'>) {
  const { marks } = usePanel()
  const u = useUnit()
  const [list, rows] = useRows<HTMLUListElement>(38)
  const { rate, weeks = [], clusters } = operation.repeats
  const [last, before] = [weeks.at(-1), weeks.at(-2)]
  if (!clusters)
    return <FigureGrid items={[{ metric: 'hotline_repeat_rate', measure: rate, label: LABEL }]} />
  return (
    <div className={styles.column}>
      <div className={styles.figures}>
        <MetricFigure metric="hotline_repeat_rate" measure={rate} size="key" label={LABEL} />
        {last && (
          <p className={styles.side}>
            {last.label} <b>{rateText(last.rate)}%</b>
            <br />
            较前周 {before ? `${signed(last.rate - before.rate, 1)} 个百分点` : '—'}
          </p>
        )}
      </div>
      <ul ref={list} className={styles.rows}>
        {clusters.slice(0, rows).map((cluster) => {
          const mark = marks.find((m) => m.subject === cluster.key)
          return (
            <li key={cluster.key} className={styles.row}>
              <span>
                {cluster.town} · {cluster.topic}
              </span>
              {mark && <SeverityMark severity={severityLevel(mark.severity)} no={mark.no} size={24 * u} />}
              <span>
                <b>{cluster.count}</b> 件 <i>/ 30 日</i>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
