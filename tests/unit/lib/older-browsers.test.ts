import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const NAMES = ['toSorted', 'toReversed', 'toSpliced', 'with'] as const
const own = new Map(NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)]))

beforeEach(async () => {
  for (const name of NAMES) Reflect.deleteProperty(Array.prototype, name)
  vi.resetModules()
  await import('../../../src/lib/older-browsers')
})
afterEach(() => {
  for (const [name, descriptor] of own)
    if (descriptor) Object.defineProperty(Array.prototype, name, descriptor)
})

describe('in a browser that lacks them', () => {
  const list = () => [3, 10, 2]

  it('lists are sorted, turned, cut and changed as copies', () => {
    const given = list()
    expect(['b', 'a'].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b'])
    expect(given.toSorted((a, b) => a - b)).toEqual([2, 3, 10])
    expect(given.toReversed()).toEqual([2, 10, 3])
    expect(given.toSpliced(1, 1)).toEqual([3, 2])
    expect(given.toSpliced(0, 2, 7, 8, 9)).toEqual([7, 8, 9, 2])
    expect(given.with(1, 5)).toEqual([3, 5, 2])
    expect(given.with(-1, 5)).toEqual([3, 10, 5])
    expect(given).toEqual(list())
  })

  it('a place outside a list is an error, as in newer ones', () => {
    expect(() => list().with(3, 0)).toThrow(RangeError)
    expect(() => list().with(-4, 0)).toThrow(RangeError)
  })

  it('nothing new turns up when the keys of a list are walked', () => {
    expect(NAMES.filter((name) => Object.prototype.propertyIsEnumerable.call(Array.prototype, name))).toEqual(
      [],
    )
  })
})
