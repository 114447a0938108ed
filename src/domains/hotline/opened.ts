import type { ViewsOf } from '../../contract/records/counting'
import { viewOf, type FieldReader } from '../../contract/records/row-view'
import { DAY, dayStart } from '../../lib/calendar'
import { workOrder } from './records'
export { studyOf } from './study-answer'
import { lastHoursAt } from './summary-lasthours'
import { by, seenAt } from './summary-orders'
import { derivedOf } from './summary-view'

/**
 * Work orders for whoever opens them: all that rules know of them, and in which of the spans that figures are counted over they came and
 * went: `receivedToday`, `closedYesterday`, `closedLately` (within the last 24 whole hours) and their like; `repeat` of another, `supervised`.
 */
export const viewsOf: ViewsOf = (book, moment) => {
  const orders = book.of(workOrder)
  if (!orders) return {}
  const seen = seenAt(orders, { ...moment, region: null })
  const { now } = seen
  const [repeatOf, supervised] = [orders.text('repeatOf'), orders.time('supervisedAt')]
  const { fields, moments } = derivedOf(seen)
  return {
    'work-order': viewOf(workOrder, orders, {
      moments,
      fields: {
        ...fields,
        ...when(seen.accepted, 'received', now),
        ...when(seen.closed, 'closed', now),
        repeat: (row) => (repeatOf[row] ?? null) !== null,
        supervised: (row) => seen.open(row, now) && by(supervised, row, now),
      },
    }),
  }
}

/** Whether a moment of a row lies in one of the spans that figures are counted over. */
function when(column: Float64Array, name: string, now: number): Readonly<Record<string, FieldReader>> {
  const within = (from: number, to: number) => (row: number) =>
    (column[row] ?? Number.NaN) >= from && (column[row] ?? Number.NaN) <= to
  const lately = lastHoursAt(now)
  return {
    [`${name}Today`]: within(dayStart(now), now),
    [`${name}Yesterday`]: within(dayStart(now) - DAY, dayStart(now) - 1),
    [`${name}Lately`]: within(lately, lately + DAY - 1),
  }
}
