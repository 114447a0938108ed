import { describe, expect, it } from 'vitest'
import { daysOfYear, isoDate, weekday } from '../../../../src/lib/calendar'
import { isWorkday } from '../../../../src/lib/working-time'
import { dayTotal, HORIZON_DAYS, ordersOf } from '../../../../src/demo/hotline/orders'
import { at, cn } from '../cities'
import { demo, total } from './day'

const totalsOf = (year: number) =>
  daysOfYear(at(`${year}-06-01 12:00`)).map((day) => ({ day, count: dayTotal('baiyun', demo, day) }))

describe('a year of orders', () => {
  it('is the published 310,000', () => {
    expect(demo.yearTotal).toBe(310_000)
  })

  it.each([2024, 2025, 2026, 2027])('%i adds up to exactly that', (year) => {
    expect(total(totalsOf(year), ({ count }) => count)).toBe(310_000)
  })

  it('has no day without calls, quiet Sundays and no two years alike', () => {
    const days = totalsOf(2026)
    const mean = (rows: typeof days) => total(rows, ({ count }) => count) / rows.length
    expect(Math.min(...days.map(({ count }) => count))).toBeGreaterThan(200)
    expect(mean(days.filter(({ day }) => weekday(day) === 0))).toBeLessThan(
      0.8 * mean(days.filter(({ day }) => isWorkday(cn, day))),
    )
    expect(days.map(({ count }) => count)).not.toEqual(totalsOf(2027).map(({ count }) => count))
  })

  it.each(['2026-11-18', '2024-02-29', '2026-10-01', '2026-12-31'])(
    '%s has the orders its total says',
    (date) => {
      const day = at(`${date} 00:00`)
      const orders = ordersOf('baiyun', demo, day)
      expect(orders).toHaveLength(dayTotal('baiyun', demo, day))
      expect(new Set(orders.map(({ orderNo }) => orderNo)).size).toBe(orders.length)
      expect(orders.every(({ accepted }) => isoDate(accepted) === date)).toBe(true)
    },
  )
})

describe('one order', () => {
  const orders = ordersOf('baiyun', demo, at('2026-11-18 00:00'))

  it('moves forward only: received, dispatched, signed, replied, closed', () => {
    const wrong = orders.filter(
      ({ accepted, dispatched, signed, replied, closed }) =>
        !(accepted <= dispatched && dispatched <= signed && signed <= replied && replied <= closed),
    )
    expect(wrong).toEqual([])
  })

  it('is closed within the horizon, as the open stock takes for certain', () => {
    expect(orders.filter(({ accepted, closed }) => closed > accepted + HORIZON_DAYS * 86_400_000)).toEqual([])
  })

  it('sometimes breaks the ten days, seldom', () => {
    const late = orders.filter(({ accepted, replied }) => replied > accepted + 10 * 86_400_000).length
    expect(late).toBeGreaterThan(0)
    expect(late / orders.length).toBeLessThan(0.01)
  })
})
