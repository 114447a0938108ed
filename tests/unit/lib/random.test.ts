import { describe, expect, it } from 'vitest'
import { apportion, hash32, pick, stream, unit } from '../../../src/lib/random'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('hash32 and unit', () => {
  it('are FNV-1a with the murmur3 finish, for ever: a demo recorded today must replay next year', () => {
    // Worked out apart from this code, in Python.
    expect(hash32('hotline', 'baiyun', '2026-11-18')).toBe(2_978_787_542)
    expect(unit('phase', 'hotline')).toBe(hash32('phase', 'hotline') / 2 ** 32)
  })

  it('keep parts apart: ab|c is not a|bc', () => {
    expect(hash32('ab', 'c')).not.toBe(hash32('a', 'bc'))
    expect(hash32('a', '')).not.toBe(hash32('a'))
  })

  it('stay in range and fill it evenly', () => {
    const draws = Array.from({ length: 20_000 }, (_, i) => unit('even', i))
    const bins = Array.from(
      { length: 10 },
      (_, b) => draws.filter((d) => d >= b / 10 && d < (b + 1) / 10).length,
    )
    expect(sum(bins)).toBe(draws.length)
    for (const bin of bins) expect(Math.abs(bin - 2000)).toBeLessThan(200)
  })
})

describe('stream', () => {
  it('repeats itself from the same seed and differs from the next', () => {
    const take = (seed: number) => {
      const next = stream(seed)
      return Array.from({ length: 50 }, next)
    }
    expect(take(7)).toEqual(take(7))
    expect(take(7)).not.toEqual(take(8))
    expect(take(7).every((x) => x >= 0 && x < 1)).toBe(true)
    expect(new Set(take(7)).size).toBe(50)
  })
})

describe('pick', () => {
  it('selects by weight and never what weighs nothing', () => {
    expect(pick([1, 1, 2], 0)).toBe(0)
    expect(pick([1, 1, 2], 0.249)).toBe(0)
    expect(pick([1, 1, 2], 0.25)).toBe(1)
    expect(pick([1, 1, 2], 0.5)).toBe(2)
    expect(pick([0, 3, 0], 0)).toBe(1)
    expect(pick([0, 3, 0], 0.999_999)).toBe(1)
  })

  it('stays inside the list at the very end of the range', () => {
    expect(pick([0.1, 0.2, 0.3], 1 - Number.EPSILON)).toBe(2)
  })

  it('draws in the long run what the weights say', () => {
    const next = stream(3)
    const weights = [5, 3, 2]
    const hits = [0, 0, 0]
    for (let i = 0; i < 10_000; i++) {
      const index = pick(weights, next())
      hits[index] = (hits[index] ?? 0) + 1
    }
    hits.forEach((n, i) => expect(Math.abs(n - (weights[i] ?? 0) * 1000)).toBeLessThan(200))
  })
})

describe('apportion', () => {
  it('sums to exactly the total, each part within one of its share, for any weights', () => {
    const next = stream(11)
    for (let round = 0; round < 400; round++) {
      const total = Math.floor(next() * 400_000)
      const weights = Array.from({ length: 1 + Math.floor(next() * 60) }, () =>
        next() < 0.1 ? 0 : next() * 10 ** Math.floor(next() * 6),
      )
      if (sum(weights) === 0) continue
      const parts = apportion(total, weights)
      expect(sum(parts)).toBe(total)
      parts.forEach((part, i) => {
        const share = (total * (weights[i] ?? 0)) / sum(weights)
        if (!Number.isInteger(part) || Math.abs(part - share) > 1 + 1e-6)
          expect.fail(`round ${round}: part ${i} is ${part}, its share ${share}`)
      })
    }
  })

  it('gives the remainder to the largest fractions and breaks ties by position', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(7, [0.5, 0.2, 0.3])).toEqual([4, 1, 2])
  })

  it('gives nothing to nobody', () => {
    expect(apportion(5, [0, 0])).toEqual([0, 0])
    expect(apportion(0, [1, 2])).toEqual([0, 0])
    expect(apportion(5, [])).toEqual([])
  })
})
