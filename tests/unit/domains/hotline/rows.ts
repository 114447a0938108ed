import { DAY, dayStart, isoTime } from '../../../../src/lib/calendar'
import { dayBefore, LIMIT_DAYS, ordersOf, type SimOrder } from '../../../../src/demo/hotline/orders'
import type { HotlineDemo } from '../../../../src/demo/hotline/seed'

/** Days of orders a city hands out: the longest look back is eight weeks, for what is usual. */
const KEPT_DAYS = 57

/** An order over this age is called in by the supervisors, days. */
const SUPERVISED_AFTER = 8

/** One order as its source knows it at `now`: what is still to come is not there. */
function rowOf(demo: HotlineDemo, order: SimOrder, repeatOf: string | undefined, now: number) {
  const town = demo.towns[order.town]
  const direct = order.dispatched === order.accepted
  const when = (at: number) => (at <= now ? isoTime(at) : undefined)
  const supervised = order.accepted + SUPERVISED_AFTER * DAY
  return {
    orderNo: order.orderNo,
    title: demo.categories[order.category]?.titles[0],
    type: order.complaint ? '投诉' : '求助',
    category: demo.categories[order.category]?.label,
    dept: demo.categories[order.category]?.dept,
    town: town && { code: town.code, name: town.name },
    mode: direct ? 'direct' : order.auto ? 'auto' : 'manual',
    acceptedAt: isoTime(order.accepted),
    dispatchedAt: when(order.dispatched),
    returnedAt: order.misdispatched ? when(order.signed) : undefined,
    signedAt: when(order.signed),
    reworkedAt: order.repeat ? when(order.signed) : undefined,
    extendedAt: order.extended ? when(order.accepted) : undefined,
    repliedAt: when(order.replied),
    closedAt: when(order.closed),
    supervisedAt: supervised < order.closed ? when(supervised) : undefined,
    dueAt: isoTime(order.accepted + LIMIT_DAYS * DAY),
    repeatOf,
  }
}

/** Every order of the last eight weeks as of `now`, oldest first. */
export function workOrders(city: string, demo: HotlineDemo, now: number): readonly object[] {
  const before = new Map<string, string>()
  const rows: object[] = []
  for (let back = KEPT_DAYS - 1; back >= 0; back--)
    for (const order of ordersOf(city, demo, dayBefore(dayStart(now), back))) {
      const cluster = `${order.town}|${order.category}`
      if (order.accepted <= now)
        rows.push(rowOf(demo, order, order.repeat ? before.get(cluster) : undefined, now))
      before.set(cluster, order.orderNo)
    }
  return rows
}
