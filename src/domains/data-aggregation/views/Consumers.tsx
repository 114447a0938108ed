import { countText } from '../../../lib/format'
import { severityLevel } from '../../../panel/PanelFrame'
import { usePanel } from '../../../panel/panel-scope'
import { useRows } from '../../../blocks/use-rows'
import { SeverityMark } from '../../../ui/SeverityMark'
import { useUnit } from '../../../ui/unit'
import type { WholeData } from '../contract'
import styles from './Sharing.module.css'

const ROW = 32

type Consumer = Pick<WholeData['sharing']['consumers'][number], 'id' | 'name' | 'calls'>

/** Who calls the interfaces most today; how many others there are. */
export function Consumers({ consumers }: { readonly consumers: readonly Consumer[] }) {
  const { marks } = usePanel()
  const u = useUnit()
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const sorted = consumers.toSorted((a, b) => b.calls - a.calls)
  const most = Math.max(1, sorted[0]?.calls ?? 1)
  return (
    <div className={styles.consumers}>
      <p className={styles.heading}>
        使用方 {consumers.length} 家 <span>次</span>
      </p>
      <ul ref={list} className={styles.rows}>
        {sorted.slice(0, rows).map((consumer) => {
          const mark = marks.find((m) => m.subject === consumer.id)
          return (
            <li key={consumer.id}>
              <span>{consumer.name}</span>
              <i className={styles.bar}>
                <i style={{ width: `${(consumer.calls / most) * 100}%` }} />
              </i>
              {mark && <SeverityMark severity={severityLevel(mark.severity)} no={mark.no} size={22 * u} />}
              <b>{countText(consumer.calls)}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
