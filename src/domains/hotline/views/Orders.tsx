import { useState } from 'react'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { RowLead } from '../../../blocks/RowLead'
import { RowsLead } from '../../../blocks/RowsLead'
import { useFit } from '../../../blocks/use-fit'
import { DAY } from '../../../lib/calendar'
import { dueText } from '../../../lib/due'
import { countText } from '../../../lib/format'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { useMarkFor } from '../../../panel/use-marks'
import { useNow } from '../../../panel/screen-context'
import type { HotlineDocument, HotlineOperation, Order } from '../contract'
import { words } from '../words'
import lists from './Lists.module.css'
import styles from './Orders.module.css'

/** Height of a row in u: two lines, and one where there is room for all of it beside each other (36em in the style sheet). */
const ROW = 66
const FLAT_ROW = 48
const FLAT = 680
const rowIn = ({ width }: Size) => (width >= FLAT ? FLAT_ROW : ROW)

const FILTERS = {
  all: () => true,
  overdue: (o: Order, now: number) => Date.parse(o.dueAt) < now,
  soon: (o: Order, now: number) => Date.parse(o.dueAt) >= now && Date.parse(o.dueAt) - now < DAY,
  repeat: (o: Order) => (o.repeats ?? 1) > 1,
} as const
type Filter = keyof typeof FILTERS

/** The filters the source has the figures for. */
const filtersOf = (orders: readonly Order[]): Filter[] =>
  orders.every((o) => o.repeats === undefined)
    ? ['all', 'overdue', 'soon']
    : ['all', 'overdue', 'soon', 'repeat']

/** How many there are in all, as far as the figures say: the list is given only its most urgent part. */
function wholeOf({ stages = [], overdue, dueSoon }: HotlineOperation, filter: Filter): number {
  const waiting = stages.filter(({ key }) => key !== 'callback').reduce((n, { count }) => n + count, 0)
  return { all: waiting, overdue: overdue?.value ?? 0, soon: dueSoon?.value ?? 0, repeat: 0 }[filter]
}

/** All that a filter lets through: a figure, and the part of it. What the list calls repeats is counted by the source, and no record says it. */
const WHOLES: Readonly<Record<Filter, readonly [metric: string, of?: string]>> = {
  all: ['hotline_open', ':waits=true'],
  overdue: ['hotline_overdue_open'],
  soon: ['hotline_due_soon'],
  repeat: [''],
}

/** The orders closest to their limit, most urgent first; walls print the last four digits and no personal data. */
export function Orders({ operation }: ViewProps<HotlineDocument, 'orders'>) {
  const now = useNow()
  const [filter, setFilter] = useState<Filter>('all')
  const matchingOf = (key: Filter) => operation.orders.filter((order) => FILTERS[key](order, now))
  const matching = matchingOf(filter)
  const { ref, shown } = useFit(matching, rowIn)
  const countOf = (key: Filter) => Math.max(wholeOf(operation, key), matchingOf(key).length)
  const left = countOf(filter) - shown.length
  const [metric, of = ''] = WHOLES[filter]
  return (
    <div className={lists.column}>
      <div className={styles.chips} role="group" aria-label={words.orders.filters}>
        {filtersOf(operation.orders).map((key) => (
          <button
            key={key}
            type="button"
            className={styles.tab}
            aria-pressed={filter === key}
            onClick={() => setFilter(key)}
          >
            {words.orders.filter[key]} {key !== 'all' && <b>{countText(countOf(key))}</b>}
          </button>
        ))}
      </div>
      <ul ref={ref} className={lists.rows}>
        {shown.map((order) => (
          <Row key={order.orderNo} order={order} now={now} />
        ))}
        {matching.length === 0 && <li className={lists.note}>{words.orders.none}</li>}
      </ul>
      <p className={lists.note}>
        {left > 0 ? (
          <RowsLead metric={metric} of={of}>
            {words.orders.more(countText(left))}
          </RowsLead>
        ) : (
          words.orders.complete
        )}
      </p>
    </div>
  )
}

function Row({ order, now }: { readonly order: Order; readonly now: number }) {
  const mark = useMarkFor(order.orderNo)
  const due = Date.parse(order.dueAt)
  const { town, dept, stage } = order
  const where = [town?.name, dept].filter((word) => word !== undefined).join(' · ')
  return (
    <li>
      <RowLead to={`row:hotline.work-order:${order.orderNo}`} className={styles.order}>
        {mark ? <ExceptionMark of={mark} /> : <Clock />}
        <span className={styles.title}>{order.title}</span>
        <span className={`${styles.due} ${mark && due < now ? styles.late : ''}`}>{dueText(due, now)}</span>
        <span className={styles.second}>
          <span className={styles.meta}>
            <i>
              …{order.orderNo.slice(-4)}
              {where !== '' && ' · '}
            </i>
            {where}
          </span>
          <span className={styles.step}>{mark?.action ?? (stage && words.stage.long[stage])}</span>
        </span>
      </RowLead>
    </li>
  )
}

function Clock() {
  return (
    <svg className={styles.clock} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M12 7v5h4" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  )
}
