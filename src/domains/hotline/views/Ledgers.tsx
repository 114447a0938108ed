import { DAY, parseTime } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { RowList } from '../../../blocks/RowList'
import { ShareBar } from '../../../blocks/ShareBar'
import { useNow, useWall } from '../../../panel/wall-context'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { LIST_ROW } from './layout'
import styles from './Lists.module.css'

type KeyItem = NonNullable<HotlineOperation['keyItems']>[number]

/** 督办 in numbers and 重点交办 as a ledger: closed is not done until three months pass without a relapse. */
export function Ledgers({ operation }: ViewProps<HotlineDocument, 'keyItems'>) {
  const { city, region } = useWall()
  const { supervised, keyItems } = operation
  return (
    <div className={styles.column}>
      {supervised && (
        <LabelRow note="受理超 8 天未结">
          督办 <Figure metric="hotline_supervised" value={supervised.open} as="plain" /> 件
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
      <RowList
        rows={keyItems}
        keyOf={({ closedOn, title }) => `${closedOn} ${title}`}
        rowUnits={LIST_ROW}
        className={styles.rows}
        rowClass={styles.row}
      >
        {(item) => <Watched item={item} />}
      </RowList>
    </div>
  )
}

function Watched({ item: { title, closedOn, watchUntil } }: { readonly item: KeyItem }) {
  const now = useNow()
  const until = parseTime(watchUntil)
  const from = parseTime(closedOn)
  return (
    <>
      <span>{title}</span>
      <ShareBar share={(now - from) / (until - from)} className={styles.watch} />
      <span>{until > now ? `剩 ${Math.ceil((until - now) / DAY)} 天` : '已销账'}</span>
    </>
  )
}
