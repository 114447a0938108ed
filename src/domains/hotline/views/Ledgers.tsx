import { parseTime } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { useRows } from '../../../blocks/use-rows'
import { useNow, useWall } from '../../../panel/wall-context'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument } from '../contract'
import styles from './Lists.module.css'

const DAY_MS = 86_400_000

/** 督办 in numbers and 重点交办 as a ledger: closed is not done until three months pass without a relapse. */
export function Ledgers({ operation }: ViewProps<HotlineDocument, 'keyItems'>) {
  const now = useNow()
  const { city, region } = useWall()
  const [list, rows] = useRows<HTMLUListElement>(38)
  const { supervised, keyItems } = operation
  return (
    <div className={styles.column}>
      {supervised && (
        <LabelRow note="受理超 8 天未结">
          督办{' '}
          <b data-metric="hotline_supervised" data-value={supervised.open}>
            {supervised.open}
          </b>{' '}
          件
          {supervised.overdue !== undefined && (
            <>
              ，其中超期 <b>{supervised.overdue}</b> 件
            </>
          )}
        </LabelRow>
      )}
      <LabelRow note="监控 3 个月后销账">
        {region === null ? '重点交办' : `重点交办（全${city.tier}）`}
      </LabelRow>
      <ul ref={list} className={styles.rows}>
        {keyItems.slice(0, rows).map((item) => {
          const until = parseTime(item.watchUntil)
          const from = parseTime(item.closedOn)
          return (
            <li key={`${item.closedOn} ${item.title}`} className={styles.row}>
              <span>{item.title}</span>
              <span className={styles.watch} aria-hidden="true">
                <i style={{ width: `${Math.min(100, ((now - from) / (until - from)) * 100)}%` }} />
              </span>
              <span>{until > now ? `剩 ${Math.ceil((until - now) / DAY_MS)} 天` : '已销账'}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
