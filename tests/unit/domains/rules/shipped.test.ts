import { describe, expect, it } from 'vitest'
import { exceptionItem, type ExceptionItem } from '../../../../src/contract/exception'
import { workOrders } from '../../../../src/demo/hotline/rows'
import { workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { keyOf } from '../../../../src/domains/video/records'
import { at, limits } from '../../demo/cities'
import { operationAt as dataAt, raisedAt } from '../../demo/data-aggregation/counted'
import { demo, hotlineAt, operationAt } from '../../demo/hotline/day'
import { hallsAt } from '../../demo/service-hall/cities'
import { videoAt } from '../../demo/video/cities'
import { bookOf } from '../book'
import { cn, judgedAt } from './ground'

const NOW = '2026-11-18 10:42'

/** What a person reads of an exception: what, of which place, who answers for it until when, and what comes next. */
const said = (items: readonly ExceptionItem[]) =>
  items.map(({ severity, place, what, owner, due, action }) =>
    [severity, place?.name ?? '全市', what, owner, due.slice(5, 16), action].join(' '),
  )

const metricOf = (items: readonly ExceptionItem[], name: string) =>
  items.filter(({ metric }) => metric === name)

describe('the rules of the hotline', () => {
  it('raise every order past its deadline and the place that comes back most', () => {
    const { exceptions } = hotlineAt(NOW)
    expect(said(exceptions)).toEqual([
      'critical 龙归 水质发黄超期 区水务局 11-17T17:48 督办',
      'critical 松洲 小区停车难超期 区交通局 11-18T05:23 督办',
      'major 人和 噪声扰民 30 日重复 29 件 人和镇政府 11-18T17:30 研判',
    ])
    expect(metricOf(exceptions, 'hotline_overdue_open')).toHaveLength(operationAt(NOW).overdue.value ?? -1)
    for (const item of exceptions) expect(exceptionItem.safeParse(item).error).toBeUndefined()
  })

  it('give a place that keeps coming back until the end of a working day: on a Sunday, of Monday', () => {
    const [item] = metricOf(hotlineAt('2026-11-22 15:00').exceptions, 'hotline_repeat_rate')
    expect(item?.due).toBe('2026-11-23T17:30:00+08:00')
  })

  it('raise an order that nobody is named for all the same, with who answers for its town', () => {
    const now = at(NOW)
    const rows = workOrders('baiyun', demo, { now, since: null, calendar: cn })
    const unnamed = rows.map((row) => ({ ...row, dept: null, title: null }))
    const moment = { now, region: null, limits, calendar: cn }
    const views = counting.views?.(bookOf([workOrder, unnamed]), moment) ?? {}
    const late = metricOf(judgedAt('hotline', now, { views }).exceptions, 'hotline_overdue_open')
    expect(late.map(({ what, owner }) => `${what} ${owner}`)).toEqual([
      '供水供电超期 龙归街道办',
      '停车管理超期 松洲街道办',
    ])
  })
})

describe('the rules of the halls', () => {
  it('raise a wait beyond its limit, and a town with too many terminals out of order', () => {
    expect(said(hallsAt('baiyun', NOW).exceptions)).toEqual([
      'major 云城 大厅最长等候 35 分（限 30） 大厅值班 11-18T10:55 增开窗口',
      'minor 黄石 自助终端 3 台离线 黄石便民中心 11-18T16:25 通知',
    ])
    expect(hallsAt('huaibei', NOW).exceptions).toEqual([])
  })

  it('raise the reviews of a hall that are past their deadline as one', () => {
    expect(said(hallsAt('xiantao', NOW).exceptions)).toEqual([
      'major 干河 差评超期 1 件 市中心大厅 11-17T17:00 督办',
    ])
  })

  it('have nothing to say of terminals where it is said that there are none, and do not know where nothing is said', () => {
    const { operation, asOf } = hallsAt('heyuan', NOW)
    const judged = (terminals: unknown) =>
      judgedAt('service-hall', Date.parse(asOf), { city: 'heyuan', operation: { ...operation, terminals } })
        .judged
    expect(operation.terminals).toBeNull()
    expect(judged(null)).toContain('hall-terminals')
    expect(judged(undefined)).not.toContain('hall-terminals')
  })
})

describe('the rules of the video platform', () => {
  it('raise a source under its target, and the uplink that is down with it where that is one cause', () => {
    const { exceptions } = videoAt('baiyun', NOW)
    expect(said(exceptions)).toEqual([
      // Due four hours after the cut that carried it under its target.
      'major 全市 水务在线率低于 95% 区水务局 11-18T12:07 通知',
    ])
    expect(exceptions.map(({ subject }) => subject)).toEqual([keyOf('水务')])
    expect(exceptions[0]?.evidence?.covers).toMatchObject([
      { what: '河道 12 路离线超 2 时', place: { name: '人和' } },
    ])
    expect(said(videoAt('huaibei', NOW).exceptions)).toEqual([
      'minor 濉溪 河道 9 路离线超 2 时 市水务局 11-18T12:09 派单',
    ])
  })
})

describe('the rules of the data platform', () => {
  it.each([
    ['baiyun', 'minor 全市 不动产登记库 2 日零入库 区规资分局 11-19T18:00 通知'],
    ['huaibei', 'major 全市 同名异码超 10 工作日 市教育局 11-13T18:00 督办'],
    ['xiantao', 'major 全市 必填项空值超限超 10 工作日 市总工会 11-17T18:00 督办'],
  ])('raise what is wrong in %s', (city, item) => {
    expect(said(raisedAt(city, at(NOW)))).toEqual([item])
    expect(dataAt(city, at(NOW)).issues.overdue.value ?? 0).toBe(item.includes('超 10 工作日') ? 1 : 0)
  })
})

describe('since when something needs a person', () => {
  /** As a wall sees it that was opened at this very moment: it remembers nothing. */
  const opened = (moment: number) => [
    ...hotlineAt(moment).exceptions,
    ...hallsAt('baiyun', moment).exceptions,
    ...videoAt('baiyun', moment).exceptions,
    ...raisedAt('baiyun', moment),
  ]

  it('is told by the records, so a wall that is loaded again says the same as one that ran on', () => {
    const [before, after] = [opened(at(NOW)), opened(at('2026-11-18 10:47'))]
    const since = new Map(after.map((item) => [item.id, item.since]))
    const lasting = before.filter(({ id }) => since.has(id))
    expect(new Set(lasting.map(({ domain }) => domain)).size).toBe(4)
    for (const item of lasting) expect([item.id, since.get(item.id)]).toEqual([item.id, item.since])
    for (const item of before) {
      expect([item.id, item.evidence?.seen]).toEqual([item.id, undefined])
      expect(Date.parse(item.since)).toBeLessThan(at(NOW))
    }
  })
})
