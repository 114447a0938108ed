import { describe, expect, it } from 'vitest'
import { operation as contract } from '../../../../src/domains/hotline/contract'
import { workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { DAY, HOUR, isoTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { at } from '../../demo/cities'
import { bookOf } from '../book'

const NOW = at('2026-11-18 10:42')
const TOWN = { code: '440111001', name: '三元里街道' }

/** What orders come to that are named by how long before now each of their moments was, ms. */
function counted(orders: readonly Readonly<Record<string, unknown>>[]) {
  const rows = orders.map((order, i) => ({
    orderNo: String(i),
    ...Object.fromEntries(
      Object.entries(order).map(([name, ago]) => [name, typeof ago === 'number' ? isoTime(NOW - ago) : ago]),
    ),
  }))
  const book = bookOf([workOrder, rows])
  return contract.parse(
    counting.count(book, { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }),
  )
}

describe('at its edge', () => {
  it('an order is due soon up to 24 hours before its deadline, and overdue from it on', () => {
    const due = (ago: number) => ({ acceptedAt: 5 * DAY, dueAt: ago })
    const { dueSoon, overdue } = counted([due(-23 * HOUR), due(-25 * HOUR), due(HOUR), due(2 * HOUR)])
    expect([dueSoon?.value, overdue?.value]).toEqual([1, 2])
  })

  it('nine orders of ten are closed within so many days, of those closed in the last twelve', () => {
    const closed = (days: number, ago: number) => ({ acceptedAt: ago + days * DAY, closedAt: ago })
    const ten = Array.from({ length: 10 }, (_, i) => closed(i + 1, (i < 2 ? 11 : 1) * DAY))
    expect(counted(ten).p90Days?.value).toBe(10)
    expect(counted([...ten, closed(90, 13 * DAY)]).p90Days?.value).toBe(10)
    // The two that were closed eleven days ago were the quickest.
    expect(counted(ten.slice(0, 2)).p90Days?.value).toBe(2)
  })

  it('an order counts as sent back for 24 hours', () => {
    const back = (ago: number) => ({ acceptedAt: 5 * DAY, dispatchedAt: 4 * DAY, returnedAt: ago })
    expect(counted([back(23 * HOUR), back(25 * HOUR)]).returns?.count).toBe(1)
  })

  it('what a program sent to the wrong department counts, unless nobody says what comes back: then it is not 0 but unknown', () => {
    const sent = (mode: string, more = {}) => ({ acceptedAt: HOUR, dispatchedAt: HOUR, mode, ...more })
    const back = { returnedAt: HOUR / 2 }
    expect(counted([sent('auto', back), sent('auto'), sent('manual', back)]).dispatch?.wrong).toBe(1)
    expect(counted([sent('auto'), sent('manual')]).dispatch).not.toHaveProperty('wrong')
  })

  it('a repeat counts on the day of its order and the 29 after it', () => {
    const again = (days: number) => ({ acceptedAt: days * DAY, repeatOf: 'x', town: TOWN })
    expect(counted([again(29), again(30)]).repeats).toMatchObject({ count: 1, clusters: [{ count: 1 }] })
  })

  it('a town is held against the same weekday up to the same time of day', () => {
    const past = (hoursFromNow: number) =>
      Array.from({ length: 8 }, (_, week) => ({
        acceptedAt: (week + 1) * 7 * DAY - hoursFromNow * HOUR,
        town: TOWN,
      }))
    const oldest = { acceptedAt: 70 * DAY, town: TOWN }
    const high = (hours: number) => counted([oldest, ...past(hours)]).towns?.[0]?.high
    expect(high(-2)).toBeGreaterThan(0)
    expect(high(2)).toBe(0)
  })
})
