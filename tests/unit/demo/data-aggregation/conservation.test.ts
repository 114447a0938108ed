import { describe, expect, it } from 'vitest'
import { factValue } from '../../../../mock-data/generator/facts'
import { DAY, daysOfYear, HOUR, isoDate, MINUTE, parseTime } from '../../../../src/lib/calendar'
import { issuesOfYear } from '../../../../src/demo/data-aggregation/issues'
import { loadOn, loadsOf, stockAtEnd, stockOn } from '../../../../src/demo/data-aggregation/loads'
import { callsOfYear } from '../../../../src/demo/data-aggregation/sharing'
import { at, sum } from '../cities'
import { baseOf, demoOf, MOMENTS, PRESENT } from './cities'
import { issuesAt, operationAt, watched } from './counted'

describe.each(PRESENT)('the sums of %s', (city) => {
  const demo = demoOf(city)

  it('start from the published total at the end of its year, and grow by the same every year after', () => {
    const published = factValue(city, 'data_records_aggregated')
    const end = parseTime(`${demo.baseYear}-12-31`)
    expect(sum(stockOn(demo, end))).toBe(published)
    const years = [demo.baseYear + 1, 2026, 2027]
    for (const year of years) {
      const { loads } = loadsOf(demo, parseTime(`${year}-07-01`))
      expect(sum(loads.flat()), String(year)).toBe(demo.growthPerYear)
      expect(sum(stockOn(demo, parseTime(`${year}-12-31`))), String(year)).toBe(stockAtEnd(demo, year))
    }
  })

  it('agree in departments, in the last 30 days and in the day, and stocks grow by what the day brought', () => {
    for (const now of MOMENTS) {
      const o = operationAt(city, now)
      const before = operationAt(city, now - DAY)
      expect(sum(o.departments.map((d) => d.records))).toBe(o.records.value)
      if (o.intake.latest.value !== null)
        expect(sum(o.departments.map((d) => d.latest ?? 0))).toBe(o.intake.latest.value)
      const newYear = o.loadedDay.endsWith('-01-01')
      if (newYear) continue
      for (const d of o.departments) {
        const stock = before.departments.find(({ id }) => id === d.id)?.records ?? 0
        expect(d.records - stock, d.name).toBe(d.latest ?? 0)
      }
    }
  })

  it('never fall from day to day, not even at New Year', () => {
    let last = 0
    for (let day = parseTime('2026-12-20'); day < parseTime('2027-01-12'); day += DAY) {
      const total = sum(stockOn(demo, day))
      expect(total, isoDate(day)).toBeGreaterThanOrEqual(last)
      last = total
    }
  })

  it('of a month are those of its days, the missing one left out', () => {
    const o = operationAt(city, at('2026-11-18T10:42'))
    const days = o.intake.days.filter((d) => d.date.startsWith('2026-11'))
    expect(days.filter((d) => d.records === null)).toHaveLength(1)
    expect(o.intake.month.value).toBe(sum(days.map((d) => d.records ?? 0)))
    const first = parseTime('2026-10-01')
    const same = Array.from({ length: 17 }, (_, i) => sum(loadOn(demo, first + i * DAY) ?? []))
    expect(o.intake.month.compare?.value).toBe(sum(same))
  })

  it('of calls and of issues over a year are what the year has', () => {
    const day = parseTime('2026-03-01')
    expect(sum(callsOfYear(demo, day))).toBe(demo.callsPerYear)
    expect(sum(issuesOfYear(demo, day))).toBe(demo.issuesPerYear)
  })

  it('of calls at the end of a day are what the day has', () => {
    const midnight = parseTime('2026-11-18')
    const k = daysOfYear(midnight).indexOf(midnight)
    const o = operationAt(city, midnight + DAY - 1)
    const day = callsOfYear(demo, midnight)[k] ?? 0
    // The last millisecond's share of the last quarter is still to come, for each consumer.
    expect(day - (o.sharing.calls.value ?? 0)).toBeLessThanOrEqual(demo.consumers.length)
    expect(sum(o.sharing.series.now.map((n) => n ?? 0))).toBeLessThanOrEqual(day)
  })

  it('of issues in the towns are those of the districts, and departments have the rest', () => {
    for (const now of MOMENTS) {
      const whole = issuesAt(city, now).open.value ?? 0
      const towns = demo.towns.map((t) => issuesAt(city, now, t.code).open.value ?? 0)
      const districts = [...new Set(demo.towns.map((t) => t.code.slice(0, 6)))]
      const byDistrict = districts.map((d) => issuesAt(city, now, d).open.value ?? 0)
      expect(sum(byDistrict)).toBe(sum(towns))
      expect(sum(towns)).toBeLessThan(Math.max(1, whole))
    }
  })
})

