import { describe, expect, it } from 'vitest'
import { dataAggregation } from '../../../../src/domains/data-aggregation/resources'
import { operation as schema, type WholeData } from '../../../../src/domains/data-aggregation/contract'
import { at, base, bases, demoOf, limits, MOMENTS, moved, operationAt, PRESENT } from './cities'

const NOW = at('2026-11-18T10:42')

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) freeze(each)
  return Object.freeze(value)
}

describe.each(PRESENT)('%s：任何时刻、任何范围都合契约', (city) => {
  const town = demoOf(city).towns[0]?.code ?? ''
  it.each([null, town, town.slice(0, 6)])('范围 %s', (region) => {
    for (const now of MOMENTS) {
      const document = moved(city, now, region)
      const parsed = dataAggregation.parse(JSON.parse(JSON.stringify(document)))
      expect(parsed.success ? [] : parsed.error.issues).toEqual([])
      expect(Date.parse(document.asOf)).toBeLessThanOrEqual(now)
      expect(now - Date.parse(document.asOf)).toBeLessThan(86_400_000)
      expect(document.region).toBe(region ?? base(city).region)
    }
  })

  it('同样的输入得到同样的文档，输入不被改动，重复推演不走样', () => {
    const frozen = freeze(structuredClone(base(city)))
    const moment = { now: NOW, region: null, limits }
    const first = dataAggregation.simulate?.(frozen, moment, new Map())
    expect(dataAggregation.simulate?.(structuredClone(frozen), moment, new Map())).toEqual(first)
    expect(first && dataAggregation.simulate?.(first, moment, new Map())).toEqual(first)
  })

  it('记住一天之后每次推演不到 4 毫秒', () => {
    moved(city, NOW)
    // Our own CPU time, the best of several rounds: other work on the machine must not decide this.
    const rounds = Array.from({ length: 8 }, (_, round) => {
      const start = process.cpuUsage()
      for (let i = 0; i < 25; i++) moved(city, NOW + (round * 25 + i + 1) * 60_000)
      return process.cpuUsage(start).user / 1000 / 25
    })
    expect(Math.min(...rounds)).toBeLessThan(4)
  })

  it('没有演示参数的文档（实时）原样返回', () => {
    const document = base(city)
    const { demo: _, ...live } = document.operation ?? operationAt(city, NOW)
    const wanted = { ...document, operation: live }
    expect(dataAggregation.simulate?.(wanted, { now: NOW, region: null, limits }, new Map())).toBe(wanted)
  })
})

describe('没有数据平台的城市', () => {
  it.each([
    ['zongyang', 'not-built'],
    ['heyuan', 'not-connected'],
  ])('%s 是 %s，不是 0', (city, kind) => {
    const document = bases.get(city)
    expect(document?.absence?.kind).toBe(kind)
    expect(document?.operation).toBeNull()
    expect(document?.source.simulated).toBe(false)
    expect(dataAggregation.parse(document).success).toBe(true)
    expect(moved(city, NOW)).toBe(document)
  })
})

describe('口径待核随文档到达', () => {
  it.each([
    ['huaibei', 'HB-C2'],
    ['xiantao', 'XT-C3'],
  ])('%s %s', (city, id) => {
    expect(base(city).contradictions.map((c) => c.id)).toEqual([id])
  })
})

describe('契约拒绝自相矛盾的数据，并指出字段', () => {
  const good = operationAt('baiyun', NOW)
  const off = (value: number | null) => (value ?? 0) + 1
  const cases: [string, (o: WholeData) => WholeData, string][] = [
    ['部门之和', (o) => ({ ...o, records: { ...o.records, value: off(o.records.value) } }), 'departments'],
    [
      '当日入库',
      (o) => ({ ...o, intake: { ...o.intake, latest: { ...o.intake.latest, value: 1 } } }),
      'intake.latest',
    ],
    ['末日', (o) => ({ ...o, intake: { ...o.intake, days: o.intake.days.slice(0, -1) } }), 'intake.days'],
    ['类数', (o) => ({ ...o, classes: { value: 1, unit: '类', period: '此刻' } }), 'classes'],
    ['已入多于应入', (o) => ({ ...o, loaded: { done: 9, due: 8 } }), 'loaded'],
    [
      '目录之和',
      (o) => ({ ...o, catalogue: { ...o.catalogue, entries: { ...o.catalogue.entries, value: 1 } } }),
      'catalogue.classes',
    ],
    [
      '挂载多于目录',
      (o) => ({
        ...o,
        catalogue: { ...o.catalogue, classes: o.catalogue.classes.map((c) => ({ ...c, mounted: 9999 })) },
      }),
      'catalogue.classes.0.mounted',
    ],
    [
      '失败多于调用',
      (o) => ({ ...o, sharing: { ...o.sharing, failures: { ...o.sharing.failures, value: 1e9 } } }),
      'sharing.failures',
    ],
    ['使用方之和', (o) => ({ ...o, sharing: { ...o.sharing, consumers: [] } }), 'sharing.consumers'],
    [
      '问题分档',
      (o) => ({ ...o, issues: { ...o.issues, open: { ...o.issues.open, value: off(o.issues.open.value) } } }),
      'issues.byAge',
    ],
    [
      '超期一档',
      (o) => ({ ...o, issues: { ...o.issues, overdue: { ...o.issues.overdue, value: 5 } } }),
      'issues.overdue',
    ],
    [
      '问题多于校核',
      (o) => ({ ...o, issues: { ...o.issues, problemRows: { ...o.issues.problemRows, value: 1e12 } } }),
      'issues.problemRows',
    ],
    ['回流之和', (o) => ({ ...o, returns: { ...o.returns, sources: [] } }), 'returns.sources'],
    ['在途清单', (o) => ({ ...o, returns: { ...o.returns, applications: [] } }), 'returns.applications'],
    ['比率超过 100', (o) => ({ ...o, ontime: { ...o.ontime, value: 101 } }), 'ontime.value'],
    ['坏日期', (o) => ({ ...o, loadedDay: '2026-13-40' }), 'loadedDay'],
  ]

  it('原文档合契约', () => {
    expect(schema.safeParse(good).success).toBe(true)
  })

  it.each(cases)('%s', (_, break_, field) => {
    const parsed = schema.safeParse(break_(good))
    expect(parsed.success ? [] : parsed.error.issues.map((i) => i.path.join('.'))).toContain(field)
  })
})
