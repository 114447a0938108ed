import { describe, expect, it } from 'vitest'
import { factValue } from '../../../../mock-data/generator/facts'
import { DAY, daysOfYear, HOUR, isoDate, MINUTE, parseTime } from '../../../../src/lib/calendar'
import { issuesOfYear } from '../../../../src/demo/data-aggregation/issues'
import { loadOn, loadsOf, stockAtEnd, stockOn } from '../../../../src/demo/data-aggregation/loads'
import { callsOfYear } from '../../../../src/demo/data-aggregation/sharing'
import { at, base, demoOf, MOMENTS, operationAt, PRESENT, sum } from './cities'

describe.each(PRESENT)('%s：合计与公布数字一致', (city) => {
  const demo = demoOf(city)

  it('公布的总量是其年末的总量，此后每年增加同一数量', () => {
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

  it('各部门、近 30 日、当日三处的入库一致，部门存量按当日入库增长', () => {
    for (const now of MOMENTS) {
      const o = operationAt(city, now)
      const before = operationAt(city, now - DAY)
      expect(sum(o.departments.map((d) => d.records))).toBe(o.records.value)
      if (o.intake.latest.value !== null)
        expect(sum(o.departments.map((d) => d.latest ?? 0))).toBe(o.intake.latest.value)
      const newYear = o.loadedDay.endsWith('-01-01')
      if (newYear) continue
      o.departments.forEach((d, i) =>
        expect(d.records - (before.departments[i]?.records ?? 0), d.name).toBe(d.latest ?? 0),
      )
    }
  })

  it('总量逐日不减，跨年也不减', () => {
    let last = 0
    for (let day = parseTime('2026-12-20'); day < parseTime('2027-01-12'); day += DAY) {
      const total = sum(stockOn(demo, day))
      expect(total, isoDate(day)).toBeGreaterThanOrEqual(last)
      last = total
    }
  })

  it('本月入库等于本月各日之和，缺的一日不计', () => {
    const o = operationAt(city, at('2026-11-18T10:42'))
    const days = o.intake.days.filter((d) => d.date.startsWith('2026-11'))
    expect(days.filter((d) => d.records === null)).toHaveLength(1)
    expect(o.intake.month.value).toBe(sum(days.map((d) => d.records ?? 0)))
    const first = parseTime('2026-10-01')
    const same = Array.from({ length: 17 }, (_, i) => sum(loadOn(demo, first + i * DAY) ?? []))
    expect(o.intake.month.compare?.value).toBe(sum(same))
  })

  it('全年调用与全年问题之和就是全年之数', () => {
    const day = parseTime('2026-03-01')
    expect(sum(callsOfYear(demo, day))).toBe(demo.callsPerYear)
    expect(sum(issuesOfYear(demo, day))).toBe(demo.issuesPerYear)
  })

  it('一天结束时的调用等于当日之数', () => {
    const midnight = parseTime('2026-11-18')
    const k = daysOfYear(midnight).indexOf(midnight)
    const o = operationAt(city, midnight + DAY - 1)
    const day = callsOfYear(demo, midnight)[k] ?? 0
    // The last millisecond's share of the last quarter is still to come, for each consumer.
    expect(day - (o.sharing.calls.value ?? 0)).toBeLessThanOrEqual(demo.consumers.length)
    expect(sum(o.sharing.series.now.map((n) => n ?? 0))).toBeLessThanOrEqual(day)
  })

  it('镇街问题加部门问题等于全市', () => {
    for (const now of MOMENTS) {
      const whole = operationAt(city, now).issues.open.value ?? 0
      const towns = demo.towns.map((t) => operationAt(city, now, t.code).issues.open.value ?? 0)
      const districts = [...new Set(demo.towns.map((t) => t.code.slice(0, 6)))]
      const byDistrict = districts.map((d) => operationAt(city, now, d).issues.open.value ?? 0)
      expect(sum(byDistrict)).toBe(sum(towns))
      expect(sum(towns)).toBeLessThan(Math.max(1, whole))
    }
  })
})

describe('淮北公布的数字原样进入', () => {
  it('调用 484 万次、53 个部门、14 家使用方、目录四类与挂载率', () => {
    const demo = demoOf('huaibei')
    expect(sum(callsOfYear(demo, at('2026-11-18T10:42')))).toBe(factValue('huaibei', 'data_share_calls'))
    expect(demo.departments).toHaveLength(factValue('huaibei', 'data_depts_connected') ?? 0)
    expect(demo.consumers).toHaveLength(factValue('huaibei', 'data_share_consumer_depts') ?? 0)
    const { catalogue } = operationAt('huaibei', at('2026-11-18T10:42'))
    expect(catalogue.entries.value).toBe(factValue('huaibei', 'data_catalog_total'))
    for (const c of catalogue.classes) expect(c.rate).toBe(factValue('huaibei', c.metric))
  })
})

it('仙桃：中台 41 家单位，与交换平台的数据不相加', () => {
  const o = operationAt('xiantao', at('2024-01-01T08:00'))
  expect(o.departments).toHaveLength(factValue('xiantao', 'data_depts_connected') ?? 0)
  expect(o.records.value).toBe(factValue('xiantao', 'data_records_aggregated'))
  expect(o.catalogue.entries.value).toBe(factValue('xiantao', 'data_catalog_total'))
  expect(base('xiantao').operation?.returns?.total?.value).toBeNull()
})

describe.each(PRESENT)('%s：一天之内只增不减', (city) => {
  it('调用、失败、各使用方、提出与闭环', () => {
    const midnight = parseTime('2026-11-18')
    let last = operationAt(city, midnight)
    for (let now = midnight + 7 * MINUTE; now < midnight + DAY; now += 7 * MINUTE) {
      const next = operationAt(city, now)
      for (const of of [
        (o: typeof next) => o.sharing.calls.value ?? 0,
        (o: typeof next) => o.sharing.failures.value ?? 0,
        (o: typeof next) => o.issues.raised.value ?? 0,
        (o: typeof next) => o.issues.closed.value ?? 0,
        (o: typeof next) => o.records.value ?? 0,
        ...next.sharing.consumers.map((_, i) => (o: typeof next) => o.sharing.consumers[i]?.calls ?? 0),
      ])
        expect(of(next)).toBeGreaterThanOrEqual(of(last))
      last = next
    }
    expect(last.sharing.calls.value).toBeGreaterThan(0)
  })

  it('未闭环 = 昨日此刻未闭环 + 提出 − 闭环', () => {
    const now = at('2026-11-18T16:30')
    const midnight = operationAt(city, parseTime('2026-11-18'))
    const { issues } = operationAt(city, now)
    expect(issues.open.value).toBe(
      (midnight.issues.open.value ?? 0) + (issues.raised.value ?? 0) - (issues.closed.value ?? 0),
    )
    const yesterday = operationAt(city, now - DAY).issues
    expect(issues.open.compare?.value).toBe(yesterday.open.value)
  })

  it('六点前看到的是前一个批次', () => {
    expect(operationAt(city, at('2026-11-18T05:59')).loadedDay).toBe('2026-11-16')
    expect(operationAt(city, at('2026-11-18T05:59') + MINUTE).loadedDay).toBe('2026-11-17')
    expect(operationAt(city, at('2026-11-18T05:59') + DAY - 6 * HOUR).loadedDay).toBe('2026-11-17')
  })
})
