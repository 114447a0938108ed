import { describe, expect, it } from 'vitest'
import { workOrder } from '../../../../src/domains/hotline/records'
import { HOUR, isoTime } from '../../../../src/lib/calendar'
import { counted, NOW } from './counted'

/** An order of which only `known` is known. */
const orderOf = (known: object): object => ({
  ...Object.fromEntries(Object.keys(workOrder.columns).map((name) => [name, null])),
  ...known,
})

describe('a source that says where an order stands, and not since when', () => {
  const hours = (n: number) => isoTime(NOW - n * HOUR)
  const told = ['dispatch', 'sign', 'process', 'callback', 'closed'].map((stage, i) =>
    orderOf({ orderNo: `A${i}`, acceptedAt: hours(50), dueAt: hours(2), stage }),
  )

  it('is counted by what it says: answered ones are not overdue, closed ones not open', () => {
    const { operation, quality } = counted(told)
    expect(quality.used).toBe(5)
    expect(operation.stages?.map(({ key, count, overdue }) => [key, count, overdue])).toEqual([
      ['dispatch', 1, 1],
      ['sign', 1, 1],
      ['process', 1, 1],
      ['callback', 1, 0],
    ])
    expect([operation.open?.value, operation.overdue?.value]).toEqual([4, 3])
  })

  it('leaves unknown how long they stand there, and what was overdue a day ago', () => {
    const { operation } = counted(told)
    // Accepted is a time of its own: since then it waits to be passed on.
    expect(operation.stages?.map(({ medianMinutes }) => medianMinutes)).toEqual([50 * 60, null, null, null])
    expect(operation.overdue?.compare).toBeUndefined()
  })

  it('names a word that is none of them', () => {
    const { quality } = counted([...told, orderOf({ orderNo: 'B', acceptedAt: hours(1), stage: '66' })])
    expect(quality.used).toBe(5)
    expect(JSON.stringify(quality)).toContain('stage')
  })
})
