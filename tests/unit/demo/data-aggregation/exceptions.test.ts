import { describe, expect, it } from 'vitest'
import { DAY, HOUR, isoDate, parseTime } from '../../../../src/lib/calendar'
import { isGap } from '../../../../src/demo/data-aggregation/loads'
import { raisedIn } from '../../domains/rules/ground'
import { at, limits, metrics } from '../cities'
import { dataAt, demoOf, PRESENT } from './cities'
import { operationAt, raisedAt, watched } from './counted'

const NOW = at('2026-11-18T10:42')

/** Every 71st hour of a winter: all hours of the day come up. */
const HOURS = Array.from(
  { length: (120 * DAY) / (71 * HOUR) },
  (_, i) => parseTime('2026-10-20') + i * 71 * HOUR,
)

const seenIn = (city: string) => {
  const operation = watched(city)
  return HOURS.map((now) => {
    const counted = operation(now)
    return {
      now,
      items: raisedIn(dataAt(city, now), counted),
      overdue: counted.issues.overdue.value ?? 0,
    }
  })
}
const winters = new Map(PRESENT.map((city) => [city, seenIn(city)]))

describe.each(PRESENT)('what needs a person in %s', (city) => {
  const seen = winters.get(city) ?? []

  it('has an owner, a deadline, a next action and a metric of the dictionary', () => {
    const items = seen.flatMap((s) => s.items)
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) {
      expect([...item.what].length, item.what).toBeLessThanOrEqual(16)
      expect(item.owner.length).toBeGreaterThan(0)
      expect(['督办', '连线', '派单', '增开窗口', '研判', '通知', '催办']).toContain(item.action)
      expect(Number.isNaN(Date.parse(item.due))).toBe(false)
      expect(metrics[item.metric], item.metric).toBeDefined()
    }
    for (const { now, items: all } of seen) {
      expect(new Set(all.map((i) => i.id)).size).toBe(all.length)
      for (const item of all) expect(Date.parse(item.since), item.what).toBeLessThanOrEqual(now)
    }
  })

  it('is restrained: mostly nothing, never more than four items, and yet something', () => {
    const quiet = seen.filter((s) => s.items.length === 0).length
    expect(quiet / seen.length).toBeGreaterThan(0.4)
    expect(quiet / seen.length).toBeLessThan(0.9)
    expect(Math.max(...seen.map((s) => s.items.length))).toBeLessThanOrEqual(4)
  })

  it('recovers: no item is always there', () => {
    const ids = new Set(seen.flatMap((s) => s.items.map((i) => i.id)))
    for (const id of ids) expect(seen.some((s) => !s.items.some((i) => i.id === id))).toBe(true)
  })
})

describe('白云 on 2026-11-18 at 10:42', () => {
  it('has one minor item, two days without a load of 不动产登记库', () => {
    const [item, ...others] = raisedAt('baiyun', NOW)
    expect(others).toEqual([])
    expect(item).toMatchObject({
      severity: 'minor',
      metric: 'data_zero_loads',
      what: '不动产登记库 2 日零入库',
    })
    const idle = operationAt('baiyun', NOW).departments.find((d) => d.id === item?.subject)
    expect(idle).toMatchObject({ latest: 0, zeroLoads: 2, idleDays: 2 })
  })

  it('has none once the dictionary is more patient', () => {
    expect(raisedAt('baiyun', NOW, null, { ...limits, data_zero_loads: 5 })).toEqual([])
  })

  it('has nothing of the whole district in a town', () => {
    expect(raisedAt('baiyun', NOW, demoOf('baiyun').towns[0]?.code ?? '')).toEqual([])
  })
})

describe('a missing batch', () => {
  it('is null and not 0, needs a person from six the next day, and leaves later days as they are', () => {
    const demo = demoOf('baiyun')
    const gap = parseTime('2026-11-12')
    expect(isGap(demo, gap)).toBe(true)
    const now = gap + DAY + 9 * HOUR
    const { intake, departments } = operationAt('baiyun', now)
    expect(intake.latest.value).toBeNull()
    expect(departments.every((d) => d.latest === null)).toBe(true)
    expect(raisedAt('baiyun', now).map((e) => e.metric)).toContain('data_intake')
    const after = operationAt('baiyun', NOW)
    expect(after.intake.days.find((d) => d.date === isoDate(gap))?.records).toBeNull()
    expect(after.intake.latest.value).toBeGreaterThan(0)
  })
})

describe('overdue issues', () => {
  it('are counted and raised together', () => {
    const seen = winters.get('huaibei') ?? []
    expect(seen.length).toBeGreaterThan(35)
    for (const { items, overdue } of seen)
      expect(items.some(({ metric }) => metric === 'data_issue_age')).toBe(overdue > 0)
  })
})
