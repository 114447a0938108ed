import { describe, expect, it } from 'vitest'
import { clashesOf } from '../../../src/data/store/clashes'

const measure = (value: number | null) => ({ value, unit: '件', period: '此刻' })
const clash = (ours: unknown, theirs: unknown) => clashesOf('work-order', { open: theirs }, { open: ours })

describe('what was counted beside what the source says itself', () => {
  it.each([
    [3, 3],
    [3, '3'],
    [12_345, '12,345件'],
    [66.7, 67],
    [66.7, 66.66],
    [2_146_312_000, '21.46亿'],
    [0, 0],
  ])('is the same within the printed rounding: %s and %s', (ours, theirs) => {
    expect(clash(measure(ours), theirs)).toEqual([])
  })

  it.each([
    [3, 4, 4],
    [12_345, '12,346', 12_346],
    [66.7, 66.8, 66.8],
    [2_146_312_000, '21.47亿', 2_147_000_000],
    [3, null, null],
    [3, '--', null],
    [3, { value: 3 }, null],
  ])('is not: %s and %s', (ours, said, theirs) => {
    expect(clash(measure(ours), said)).toEqual([{ kind: 'work-order', part: 'open', ours, theirs }])
  })

  it('may be a plain number deeper down, and is named where nothing is counted under the name', () => {
    const operation = { returns: { count: 2 }, open: measure(null) }
    expect(clashesOf('k', { 'returns.count': 2 }, operation)).toEqual([])
    expect(clashesOf('k', { 'returns.count': 3, open: 1, opne: 1 }, operation)).toEqual([
      { kind: 'k', part: 'returns.count', ours: 2, theirs: 3 },
      { kind: 'k', part: 'open', ours: null, theirs: 1 },
      { kind: 'k', part: 'opne', ours: null, theirs: 1 },
    ])
  })
})
