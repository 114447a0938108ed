import { DAY, parseTime } from '../../../lib/calendar'
import type { ViewProps } from '../../../panel/define-panel'
import { LedFigure } from '../../../blocks/LedFigure'
import { RowLead } from '../../../blocks/RowLead'
import { RowList } from '../../../blocks/RowList'
import { ShareBar } from '../../../blocks/ShareBar'
import { useRow } from '../../../blocks/use-fit'
import { useNow, useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'
import { LIST_ROW } from './layout'
import styles from './Lists.module.css'

type KeyItem = NonNullable<HotlineOperation['keyItems']>[number]

/** What tells one item from the others: it has no number. */
const nameOfItem = ({ closedOn, title }: KeyItem) => `${closedOn} ${title}`

/** 督办 in numbers and 重点交办 as a ledger: closed is not done until three months pass without a relapse. */
export function Ledgers({ operation }: ViewProps<HotlineDocument, 'keyItems'>) {
  const { city, region } = useScreen()
  const { supervised, keyItems } = operation
  const row = useRow(LIST_ROW)
  return (
    <div className={styles.column}>
      {supervised && (
        <LabelRow note={words.ledgers.supervisedRule}>
          <Supervised {...supervised} />
        </LabelRow>
      )}
      <LabelRow note={words.ledgers.keyItemsRule}>
        <Sentence
          of={words.ledgers.keyItems(
            <LedFigure metric="hotline_key_items" value={keyItems.length} />,
            region === null ? null : city.tier,
          )}
        />
      </LabelRow>
      <RowList rows={keyItems} keyOf={nameOfItem} rowUnits={row} className={styles.rows}>
        {(item) => <Watched item={item} />}
      </RowList>
    </div>
  )
}

function Supervised({ open, overdue }: NonNullable<HotlineOperation['supervised']>) {
  const figure = <LedFigure metric="hotline_supervised" value={open} />
  return (
    <Sentence
      of={
        overdue === undefined
          ? words.ledgers.supervised(figure)
          : words.ledgers.supervisedLate(
              figure,
              <LedFigure metric="hotline_supervised" part="overdue=true" value={overdue} />,
            )
      }
    />
  )
}

function Watched({ item }: { readonly item: KeyItem }) {
  const now = useNow()
  const { title, closedOn, watchUntil } = item
  const until = parseTime(watchUntil)
  const from = parseTime(closedOn)
  return (
    <RowLead to={`row:hotline.key-item:${nameOfItem(item)}`} className={`${styles.row} ${styles.watched}`}>
      <span>{title}</span>
      <ShareBar share={(now - from) / (until - from)} />
      <span>{until > now ? words.ledgers.left(Math.ceil((until - now) / DAY)) : words.ledgers.done}</span>
    </RowLead>
  )
}
