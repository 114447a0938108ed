import { MINUTE } from '../../lib/calendar'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { workOrder, type WorkOrder } from './records'
import { seenAt, type Seen } from './summary-orders'

/** What follows from the columns of an order at the moment of `seen`. */
export const derivedOf = (seen: Seen) => ({
  moments: ['due', 'enteredAt'],
  fields: {
    due: seen.due,
    waits: (row: number) => seen.waits(row, seen.now),
    overdue: (row: number) => seen.overdue(row, seen.now),
    dueSoon: (row: number) => seen.dueSoon(row, seen.now),
    open: (row: number) => seen.open(row, seen.now),
    stage: seen.stage,
    enteredAt: seen.entered,
    waitedMinutes: (row: number) => (seen.now - seen.entered(row)) / MINUTE,
  },
})

/**
 * Work orders for rules (`config/rules/hotline.json`): their columns, and what follows from them. `due` is the deadline, an order's own
 * or that of all; `waits` an order without a reply that stands, `overdue` and `dueSoon` one of those past it or within 24 hours of it;
 * `stage`, when it was entered (`enteredAt`) and for how long it has stood there (`waitedMinutes`).
 */
export const viewOfOrders = (orders: Records<WorkOrder['columns']>, moment: Moment): RowView =>
  viewOf(workOrder, orders, derivedOf(seenAt(orders, { ...moment, region: null })))
