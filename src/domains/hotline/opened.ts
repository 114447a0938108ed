import type { ViewsOf } from '../../contract/records/counting'
import { viewOf, type FieldReader, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { DAY, dayStart } from '../../lib/calendar'
import { workOrder, yearOrder, type WorkOrder } from './records'
import { chosenBy } from './study-answer'
export { studyOf } from './study-answer'
import { questionIn, readAsked } from './study-link'
import { lastHoursAt } from './summary-lasthours'
import { monthFrom } from './summary-groups'
import { ageingBy, by, seenAt, type Seen } from './summary-orders'
import { sentBy } from './summary-shares'
import { derivedOf } from './summary-view'

/**
 * Work orders for whoever opens them: all that rules know of them, and in which of the spans that figures are counted over they came and
 * went: `receivedToday`, `closedYesterday`, `closedLately` (within the last 24 whole hours) and their like, `returnedInDay` (the last 24
 * hours); whether one is the `repeat` of another, `supervised`, `extended`, `reworked`, `sent` to somebody, `misdispatched` by a program.
 * `usedDays` is the column of days in which an open one is counted, `sentTo` whom it was sent to first, `hop` from whom to whom it was passed on.
 * `studied` is what the question of a study (part `study`) chooses.
 */
export const viewsOf: ViewsOf = (book, moment, { study: question } = {}) => {
  const [orders, year] = [book.of(workOrder), book.of(yearOrder)]
  const choice =
    question === undefined ? null : chosenBy(book, moment, readAsked(questionIn(question)).linked)
  const studied = (kind: string) => (choice?.kind === kind ? { studied: choice.chosen } : {})
  return {
    ...(orders && { 'work-order': ordersIn(orders, moment, studied('work-order')) }),
    ...(year && { 'year-order': viewOf(yearOrder, year, { fields: studied('year-order') }) }),
  }
}

function ordersIn(
  orders: Records<WorkOrder['columns']>,
  moment: Moment,
  more: Readonly<Record<string, FieldReader>>,
): RowView {
  const seen = seenAt(orders, { ...moment, region: null })
  const { now } = seen
  const repeatOf = orders.text('repeatOf')
  const [supervised, extended, reworked] = [
    orders.time('supervisedAt'),
    orders.time('extendedAt'),
    orders.time('reworkedAt'),
  ]
  const { fields, moments } = derivedOf(seen)
  const { sent, mistaken } = sentBy(seen)
  return viewOf(workOrder, orders, {
    moments,
    fields: {
      ...fields,
      ...more,
      ...when(seen.accepted, 'received', now),
      ...when(seen.closed, 'closed', now),
      receivedMonth: within(seen.accepted, monthFrom(now), now),
      returnedInDay: within(orders.time('returnedAt'), now - DAY + 1, now),
      sent,
      misdispatched: mistaken,
      extended: (row) => by(extended, row, now),
      reworked: (row) => by(reworked, row, now) && seen.stage(row) === 'process',
      ...hopsOf(seen),
      repeat: (row) => (repeatOf[row] ?? null) !== null,
      usedDays: ageingBy(seen).usedDays,
      supervised: (row) => seen.open(row, now) && by(supervised, row, now),
    },
  })
}

/** Whom an order was sent to first, and from whom to whom it was passed on since. */
function hopsOf({ orders, now }: Seen): Readonly<Record<string, FieldReader>> {
  const [dept, from] = [orders.code('dept'), orders.code('reassignedFrom')]
  const reassigned = orders.time('reassignedAt')
  const nameIn = ({ at, values }: typeof dept, row: number) => values[at[row] ?? 0] ?? null
  const before = (row: number) => (by(reassigned, row, now) ? nameIn(from, row) : null)
  return {
    sentTo: (row) => before(row) ?? nameIn(dept, row),
    hop: (row) => {
      const [first, last] = [before(row), nameIn(dept, row)]
      return first === null || last === null ? null : `${first} → ${last}`
    },
  }
}

/** Whether a moment of a row lies between two others, both included. */
const within = (column: Float64Array, from: number, to: number) => (row: number) =>
  (column[row] ?? Number.NaN) >= from && (column[row] ?? Number.NaN) <= to

/** Whether a moment of a row lies in one of the spans that figures are counted over. */
function when(column: Float64Array, name: string, now: number): Readonly<Record<string, FieldReader>> {
  const lately = lastHoursAt(now)
  return {
    [`${name}Today`]: within(column, dayStart(now), now),
    [`${name}Yesterday`]: within(column, dayStart(now) - DAY, dayStart(now) - 1),
    [`${name}Lately`]: within(column, lately, lately + DAY - 1),
  }
}
