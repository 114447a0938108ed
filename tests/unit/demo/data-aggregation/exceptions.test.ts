import { describe, expect, it } from 'vitest'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { DAY, HOUR, isoDate, parseTime } from '../../../../src/lib/calendar'
import { simulate } from '../../../../src/demo/data-aggregation/document'
import { isGap } from '../../../../src/demo/data-aggregation/loads'
import { at, base, demoOf, limits, moved, PRESENT } from './cities'

const NOW = at('2026-11-18T10:42')

/** Every seventeenth hour of a winter: all hours of the day come up. */
const HOURS = Array.from(
  { length: (120 * DAY) / (17 * HOUR) },
  (_, i) => parseTime('2026-10-20') + i * 17 * HOUR,
)

describe.each(PRESENT)('%s：需要处置的事项', (city) => {
  const seen = HOURS.map((now) => ({ now, items: moved(city, now).exceptions }))

  it('都有责任单位、时限、下一步和字典里有阈值或缺批次的依据', () => {
    const metrics = readMetrics()
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

  it('克制：多数时候没有，从不超过 4 件，但确实会有', () => {
    const quiet = seen.filter((s) => s.items.length === 0).length
    expect(quiet / seen.length).toBeGreaterThan(0.4)
    expect(quiet / seen.length).toBeLessThan(0.9)
    expect(Math.max(...seen.map((s) => s.items.length))).toBeLessThanOrEqual(4)
  })

  it('会恢复：没有一种事项一直都在', () => {
    const ids = new Set(seen.flatMap((s) => s.items.map((i) => i.id)))
    for (const id of ids) expect(seen.some((s) => !s.items.some((i) => i.id === id))).toBe(true)
  })
})

describe('白云 2026-11-18 10:42', () => {
  it('不动产登记库 2 日零入库，三级，当日其他都正常', () => {
    const [item, ...others] = moved('baiyun', NOW).exceptions
    expect(others).toEqual([])
    expect(item).toMatchObject({
      severity: 'minor',
      metric: 'data_zero_loads',
      what: '不动产登记库 2 日零入库',
    })
    const idle = moved('baiyun', NOW).operation?.departments.find((d) => d.id === item?.subject)
    expect(idle).toMatchObject({ latest: 0, zeroLoads: 2, idleDays: 2 })
  })

  it('阈值在字典里放宽，事项就不再出现', () => {
    const relaxed = simulate(base('baiyun'), {
      now: NOW,
      region: null,
      limits: { ...limits, data_zero_loads: 5 },
    })
    expect(relaxed.exceptions).toEqual([])
  })

  it('镇街范围内没有全区的事项', () => {
    expect(moved('baiyun', NOW, demoOf('baiyun').towns[0]?.code ?? '').exceptions).toEqual([])
  })
})

describe('缺的批次', () => {
  it('是 null 不是 0，次日六点起列入需要处置，此后各日不受影响', () => {
    const demo = demoOf('baiyun')
    const gap = parseTime('2026-11-12')
    expect(isGap(demo, gap)).toBe(true)
    const document = moved('baiyun', gap + DAY + 9 * HOUR)
    expect(document.operation?.intake.latest.value).toBeNull()
    expect(document.operation?.departments.every((d) => d.latest === null)).toBe(true)
    expect(document.exceptions.map((e) => e.metric)).toContain('data_intake')
    const after = moved('baiyun', NOW).operation
    expect(after?.intake.days.find((d) => d.date === isoDate(gap))?.records).toBeNull()
    expect(after?.intake.latest.value).toBeGreaterThan(0)
  })
})

describe('超期问题', () => {
  it('面板的超期数与事项同进退，时限改为 5 日时分档随之改变', () => {
    for (const now of HOURS) {
      const { operation, exceptions } = moved('huaibei', now)
      const listed = exceptions.some((e) => e.metric === 'data_issue_age')
      expect(listed).toBe((operation?.issues.overdue.value ?? 0) > 0)
    }
    const strict = simulate(base('huaibei'), {
      now: NOW,
      region: null,
      limits: { ...limits, data_issue_age: 5 },
    })
    expect(strict.operation?.issues?.byAge).toHaveLength(7)
  })
})
