import { describe, expect, it } from 'vitest'
import { named, spread } from '../../../../src/domains/exceptions/views/Deadlines'

/** Least distance of two marks on a track of `width` u, in u. */
function closest(shares: readonly number[], width: number): number {
  const at = shares.map((share) => (share / 100) * width).sort((a, b) => a - b)
  return Math.min(...at.slice(1).map((x, i) => x - (at[i] ?? 0)))
}

describe('marks of one lane', () => {
  it.each([
    ['at one moment', [44, 44, 44]],
    ['all due tomorrow, at the right end', [100, 100, 100, 100]],
    ['nearly touching', [44, 44.5, 90, 90.2]],
  ])('stand apart: %s', (_, shares) => {
    const placed = spread(shares, 800)
    expect(closest(placed, 800)).toBeGreaterThanOrEqual(26.9)
    expect(Math.max(...placed)).toBeLessThanOrEqual(100)
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0)
  })

  it('stay where they are when there is room', () => {
    expect(spread([10, 40, 90], 800)).toEqual([10, 40, 90])
  })
})

describe('names beside marks', () => {
  it('stand where neither the next mark, the present nor the end of the day is in their way', () => {
    expect(named([10, 40, 85], 60, 800)).toEqual([true, true, true])
    expect(named([10, 20, 98], 60, 800)).toEqual([false, true, false])
  })

  it('are not crossed by the line of the present, but may follow a mark on it', () => {
    expect(named([10], 15, 800)).toEqual([false])
    expect(named([10], 10.5, 800)).toEqual([true])
    expect(named([10], 9, 800)).toEqual([true])
  })
})
