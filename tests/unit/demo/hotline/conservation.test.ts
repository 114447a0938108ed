import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { schema } from '../../../../src/domains/hotline/contract'
import { refused } from '../../contract/sample'
import { at } from '../cities'
import { demo, hotlineAt, operationAt, total } from './day'

const MOMENTS = [
  '2026-11-18 10:42',
  '2026-11-18 00:00',
  '2026-11-18 23:59',
  '2026-11-22 03:15',
  '2024-02-29 17:30',
  '2026-10-01 09:00',
  '2027-01-01 00:05',
]

describe.each(MOMENTS)('at %s', (moment) => {
  const operation = operationAt(moment)

  it('keeps the contract, sums and all', () => {
    expect(refused(schema, JSON.parse(JSON.stringify(hotlineAt(moment))))).toEqual([])
  })

  it('towns, categories and hours add up to what was received', () => {
    const received = operation.received.value
    expect(total(operation.towns, (t) => t.count)).toBe(received)
    expect(total(operation.categories, (c) => c.count)).toBe(received)
    expect(total(operation.intake.now, (n) => n ?? 0)).toBe(received)
    expect(operation.towns).toHaveLength(demo.towns.length)
  })

  it('stages and ages add up to what is open', () => {
    expect(total(operation.stages, (s) => s.count)).toBe(operation.open.value)
    expect(total(operation.ageing, (a) => a.count)).toBe(operation.open.value)
    expect(operation.ageing.at(-1)?.count).toBe(operation.overdue.value)
    expect(total(operation.stages, (s) => s.overdue)).toBe(operation.overdue.value)
  })

  it('knows nothing of the hours to come', () => {
    const hour = Number(moment.slice(11, 13))
    expect(operation.intake.now.map((n) => n !== null)).toEqual(
      Array.from({ length: 24 }, (_, h) => h <= hour),
    )
  })
})

describe('the parts of the city', () => {
  it('add up to the city', () => {
    const moment = '2026-11-21 20:00'
    const city = operationAt(moment)
    const towns = demo.towns.map(({ code }) => operationAt(moment, code))
    for (const key of ['received', 'open', 'overdue', 'dueSoon', 'closed'] as const)
      expect(
        total(towns, (t) => t[key].value ?? 0),
        key,
      ).toBe(city[key].value)
  })

  it('a town shows its own row only, with the count the city shows for it', () => {
    const [first] = demo.towns
    const city = operationAt('2026-11-18 10:42')
    const town = operationAt('2026-11-18 10:42', first?.code ?? '')
    expect(town.towns).toEqual(city.towns.filter(({ code }) => code === first?.code))
    expect(town.received.value).toBe(town.towns[0]?.count)
    expect(town.orders.every((o) => o.town.code === first?.code)).toBe(true)
  })
})

describe('through a day', () => {
  const steps = Array.from({ length: 16 }, (_, i) => at('2026-11-18 00:00') + i * 90 * MINUTE)
  const day = steps.map((now) => operationAt(now))

  it('received and closed never fall', () => {
    for (const key of ['received', 'closed'] as const) {
      const values = day.map((o) => o[key].value ?? -1)
      expect(values.toSorted((a, b) => a - b)).toEqual(values)
      expect(values.at(-1)).toBeGreaterThan(100)
    }
  })

  it('no hour that is over changes afterwards', () => {
    const atTen = operationAt(at('2026-11-18 11:00')).intake.now.slice(0, 11)
    expect(day.at(-1)?.intake.now.slice(0, 11)).toEqual(atTen)
  })

  it('what was open, plus received, less closed, is open', () => {
    day.slice(1).forEach((after, i) => {
      const before = day[i]
      const change = (key: 'received' | 'closed' | 'open') =>
        (after[key].value ?? 0) - (before?.[key].value ?? 0)
      expect(change('open')).toBe(change('received') - change('closed'))
    })
  })

  it('starts again at midnight', () => {
    expect(operationAt(at('2026-11-19 00:00') + 1000).received.value).toBeLessThan(5)
  })

  it('compares with what stood there a week ago at the same hour', () => {
    const now = at('2026-11-18 10:42')
    expect(operationAt(now).received.compare).toEqual({
      label: '上周三同时',
      value: operationAt(now - 7 * 24 * HOUR).received.value,
    })
    expect(operationAt(now).open.compare?.value).toBe(operationAt(now - 24 * HOUR).open.value)
    expect(operationAt(now).overdue.compare?.value).toBe(operationAt(now - 24 * HOUR).overdue.value)
  })
})
