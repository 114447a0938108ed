import { expect, it } from 'vitest'
import { yearOrders } from '../../../../src/demo/hotline/year'
import { ordersOf } from '../../../../src/demo/hotline/orders'
import { atWork } from '../../../../src/demo/hotline/at-work'
import { yearOrder } from '../../../../src/domains/hotline/records'
import { studyOf } from '../../../../src/domains/hotline/study-answer'
import { rowsOfColumns } from '../../../../src/data/store/rows-of-columns'
import { DAY, dayStart } from '../../../../src/lib/calendar'
import { bookOf } from '../../domains/book'
import { at, cn } from '../cities'
import { demo } from './day'

const now = at('2026-11-18 10:42')
const city = atWork(demo, cn)
/** The last so many days of the city's year. */
function lately(days: number) {
  const rows: object[] = []
  for (let cursor: string | null = String(days); cursor !== null;) {
    const piece = yearOrders('baiyun', city, { now, since: null, calendar: cn }, cursor)
    rows.push(...rowsOfColumns(piece.rows, 'rows'))
    cursor = piece.next
  }
  return studyOf(bookOf([yearOrder, rows]), { now, region: null, limits: {}, calendar: cn }, {})
}

it('the year that the demo hands out by the month is that of its days, and something rises in it that is no chance', () => {
  const study = lately(77)
  const days = Array.from({ length: 77 }, (_, i) => dayStart(now) - (77 - i) * DAY)
  expect(study?.days).toEqual(days.map((day) => ordersOf('baiyun', city, day).length))
  expect(study?.rising.length).toBeGreaterThan(0)
  // Few of hundreds of places and topics: a list of all would tell nobody anything.
  expect(study?.rising.length).toBeLessThan(4)
})
