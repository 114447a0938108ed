import { describe, expect, it } from 'vitest'
import { readers, schema } from '../../../../src/domains/hotline/contract'
import { objected, plant, refused } from '../../contract/sample'
import { hotlineAt, operationAt } from './day'

const document = hotlineAt('2026-11-18 10:42')
const [reader] = readers
const operation = operationAt('2026-11-18 10:42')
const at = (path: string) => `operation.${path}`

describe('figures that cannot all be true are refused or shown as such, and the odd one named', () => {
  it.each([
    ['stages.0.count', (operation.stages[0]?.count ?? 0) + 1, 'stages'],
    ['ageing.0.count', (operation.ageing[0]?.count ?? 0) + 1, 'ageing'],
    ['categories.0.count', (operation.categories[0]?.count ?? 0) + 1, 'categories'],
    ['towns.0.count', 10_000, 'towns'],
    ['overdue.value', (operation.open.value ?? 0) + 1, 'overdue'],
    ['dispatch.auto', 10_000, 'dispatch'],
    ['orders.0.dueAt', '2020-01-01T00:00:00+08:00', 'orders.0.dueAt'],
    ['intake.now', [1, 2, 3], 'intake.now'],
    ['returns.rate.value', 101, 'returns.rate.value'],
  ])('%s = %j', (path, value, named) => {
    expect(objected(reader, plant(document, at(path), value))).toContain(at(named))
  })

  it('fewer orders in the towns than received are fine: some have no place', () => {
    expect(objected(reader, plant(document, at('towns.0.count'), 0))).toEqual([])
  })
})

describe('an order', () => {
  it.each([
    ['orders.0.orderNo', ''],
    ['orders.0.title', '一'.repeat(17)],
    ['orders.0.stage', 'lost'],
    ['orders.0.town.code', ''],
  ])('refuses %s = %s', (path, value) => {
    expect(refused(schema, plant(document, at(path), value))).toContain(at(path))
  })

  it('is read without what the contract does not know: a caller never comes along', () => {
    const parsed = schema.safeParse(plant(document, at('orders.0.caller'), '张三'))
    expect(parsed.data).toEqual(schema.safeParse(document).data)
    expect(JSON.stringify(parsed.data)).not.toContain('张三')
  })
})

describe('lists', () => {
  it.each([
    ['orders', 40],
    ['keyItems', 12],
    ['repeats.clusters', 8],
    ['towns', 400],
  ] as const)('%s holds at most %i', (path, max) => {
    const [row] = path === 'repeats.clusters' ? operation.repeats.clusters : operation[path]
    const fill = (n: number) =>
      plant(
        document,
        at(path),
        Array.from({ length: n }, () => row),
      )
    expect(refused(schema, fill(max + 1))).toContain(at(path))
    expect(refused(schema, fill(max))).not.toContain(path === 'towns' ? '' : at(path))
  })
})
