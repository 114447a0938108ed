import { DAY, dayStart, isoTime } from '../../lib/calendar'
import type { RowsMoment } from '../kit/domain'
import { deptOf, titleOf } from './lists'
import { extensionOf, mistakeOf } from './reasons'
import { dayBefore, ordersOf, type SimOrder } from './orders'
import type { HotlineCity } from './at-work'

/** Days of orders that the city hands out: what comes back is looked for in thirty. */
const KEPT_DAYS = 30

/** An order over this age is called in by the supervisors, days. */
const SUPERVISED_AFTER = 8

const supervisedAt = (order: SimOrder) => {
  const at = order.accepted + SUPERVISED_AFTER * DAY
  return at < order.closed ? at : Number.POSITIVE_INFINITY
}

/** Whether anything happened to the order after `since` and by `now`. */
const hasMoved = (order: SimOrder, since: number, now: number): boolean =>
  [
    order.accepted,
    order.dispatched,
    order.returned,
    order.reassigned,
    order.signed,
    order.extended,
    order.replied,
    order.closed,
    supervisedAt(order),
  ].some((at) => at > since && at <= now)

/** One order as its source knows it at `now`: what is still to come is not there. */
function rowOf(demo: HotlineCity, order: SimOrder, repeatOf: string | undefined, now: number) {
  const town = demo.towns[order.town]
  const direct = order.dispatched === order.accepted
  const when = (at: number, happens = true) => (happens && at <= now ? isoTime(at) : null)
  // Of what is closed nobody asks any more who had it and what it was called, unless it went to the wrong one first.
  const open = order.closed > now
  const mistake = order.returned <= now ? mistakeOf(demo, order) : null
  return {
    orderNo: order.orderNo,
    title: open ? titleOf(demo, order) : null,
    type: order.complaint ? '投诉' : '求助',
    category: demo.categories[order.category]?.label ?? null,
    dept: open || mistake ? deptOf(demo, order, now) : null,
    town: town ? { code: town.code, name: town.name } : null,
    mode: direct ? 'direct' : order.auto ? 'auto' : 'manual',
    acceptedAt: isoTime(order.accepted),
    dispatchedAt: when(order.dispatched),
    returnedAt: when(order.returned),
    returnReason: mistake?.reason ?? null,
    reassignedAt: when(order.reassigned),
    reassignedFrom: order.reassigned <= now ? (mistake?.dept ?? null) : null,
    signedAt: when(order.signed),
    reworkedAt: when(order.signed, order.repeat),
    extendedAt: when(order.extended),
    extendReason: order.extended <= now ? extensionOf(order) : null,
    repliedAt: when(order.replied),
    closedAt: when(order.closed),
    supervisedAt: when(supervisedAt(order)),
    repeatOf: repeatOf ?? null,
  }
}

/** The orders of the last thirty days as of `now`, oldest first; those to which something happened after `since`, where it is asked. */
export function workOrders(city: string, demo: HotlineCity, { now, since }: RowsMoment): readonly object[] {
  const before = new Map<number, string>()
  // What came before these days is known by its number only.
  const [earlier] = ordersOf(city, demo, dayBefore(dayStart(now), KEPT_DAYS))
  const rows: object[] = []
  for (let back = KEPT_DAYS - 1; back >= 0; back--)
    for (const order of ordersOf(city, demo, dayBefore(dayStart(now), back))) {
      const cluster = order.town * 1000 + order.category
      if (order.accepted <= now && (since === null || hasMoved(order, since, now)))
        rows.push(
          rowOf(demo, order, order.repeat ? (before.get(cluster) ?? earlier?.orderNo) : undefined, now),
        )
      before.set(cluster, order.orderNo)
    }
  return rows
}