describe('what 淮北 published', () => {
  it('is taken as it is: 4.84 million calls, 53 departments, 14 consumers, four classes with their mount rates', () => {
    const demo = demoOf('huaibei')
    expect(sum(callsOfYear(demo, at('2026-11-18T10:42')))).toBe(factValue('huaibei', 'data_share_calls'))
    expect(demo.departments).toHaveLength(factValue('huaibei', 'data_depts_connected') ?? 0)
    expect(demo.consumers).toHaveLength(factValue('huaibei', 'data_share_consumer_depts') ?? 0)
    const { catalogue } = operationAt('huaibei', at('2026-11-18T10:42'))
    expect(catalogue.entries.value).toBe(factValue('huaibei', 'data_catalog_total'))
    for (const c of catalogue.classes) expect(c.rate).toBe(factValue('huaibei', c.metric))
  })
})

it('仙桃 has the 41 units of its middle platform, whose data is not added to that of the exchange platform', () => {
  const o = operationAt('xiantao', at('2024-01-01T08:00'))
  expect(o.departments).toHaveLength(factValue('xiantao', 'data_depts_connected') ?? 0)
  expect(o.records.value).toBe(factValue('xiantao', 'data_records_aggregated'))
  expect(o.catalogue.entries.value).toBe(factValue('xiantao', 'data_catalog_total'))
  expect(baseOf('xiantao').operation?.returns?.total?.value).toBeNull()
})

describe.each(PRESENT)('through a day in %s', (city) => {
  it('calls, failures, each consumer, raised and closed only grow', () => {
    // Until 8:00 what is counted by the day is of the last 24 hours.
    const [midnight, morning] = [parseTime('2026-11-18'), parseTime('2026-11-18T08:00')]
    const at = watched(city)
    let last = at(morning)
    for (let now = morning + 13 * MINUTE; now < midnight + DAY; now += 13 * MINUTE) {
      const next = at(now)
      for (const of of [
        (o: typeof next) => o.sharing.calls.value ?? 0,
        (o: typeof next) => o.sharing.failures.value ?? 0,
        (o: typeof next) => o.issues.raised.value ?? 0,
        (o: typeof next) => o.issues.closed.value ?? 0,
        (o: typeof next) => o.records.value ?? 0,
        ...next.sharing.consumers.map(
          ({ id }) =>
            (o: typeof next) =>
              o.sharing.consumers.find((c) => c.id === id)?.calls ?? 0,
        ),
      ])
        expect(of(next)).toBeGreaterThanOrEqual(of(last))
      last = next
    }
    expect(last.sharing.calls.value).toBeGreaterThan(0)
  })

  it('open is open at midnight plus raised minus closed', () => {
    const now = at('2026-11-18T16:30')
    const midnight = operationAt(city, parseTime('2026-11-18'))
    const { issues } = operationAt(city, now)
    expect(issues.open.value).toBe(
      (midnight.issues.open.value ?? 0) + (issues.raised.value ?? 0) - (issues.closed.value ?? 0),
    )
    const yesterday = operationAt(city, now - DAY).issues
    expect(issues.open.compare?.value).toBe(yesterday.open.value)
  })

  it('before six the batch of the day before is shown', () => {
    expect(operationAt(city, at('2026-11-18T05:59')).loadedDay).toBe('2026-11-16')
    expect(operationAt(city, at('2026-11-18T05:59') + MINUTE).loadedDay).toBe('2026-11-17')
    expect(operationAt(city, at('2026-11-18T05:59') + DAY - 6 * HOUR).loadedDay).toBe('2026-11-17')
  })
})
