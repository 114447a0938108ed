import type { ListValue, RowList } from '../../contract/records/page'
import { DAY, dayStart, isoTime } from '../../lib/calendar'
import type { HotlineOperation, Order } from './contract'
import { words } from './summary-words'
import { clusters, order, shortened } from './summary-groups'
import { by, type Seen } from './summary-orders'

/** Rows a wall is given; the whole list is asked for by the page. */
const MOST_ORDERS = 40

/** Makes the list row of a table row. */
function orderMaker(seen: Seen): (row: number) => Order {
  const { orders, now, accepted } = seen
  const supervised = orders.time('supervisedAt')
  const [numbers, titles, repeatOf] = [orders.text('orderNo'), orders.text('title'), orders.text('repeatOf')]
  const [category, dept, town] = [orders.code('category'), orders.code('dept'), orders.place('town')]
  const isRepeat = (row: number) => (repeatOf[row] ?? null) !== null
  const groups = clusters(seen, seen.between(dayStart(now) - 29 * DAY, now).filter(isRepeat))
  return (row) => {
    const place = town.values[town.at[row] ?? 0]
    const topic = category.values[category.at[row] ?? 0]
    const owner = dept.values[dept.at[row] ?? 0]
    const group = groups.get(`${place?.code}|${topic ?? words.noCategory}`)
    return {
      orderNo: numbers[row] ?? '',
      title: shortened(titles[row] ?? topic ?? words.noCategory, 16),
      ...(topic && { category: shortened(topic, 12) }),
      ...(owner && { dept: shortened(owner, 16) }),
      ...(place && { town: { code: place.code, name: place.name || place.code } }),
      stage: seen.stage(row),
      acceptedAt: isoTime(accepted[row] ?? now),
      dueAt: isoTime(seen.due(row)),
      repeats: isRepeat(row) ? (group?.count ?? 1) : 0,
      supervised: by(supervised, row, now),
    }
  }
}

/** The orders somebody has to look at: not replied to yet. */
const waiting = ({ current, waits, now }: Seen) => current.filter((row) => waits(row, now))

/** The most urgent of them, by time left. */
export function mostUrgent(seen: Seen): NonNullable<HotlineOperation['orders']> {
  const numbers = seen.orders.text('orderNo')
  return Array.from(waiting(seen))
    .toSorted((a, b) => seen.due(a) - seen.due(b) || order(numbers[a] ?? '', numbers[b] ?? ''))
    .slice(0, MOST_ORDERS)
    .map(orderMaker(seen))
}

/** All of them, to be asked for by the page. */
export function orderList(seen: Seen): RowList {
  const rows = waiting(seen)
  const make = orderMaker(seen)
  const made = new Map<number, Order>()
  const orderAt = (at: number): Order => {
    const known = made.get(at) ?? make(rows[at] ?? 0)
    made.set(at, known)
    return known
  }
  const fields: Readonly<Record<string, (order: Order) => ListValue | undefined>> = {
    orderNo: (one) => one.orderNo,
    title: (one) => one.title,
    category: (one) => one.category,
    dept: (one) => one.dept,
    town: (one) => one.town?.code,
    stage: (one) => one.stage,
    acceptedAt: (one) => one.acceptedAt,
    dueAt: (one) => one.dueAt,
    repeats: (one) => one.repeats,
    supervised: (one) => one.supervised,
  }
  return {
    size: rows.length,
    key: 'orderNo',
    sort: 'dueAt',
    value: (row, field) => fields[field]?.(orderAt(row)) ?? null,
    texts: (row) => {
      const { orderNo, title, category = '', dept = '', town } = orderAt(row)
      return [orderNo, title, category, dept, town?.name ?? '']
    },
    row: orderAt,
  }
}
