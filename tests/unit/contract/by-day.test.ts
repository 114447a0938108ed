import { describe, expect, it } from 'vitest'
import { byDay } from '../../../src/contract/records/by-day'
import { keptPer } from '../../../src/contract/records/kept'
import { rowReader } from '../../../src/contract/records/read-row'
import { createTable } from '../../../src/contract/records/table'
import { workOrder } from '../../../src/domains/hotline/records'
import { DAY, HOUR, isoTime, parseTime } from '../../../src/lib/calendar'
import { stream } from '../../../src/lib/random'

const MIDNIGHT = parseTime('2026-11-18')

/** Whole numbers from `low` to `high`. */
const dice = (seed: number) => {
  const next = stream(seed)
  return (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
}

/** Moments of three weeks, many of them at midnight or a moment before it, some of them unknown. */
function moments(seed: number): Float64Array {
  const whole = dice(seed)
  return Float64Array.from({ length: 120 }, () => {
    const day = MIDNIGHT - whole(0, 21) * DAY
    return [Number.NaN, day, day - 1, day + whole(0, DAY - 1), day + whole(0, DAY - 1)][whole(0, 4)] ?? day
  })
}

const ascending = (rows: readonly number[]) => rows.toSorted((a, b) => a - b)

describe('rows by the day', () => {
  it('are those of any span, whole days or hours, the days in order', () => {
    for (let seed = 0; seed < 12; seed++) {
      const [times, whole] = [moments(seed), dice(seed + 1000)]
      const { oldest, between } = byDay(times, 100)
      const at = (row: number) => times[row] ?? Number.NaN
      const within = (from: number, to: number) =>
        Array.from({ length: 100 }, (_, row) => row).filter((row) => at(row) >= from && at(row) <= to)
      expect(oldest).toBe(Math.min(...within(0, Infinity).map(at)))
      for (let i = 0; i < 20; i++) {
        const from = MIDNIGHT - whole(-2, 24) * DAY + whole(0, 1) * whole(0, 24) * HOUR
        const to = from + whole(-1, 6) * DAY + whole(0, 1) * whole(0, 24) * HOUR - 1
        const found = Array.from(between(from, to))
        expect(ascending(found), `${isoTime(from)} ${isoTime(to)}`).toEqual(within(from, to))
        const days = found.map((row) => Math.floor((at(row) - MIDNIGHT) / DAY))
        expect(days).toEqual(ascending(days))
      }
      expect(ascending(Array.from(between(-Infinity, Infinity)))).toEqual(within(0, Infinity))
    }
  })

  it('are none of no rows', () => {
    const { oldest, between } = byDay(new Float64Array(8).fill(Number.NaN), 8)
    expect([oldest, between(0, MIDNIGHT).length]).toEqual([Number.POSITIVE_INFINITY, 0])
  })
})

const order = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : 1)

describe('what was worked out of rows', () => {
  it('is kept until they change in any way, and not longer', () => {
    const table = createTable(workOrder)
    const read = rowReader(workOrder)
    const put = (row: object) => {
      const one = read({ acceptedAt: isoTime(MIDNIGHT), ...row }, 0)
      if ('cells' in one) table.put(one.cells)
    }
    let made = 0
    const numbers = keptPer((rows: typeof table) => {
      made++
      return rows.text('orderNo').slice(0, rows.size).toSorted(order)
    })
    put({ orderNo: 'a' })
    put({ orderNo: 'b' })
    expect([numbers(table), numbers(table), made]).toEqual([['a', 'b'], ['a', 'b'], 1])
    table.remove(['nobody'])
    expect([numbers(table), made]).toEqual([['a', 'b'], 2])
    table.drop(() => false)
    expect([numbers(table), made]).toEqual([['a', 'b'], 2])
    put({ orderNo: 'c' })
    expect(numbers(table)).toEqual(['a', 'b', 'c'])
    table.drop((row) => table.text('orderNo')[row] === 'a')
    expect(numbers(table)).toEqual(['b', 'c'])
    table.remove(['c', 'nobody'])
    expect([numbers(table), made]).toEqual([['b'], 5])
  })
})
