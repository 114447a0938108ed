import { describe, expect, it } from 'vitest'
import { operation as contract } from '../../../../src/domains/hotline/contract'
import { pastOrders, workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { DAY, dayStart, HOUR, isoTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { at } from '../../demo/cities'
import { bookOf } from '../book'

const TOWN = { code: '440111001', name: '景泰' }

/** Orders of one town at these moments, epoch ms. */
const orders = (moments: readonly number[]) =>
  moments.map((accepted, i) => ({ orderNo: String(i), town: TOWN, acceptedAt: isoTime(accepted) }))

function latelyAt(now: number, moments: readonly number[], past: readonly unknown[] = []) {
  const book = bookOf([workOrder, orders(moments)], [pastOrders, past])
  const operation = counting.count(book, { now, region: null, limits: {}, calendar: PLAIN_CALENDAR })
  const town = contract.parse(operation).towns?.[0]
  if (!town?.lately) throw new Error('no town')
  return { town, ...town.lately }
}

/** As many orders in each of the last eight weeks, at these hours of the day. */
const weekly = (now: number, hours: readonly number[]) =>
  Array.from({ length: 8 }, (_, week) =>
    hours.map((hour) => dayStart(now) - (week + 1) * 7 * DAY + hour * HOUR),
  )
    .flat()
    .concat(dayStart(now) - 60 * DAY)

describe('by day', () => {
  const now = at('2026-11-18 10:42')
  const midnight = dayStart(now)
  const today = [0.5, 8.1, 8.9, 9.2, 10.3].map((hour) => midnight + hour * HOUR)

  it('the hours of a town are those since midnight, the running one left open', () => {
    const { count, course, town } = latelyAt(now, today)
    expect(course).toMatchObject({ from: isoTime(midnight), stepMinutes: 60 })
    expect(course.now).toHaveLength(24)
    expect(course.now.slice(0, 12)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 2, 1, null, null])
    expect(count).toBe(5)
    expect(count).toBe(town.count)
  })

  it('number and range are those that everything else says of the town', () => {
    const { low, high, town } = latelyAt(now, [...today, ...weekly(now, [8.2, 8.4, 9.5])])
    expect(high).toBeGreaterThan(0)
    expect([low, high]).toEqual([town.low, town.high])
  })

  it('its usual range is highest in the hours in which orders come', () => {
    const { course } = latelyAt(now, [...today, ...weekly(now, [8.2, 8.4, 8.6, 15.5])])
    expect(course.high?.indexOf(Math.max(...course.high))).toBe(8)
    expect(course.high?.[15]).toBeGreaterThan(course.high?.[19] ?? 0)
    // One of the eight Wednesdays is the 7th of October, a day off.
    expect(course.weeks).toBe(7)
    expect(latelyAt(now, today).course).not.toHaveProperty('high')
    expect(latelyAt(now, today).course).not.toHaveProperty('weeks')
  })
})

describe('before eight in the morning', () => {
  const now = at('2026-11-18 03:42')
  const evening = dayStart(now) - 2 * HOUR

  it('they are the last 24 whole hours, and number and curve are of the same', () => {
    const moments = [now - 25 * HOUR, now - 24 * HOUR, evening, evening + 60_000, now - HOUR, now - 60_000]
    const { count, course } = latelyAt(now, moments)
    expect(course.from).toBe('2026-11-17T03:00:00+08:00')
    expect(course.now).toHaveLength(24)
    expect(course.now).not.toContain(null)
    expect(course.now[0]).toBe(1)
    expect(course.now[19]).toBe(2)
    expect(count).toBe(4)
    expect(course.now.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(count)
  })

  it('are compared with the evenings of the day before and the nights of today', () => {
    const past = [...weekly(now - DAY, [22.1, 22.2, 22.3]), ...weekly(now, [1.1, 1.2])]
    const { course, high } = latelyAt(now, [evening, ...past])
    expect(course.high?.indexOf(Math.max(...course.high))).toBe(19)
    expect(course.high?.[22]).toBeGreaterThan(course.high?.[9] ?? 0)
    expect(high).toBeGreaterThanOrEqual(5)
  })

  it('the small table says the same as old orders', () => {
    const row = (weekday: number, hour: number, mean: number) => ({
      key: `${weekday}-${hour}`,
      metric: 'received',
      place: TOWN,
      weekday,
      hour,
      mean,
      weeks: 8,
    })
    const past = [...weekly(now - DAY, [22.1, 22.2, 22.3]), ...weekly(now, [1.1, 1.2])]
    const old = latelyAt(now, [evening, ...past])
    // 2026-11-18 is a Wednesday.
    const table = latelyAt(now, [evening], [row(2, 22, 3), row(3, 1, 2), row(3, 22, 9), row(2, 1, 9)])
    expect(table.course.high).toEqual(old.course.high)
    expect([table.low, table.high]).toEqual([old.low, old.high])
  })
})
