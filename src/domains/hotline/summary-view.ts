import { MINUTE } from '../../lib/calendar'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { workOrder, type WorkOrder } from './records'
import { seenAt } from './summary-orders'

/**
 * Work orders for rules (`config/rules/hotline.json`): their columns, and what follows from them. `due` is the deadline, an order's own
 * or that of all; `waits` an order without a reply that stands, `overdue` and `dueSoon` one of those past it or within 24 hours of it;
 * `stage`, when it was entered (`enteredAt`) and for how long it has stood there (`waitedMinutes`).
 */
export function viewOfOrders(orders: Records<WorkOrder['columns']>, moment: Moment): RowView {
  const { now } = moment
  const seen = seenAt(orders, { ...moment, region: null })
  return viewOf(workOrder, orders, {
    due: seen.due,
    waits: (row) => seen.waits(row, now),
    overdue: (row) => seen.overdue(row, now),
    dueSoon: (row) => seen.dueSoon(row, now),
    open: (row) => seen.open(row, now),
    stage: seen.stage,
    enteredAt: seen.entered,
    waitedMinutes: (row) => (now - seen.entered(row)) / MINUTE,
  })
}
