import { describe, expect, it } from 'vitest'
import { ageOf } from '../../../../src/contract/freshness'
import { panelState } from '../../../../src/panel/panel-state'
import { at } from '../cities'
import { CITIES, demoOf, documentAt, operationAt, videoAt } from './cities'

const MINUTE = 60_000
const moments = Array.from({ length: 48 }, (_, i) => at('2026-11-18 00:08') + i * 30 * MINUTE)

describe.each(CITIES)('through a day in %s', (city) => {
  const seen = moments.map((now) => operationAt(city, now))
  /** Until 8:00 counts are of the last 24 hours. */
  const today = seen.filter((_, i) => (moments[i] ?? 0) >= at('2026-11-18 08:00'))

  it('counts of today only grow', () => {
    for (const key of ['dropped', 'restored'] as const) {
      const values = today.map((o) => o[key].value ?? -1)
      expect(values.toSorted((a, b) => a - b)).toEqual(values)
      expect(values.at(-1)).toBeGreaterThan(values[0] ?? 0)
    }
  })

  it('what is offline comes and goes', () => {
    const values = seen.map((o) => o.offline.value ?? 0)
    const steps = values.slice(1).map((v, i) => v - (values[i] ?? 0))
    expect(steps.some((step) => step > 0)).toBe(true)
    expect(steps.some((step) => step < 0)).toBe(true)
  })

  it('offline now is offline at midnight plus what dropped minus what came back, but for channels hit twice', () => {
    const start = operationAt(city, at('2026-11-18 00:00'))
    for (const o of today) {
      const flow = (o.dropped.value ?? 0) - (o.restored.value ?? 0)
      const expected = (start.offline.value ?? 0) + flow
      expect(Math.abs((o.offline.value ?? 0) - expected)).toBeLessThan(8)
    }
  })

  it('a shift sees more and more of each plan, starts again with the next, and comes near the whole', () => {
    for (const { key } of demoOf(city).plans) {
      const rows = seen.map(({ patrol }) => ({
        from: patrol.from,
        plan: patrol.plans.find((p) => p.key === key),
      }))
      rows.slice(1).forEach(({ from, plan }, i) => {
        const before = rows[i]
        if (before?.from === from) expect(plan?.viewed).toBeGreaterThanOrEqual(before.plan?.viewed ?? 0)
      })
      const end = operationAt(city, '2026-11-18 19:58').patrol.plans.find((p) => p.key === key)
      expect((end?.viewed ?? 0) / (end?.channels ?? 1)).toBeGreaterThan(0.9)
      expect(
        operationAt(city, '2026-11-18 20:10').patrol.plans.find((p) => p.key === key)?.viewed,
      ).toBeLessThan(end?.viewed ?? 0)
    }
  })

  it('the trend is the past it shows: each hour says what was said then', () => {
    const { trend } = operationAt(city, '2026-11-18 15:00')
    const noon = trend.find((point) => point.at.startsWith('2026-11-18T12:00'))
    expect(noon?.rate).toBeGreaterThan(90)
    const then = [...Array(8).keys()].map((i) => videoAt(city, at('2026-11-18 12:00') + i * MINUTE))
    const same = then.find(({ asOf }) => asOf === '2026-11-18T12:00:00+08:00')
    if (same) expect(noon?.rate).toBe(same.operation?.onlineRate.value)
    const hours = trend.slice(0, -1).map((point) => Date.parse(point.at))
    expect(hours.length).toBeGreaterThanOrEqual(23)
    hours.slice(1).forEach((hour, i) => expect(hour - (hours[i] ?? 0)).toBe(60 * MINUTE))
  })
})

describe('the source’s own time', () => {
  const minutes = Array.from({ length: 6 * 60 }, (_, i) => at('2026-11-18 21:00') + i * MINUTE)
  const told = minutes.map((now) => {
    const document = documentAt('huaibei', now)
    const state = panelState({ document, fault: undefined, now, isEmpty: false })
    return { lag: (now - Date.parse(document.asOf)) / MINUTE, age: ageOf(document, now), state }
  })
  const lags = told.map(({ lag }) => lag)

  it('never runs ahead and never lags by more than six minutes', () => {
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...lags)).toBe(6)
  })

  it('never moves back', () => {
    const times = minutes.map((now, i) => now - (lags[i] ?? 0) * MINUTE)
    expect(times.toSorted((a, b) => a - b)).toEqual(times)
  })

  it('is late a few times an hour, and never stale', () => {
    expect(Math.max(...told.map(({ age }) => age))).toBeLessThanOrEqual(6 * MINUTE)
    const states = told.map(({ state }) => state)
    const late = states.filter((state) => state === 'late').length
    expect(late / 6).toBeGreaterThan(2)
    expect(late / 6).toBeLessThan(12)
    expect(new Set(states)).toEqual(new Set(['demo', 'late']))
  })
})
