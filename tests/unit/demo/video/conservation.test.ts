import { describe, expect, it } from 'vitest'
import { factValue } from '../../../../mock-data/generator/facts'
import { sum } from '../cities'
import { CITIES, demoOf, MOMENTS, operationAt } from './cities'

const districtsOf = (city: (typeof CITIES)[number]) => [
  ...new Set(demoOf(city).towns.map(({ code }) => code.slice(0, 6))),
]

describe.each(CITIES)('%s', (city) => {
  it('spreads exactly the published channels, over sources and towns alike', () => {
    const published = factValue(city, 'video_channels')
    const o = operationAt(city, '2026-11-18 10:42')
    expect(o.channels.value).toBe(published)
    expect(sum(o.sources.map(({ channels }) => channels))).toBe(published)
    expect(sum(o.types.map(({ channels }) => channels))).toBe(published)
    expect(sum(o.towns.map(({ cameras }) => cameras))).toBe(published)
  })

  it('has as many sources as departments were published', () => {
    const departments = factValue(city, 'video_depts_connected')
    if (departments !== null) expect(demoOf(city).sources).toHaveLength(departments)
    expect(demoOf(city).sources.every(({ channels }) => sum(channels) > 0)).toBe(true)
  })

  it.each(MOMENTS)('counts every offline channel once, whichever way it is split (%s)', (moment) => {
    const o = operationAt(city, moment)
    const offline = o.offline.value ?? -1
    expect(offline).toBeGreaterThan(0)
    expect(sum(o.sources.map((s) => s.offline))).toBe(offline)
    expect(sum(o.types.map((t) => t.offline))).toBe(offline)
    expect(sum(o.towns.map((t) => t.offline))).toBe(offline)
    expect(sum(o.ageing.map(({ count }) => count))).toBe(offline)
    expect(o.trend.at(-1)?.rate).toBe(o.onlineRate.value)
  })

  it.each(MOMENTS)('is the sum of its districts and of its towns (%s)', (moment) => {
    const whole = operationAt(city, moment)
    for (const regions of [districtsOf(city), demoOf(city).towns.map(({ code }) => code)]) {
      const parts = regions.map((region) => operationAt(city, moment, region))
      const total = (read: (o: typeof whole) => number | null) => sum(parts.map(read))
      expect(total((o) => o.channels.value)).toBe(whole.channels.value)
      expect(total((o) => o.offline.value)).toBe(whole.offline.value)
      expect(total((o) => o.dropped.value)).toBe(whole.dropped.value)
      expect(total((o) => o.restored.value)).toBe(whole.restored.value)
      expect(total((o) => o.open.total)).toBe(whole.open.total)
      expect(total((o) => o.quality[0]?.failing.value ?? 0)).toBe(whole.quality[0]?.failing.value)
      expect(total((o) => o.quality[1]?.failing.value ?? 0)).toBe(whole.quality[1]?.failing.value)
      whole.sources.forEach((source, i) => {
        expect(total((o) => o.sources[i]?.offline ?? 0)).toBe(source.offline)
        expect(total((o) => o.sources[i]?.channels ?? 0)).toBe(source.channels)
      })
    }
  })

  it('keeps no more faults in the list than are open, and all of them in the states', () => {
    for (const moment of MOMENTS) {
      const { open, faults } = operationAt(city, moment)
      expect(sum(Object.values(open.states))).toBe(open.total)
      expect(faults.length).toBe(Math.min(40, open.total))
      for (const fault of faults) expect(fault.channels).toBeGreaterThan(0)
    }
  })
})

describe('the size of the demo', () => {
  it('is that of a district of 36,000 cameras: about 480 offline on a working morning', () => {
    const offline = Array.from({ length: 28 }, (_, i) =>
      operationAt('baiyun', `2026-11-${String(i + 1).padStart(2, '0')} 10:42`),
    ).map((o) => o.offline.value ?? 0)
    const mean = sum(offline) / offline.length
    expect(mean).toBeGreaterThan(420)
    expect(mean).toBeLessThan(520)
    expect(Math.max(...offline) - Math.min(...offline)).toBeGreaterThan(30)
  })

  it('shows the reference morning as designed', () => {
    const o = operationAt('baiyun', '2026-11-18 10:42')
    const rate = (label: string) => {
      const row = o.sources.find((s) => s.label === label)
      return row ? 100 - (row.offline / row.channels) * 100 : 0
    }
    expect(o.offline.value).toBeGreaterThan(460)
    expect(o.offline.value).toBeLessThan(510)
    expect(o.onlineRate.value).toBeCloseTo(98.65, 0)
    expect(rate('水务')).toBeLessThan(95)
    for (const label of ['公安', '城管', '交通']) expect(rate(label)).toBeGreaterThan(98)
    for (const label of ['镇街', '教育']) expect(rate(label)).toBeGreaterThan(95)
  })
})
