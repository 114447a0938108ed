import { describe, expect, it } from 'vitest'
import { daySeries, measure, rateMeasure } from '../../../src/contract/measure'
import { plant, refused } from './sample'

const open = {
  value: 1284,
  unit: '件',
  period: '此刻',
  compare: { label: '昨', value: 1302 },
  normal: { low: 900, high: 1400 },
}

describe('a measure never travels naked', () => {
  it('accepts a full one and a missing value', () => {
    expect(refused(measure, open)).toEqual([])
    expect(refused(measure, { ...open, value: null })).toEqual([])
  })

  it.each([
    ['unit', undefined],
    ['unit', ''],
    ['period', undefined],
    ['value', undefined],
    ['value', Number.NaN],
    ['compare.label', ''],
    ['normal.low', 1401],
  ])('refuses %s = %j', (path, value) => {
    const at = path === 'normal.low' ? 'normal' : path
    expect(refused(measure, plant(open, path, value))).toEqual([at])
  })

  it('keeps rates within 0–100 and in percent', () => {
    const rate = { value: 98.65, unit: '%', period: '今日' }
    expect(refused(rateMeasure, rate)).toEqual([])
    expect(refused(rateMeasure, plant(rate, 'value', 100.1))).toEqual(['value'])
    expect(refused(rateMeasure, plant(rate, 'unit', '‰'))).toEqual(['unit'])
    expect(refused(rateMeasure, plant(rate, 'value', 0.9865))).toEqual([])
  })
})

describe('a day series', () => {
  const series = { startHour: 0, stepMinutes: 60, now: [3, null, null], low: [1, 1, 1], high: [5, 5, 5] }

  it('stops at the present without turning the rest into 0', () => {
    const parsed = daySeries.safeParse(series)
    expect(parsed.success && parsed.data.now).toEqual([3, null, null])
  })

  it.each([
    ['now', [3, null], 'now'],
    ['high', [5, 5], 'now'],
    ['low.1', 6, 'low'],
    ['startHour', 25, 'startHour'],
    ['stepMinutes', 1, 'stepMinutes'],
  ])('refuses %s = %j', (path, value, at) => {
    expect(refused(daySeries, plant(series, path, value))).toContain(at)
  })

  it('may know no usual range, or half of one', () => {
    const { low: _, high, ...plain } = series
    expect(refused(daySeries, plain)).toEqual([])
    expect(refused(daySeries, { ...plain, high })).toEqual([])
    expect(refused(daySeries, { ...plain, high: high.slice(1) })).toEqual(['now'])
  })

  it('holds at most a day of five-minute steps', () => {
    const day = Array.from({ length: 289 }, () => 1)
    expect(refused(daySeries, { ...series, now: day, low: day, high: day })).toEqual(['now', 'low', 'high'])
  })
})
