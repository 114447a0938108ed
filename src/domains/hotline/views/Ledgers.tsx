import { DAY, parseTime } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { RowList } from '../../../blocks/RowList'
import { ShareBar } from '../../../blocks/ShareBar'
import { useNow, useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'
import { LIST_ROW } from './layout'
import styles from './Lists.module.css'

type KeyItem = NonNullable<HotlineOperation['keyItems']>[number]

/** 督办 in numbers and 重点交办 as a ledger: closed is not done until three months pass without a relapse. */
export function Ledgers({ operation }: ViewProps<HotlineDocument, 'keyItems'>) {
  const { city, region } = useScreen()
  const { supervised, keyItems } = operation
  return (
    <div className={styles.column}>
      {supervised && (
        <LabelRow note={words.ledgers.supervisedRule}>
          <Supervised {...supervised} />
        </LabelRow>
      )}
      <LabelRow note={words.ledgers.keyItemsRule}>
        {region === null ? words.ledgers.keyItems : words.ledgers.keyItemsOfAll(city.tier)}
      </LabelRow>
      <RowList
        rows={keyItems}
        keyOf={({ closedOn, title }) => `${closedOn} ${title}`}
        rowUnits={LIST_ROW}
        className={styles.rows}
        rowClass={`${styles.row} ${styles.watched}`}
      >
        {(item) => <Watched item={item} />}
      </RowList>
    </div>
  )
}

function Supervised({ open, overdue }: NonNullable<HotlineOperation['supervised']>) {
  const figure = <Figure metric="hotline_supervised" value={open} as="plain" />
  return (
    <Sentence
      of={
        overdue === undefined
          ? words.ledgers.supervised(figure)
          : words.ledgers.supervisedLate(figure, <b>{overdue}</b>)
      }
    />
  )
}

function Watched({ item: { title, closedOn, watchUntil } }: { readonly item: KeyItem }) {
  const now = useNow()
  const until = parseTime(watchUntil)
  const from = parseTime(closedOn)
  return (
    <>
      <span>{title}</span>
      <ShareBar share={(now - from) / (until - from)} />
      <span>{until > now ? words.ledgers.left(Math.ceil((until - now) / DAY)) : words.ledgers.done}</span>
    </>
  )
}
