import { describe, expect, it } from 'vitest'
import { nextDelay } from '../../../src/panel-kit/use-dataset'

const IDS = ['hotline', 'video', 'service-hall', 'data-aggregation', 'exceptions', 'city-overview']

describe('how long until the next read', () => {
  it('is the period once a source is under way', () => {
    expect(nextDelay('hotline', 5000, 2, 0)).toBe(5000)
    expect(nextDelay('hotline', 5000, 9999, 0)).toBe(5000)
  })

  it('first shifts every dataset by a phase of its own, within one period', () => {
    const first = IDS.map((id) => nextDelay(id, 60_000, 1, 0))
    for (const delay of first) {
      expect(delay).toBeGreaterThanOrEqual(30_000)
      expect(delay).toBeLessThan(90_000)
    }
    expect(new Set(first.map((delay) => Math.round(delay / 100))).size).toBe(IDS.length)
    expect(first).toEqual(IDS.map((id) => nextDelay(id, 60_000, 1, 0)))
  })

  it('doubles with every failure, give or take a quarter', () => {
    for (const [failures, base] of [
      [1, 5000],
      [2, 10_000],
      [3, 20_000],
      [4, 40_000],
    ] as const) {
      const delay = nextDelay('hotline', 5000, 7, failures)
      expect(delay).toBeGreaterThanOrEqual(base * 0.75)
      expect(delay).toBeLessThanOrEqual(base * 1.25)
    }
  })

  it('never exceeds the cap by more than the jitter, and never stops asking', () => {
    for (const failures of [5, 50, 500, 5000]) {
      const delay = nextDelay('hotline', 5000, 7, failures)
      expect(delay).toBeGreaterThanOrEqual(45_000)
      expect(delay).toBeLessThanOrEqual(75_000)
    }
  })

  it('never asks a slow source more often when it fails than when it works', () => {
    expect(nextDelay('data-aggregation', 3_600_000, 7, 1)).toBeGreaterThanOrEqual(0.75 * 3_600_000)
    expect(nextDelay('data-aggregation', 3_600_000, 7, 9)).toBeLessThanOrEqual(1.25 * 3_600_000)
  })

  it('spreads the returns after a common outage', () => {
    const delays = IDS.flatMap((id) => [5, 6, 7, 8].map((failures) => nextDelay(id, 5000, 7, failures)))
    const low = delays.filter((delay) => delay < 60_000).length
    expect(new Set(delays).size).toBe(delays.length)
    expect(low).toBeGreaterThan(delays.length / 5)
    expect(low).toBeLessThan((delays.length * 4) / 5)
  })
})
