import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/data/mapping/expression'
import { toGcj02 } from '../../../src/lib/crs'
import type { Bindings } from '../../../src/data/shape/shape'
import { BINDINGS, faultOf } from './shape-fixture'

const run = (source: string, input: unknown = {}, more: Partial<Bindings> = {}) =>
  evaluate(source, input, { ...BINDINGS, ...more })
/** What `call` gives for `x`; null in a list, so that "missing" can be told from it. */
const of = async (call: string, x: unknown) => run(`{"r": ${call}}`, { x })
const said = async (call: string, x: unknown) => (await faultOf(of(call, x))).message

describe('times', () => {
  it.each([
    ['2026-11-22 09:13:00', '2026-11-22T09:13:00+08:00'],
    ['2026-11-22T09:13:00', '2026-11-22T09:13:00+08:00'],
    ['2026-11-22 09:13:00.5', '2026-11-22T09:13:00.5+08:00'],
    ['2026-11-22 09:13', '2026-11-22T09:13:00+08:00'],
    ['2026-11-22', '2026-11-22T00:00:00+08:00'],
    ['2026/11/22 9:13', '2026-11-22T09:13:00+08:00'],
    ['2026/1/2 9:03:04', '2026-01-02T09:03:04+08:00'],
    ['2026.11.22 09:13:00', '2026-11-22T09:13:00+08:00'],
    ['20261122091300', '2026-11-22T09:13:00+08:00'],
    ['202611220913', '2026-11-22T09:13:00+08:00'],
    ['20261122', '2026-11-22T00:00:00+08:00'],
    ['2026年11月22日 09:13', '2026-11-22T09:13:00+08:00'],
    ['2026年1月2日9时3分4秒', '2026-01-02T09:03:04+08:00'],
    [' ２０２６-１１-２２ ０９：１３ ', '2026-11-22T09:13:00+08:00'],
    ['2026-11-22T01:13:00Z', '2026-11-22T01:13:00Z'],
    ['2026-11-22T09:13:00.000+0800', '2026-11-22T09:13:00.000+08:00'],
    [1795309980, '2026-11-22T09:13:00+08:00'],
    [1795309980000, '2026-11-22T09:13:00+08:00'],
    ['1795309980000', '2026-11-22T09:13:00+08:00'],
  ])('$cnTime(%j)', async (x, iso) => {
    expect(await of('$cnTime(x)', x)).toEqual({ r: iso })
  })

  it.each(['', ' ', '-', '--', '—', 'null', 'N/A', null])('%j is no time, and no fault', async (x) => {
    expect(await of('$cnTime(x)', x)).toEqual({ r: null })
    expect(await of('$iso(x)', x)).toEqual({ r: null })
  })

  it.each([
    '2026-02-30 10:00:00',
    '2026-13-01',
    '昨天',
    '10:42',
    '2026-11-22 25:00',
    '26-11-22',
    12,
    true,
    {},
  ])('%j is a fault', async (x) => {
    expect(await said('$cnTime(x)', x)).toMatch(/^字段映射出错：r \$cnTime：.+不是时间/)
  })

  it('hold for the zone of the source', async () => {
    const at = '"2026-11-22 09:13:00"'
    expect(await run(`[$cnTime(${at}), $hour(${at})]`, {}, { zone: 'Z' })).toEqual([
      '2026-11-22T09:13:00Z',
      17,
    ])
  })

  it('$iso takes seconds and milliseconds, numbers and texts', async () => {
    expect(await run('[$iso(1795309980), $iso("1795309980123"), $iso(1795309980.5)]')).toEqual(
      Array(3).fill('2026-11-22T09:13:00+08:00'),
    )
    expect(await said('$iso(x)', '2026-11-22')).toMatch(/不是时间/)
  })

  it('can be told apart and read', async () => {
    expect(
      await run(`{
        "minutes": $minutesBetween("2026-11-22 09:13:00", "2026-11-22T01:43:30Z"),
        "days": $daysBetween("2026-11-20 21:00", "2026-11-22 09:00"),
        "back": $minutesBetween("2026-11-22 09:13", "2026-11-22 09:03"),
        "hour": $hour("2026-11-22T20:59:59Z"),
        "open": $minutesBetween("2026-11-22 09:13", null),
        "missing": $daysBetween("2026-11-22", x)
      }`),
    ).toEqual({ minutes: 30.5, days: 1.5, back: -10, hour: 4, open: null })
  })
})

describe('numbers', () => {
  it.each([
    ['1,843', 1843],
    ['12,345,678.90', 12_345_678.9],
    ['  12 ', 12],
    ['１２．５', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['1e3', 1000],
    ['.5', 0.5],
    [7, 7],
    [0, 0],
    ['0', 0],
  ])('$num(%j)', async (x, value) => {
    expect(await of('$num(x)', x)).toEqual({ r: value })
  })

  it.each(['', '-', '--', '—', '－', 'null', 'NULL', 'N/A', '无', '暂无', null])(
    '%j is null, or the default',
    async (x) => {
      expect(await of('$num(x)', x)).toEqual({ r: null })
      expect(await of('$num(x, 0)', x)).toEqual({ r: 0 })
      expect(await of('$percent(x)', x)).toEqual({ r: null })
      expect(await of('$cn(x)', x)).toEqual({ r: null })
    },
  )

  it('missing stays missing unless there is a default', async () => {
    expect(
      await run('{"a": $num(y), "b": $num(y, 0), "c": $num(y, null), "d": $cn(y), "e": $percent(y)}'),
    ).toEqual({
      b: 0,
      c: null,
    })
  })

  it.each(['abc', '1,84', '12件', '1 2', '0x10', '1.2.3', true, [1], { a: 1 }])(
    '%j is a fault',
    async (x) => {
      expect(await said('$num(x)', x)).toMatch(/^字段映射出错：r \$num：.+不是数/)
    },
  )

  it.each([
    ['"99.99%"', 99.99],
    ['"99.99 ％"', 99.99],
    ['99.99', 99.99],
    ['"99.99"', 99.99],
    ['0.9999, "ratio"', 99.99],
    ['"0.57", "ratio"', 57],
    ['"99.99%", "ratio"', 99.99],
    ['"9.9‰"', 0.99],
    ['0', 0],
  ])('$percent(%s)', async (args, value) => {
    expect(await run(`{"r": $percent(${args})}`)).toEqual({ r: value })
  })

  it('a unit of share that is none is a fault', async () => {
    expect(await said('$percent(x, "‰")', 1)).toMatch(/比率单位/)
  })

  it.each([
    ['1.2万', 12_000],
    ['1.1万', 11_000],
    ['3.5亿', 350_000_000],
    ['56.07亿条', 5_607_000_000],
    ['31万件', 310_000],
    ['1,200 千米', 1_200_000],
    ['2万亿元', 2e12],
    ['843', 843],
    ['12 件', 12],
    [12, 12],
  ])('$cn(%j)', async (x, value) => {
    expect(await of('$cn(x)', x)).toEqual({ r: value })
  })

  it.each(['约三万', '万', '1万2千', '31万件以上的工单'])('$cn(%j) is a fault', async (x) => {
    expect(await said('$cn(x)', x)).toMatch(/不是数/)
  })
})

describe('measures', () => {
  it('carry unit and period, and keep null', async () => {
    expect(
      await run(
        '{"a": $measure(a, "件", "今日"), "b": $measure(b, "件", "今日"), "c": $measure(c, "件", "今日"), "d": $rate(d, "近 30 日")}',
        { a: '1,843', b: null, d: '98.6%' },
      ),
    ).toEqual({
      a: { value: 1843, unit: '件', period: '今日' },
      b: { value: null, unit: '件', period: '今日' },
      d: { value: 98.6, unit: '%', period: '近 30 日' },
    })
  })
})

describe('code tables', () => {
  const enums = { state: { 1: 'open', 2: 'closed', 待派单: 'dispatch' } }
  const map = (call: string, input: unknown = {}) => run(`{"r": ${call}}`, input, { enums })

  it('translate numbers and texts', async () => {
    expect(
      await run('[$enum("state", 1), $enum("state", "2"), $enum("state", "待派单")]', {}, { enums }),
    ).toEqual(['open', 'closed', 'dispatch'])
  })

  it('name the table and the code they do not have: no default ever stands for it', async () => {
    expect((await faultOf(map('$enum("state", 7)'))).message).toBe(
      '字段映射出错：r $enum：编码表 enums.state 中没有“7”（第 1 行第 12 列）',
    )
    expect((await faultOf(map('$enum("stat", 1)'))).message).toMatch(/编码表 enums.stat 不存在/)
    expect((await faultOf(map('$enum("state", 7, "unknown")'))).message).toMatch(/没有“7”/)
    expect(await map('$enum("state", x, "unknown")', { x: null })).toEqual({ r: 'unknown' })
    expect(await map('$enum("state", x, "unknown")', { x: '--' })).toEqual({ r: 'unknown' })
    expect(await map('$enum("state", x, "unknown")')).toEqual({ r: 'unknown' })
  })

  it('have a word for any other code only where they say so', async () => {
    const tables = { kind: { a: 'A', else: 'other' }, stage: { 1: 'sign', else: null } }
    expect(
      await run('[$enum("kind", "a"), $enum("kind", "z"), $enum("stage", 9)]', {}, { enums: tables }),
    ).toEqual(['A', 'other', null])
    expect(await run('{"r": $enum("kind", x)}', { x: null }, { enums: tables })).toEqual({ r: null })
  })

  it('hold nothing of a prototype, and leave missing codes missing', async () => {
    expect((await faultOf(map('$enum("state", "constructor")'))).message).toMatch(/没有“constructor”/)
    expect((await faultOf(map('$enum("toString", 1)'))).message).toMatch(/不存在/)
    expect(await map('$enum("state", x)')).toEqual({})
    expect(await map('$enum("state", x)', { x: null })).toEqual({ r: null })
  })
})

describe('lists', () => {
  const rows = (input: unknown) =>
    run('{"r": $rows(list, function($row, $i) { {"n": $row.n, "i": $i} })}', input)

  it('$rows is a list whatever comes: many, one, none', async () => {
    expect(await rows({ list: [{ n: 1 }, { n: 2 }] })).toEqual({
      r: [
        { n: 1, i: 0 },
        { n: 2, i: 1 },
      ],
    })
    expect(await rows({ list: [{ n: 1 }] })).toEqual({ r: [{ n: 1, i: 0 }] })
    expect(await rows({ list: { n: 1 } })).toEqual({ r: [{ n: 1, i: 0 }] })
    expect(await rows({ list: [] })).toEqual({ r: [] })
  })

  it('of null it is empty; but a list that is not there is not an empty one', async () => {
    expect(await rows({ list: null })).toEqual({ r: [] })
    expect(await rows({})).toEqual({})
  })

  it('$rows keeps lists in lists, and says what it needs', async () => {
    expect(
      await run('{"r": $rows(p, function($v) { [$v[0] * 1000, $num($v[1])] })}', {
        p: [
          [1, '2'],
          [3, '4'],
        ],
      }),
    ).toEqual({
      r: [
        [1000, 2],
        [3000, 4],
      ],
    })
    expect((await faultOf(run('{"r": $rows(p, 1)}', { p: [] }))).message).toMatch(/须是 function/)
  })

  it('$require gives the rows, or names what is not there instead of counting 0', async () => {
    const list = [
      { a: 1, b: null },
      { a: 2, b: 3 },
    ]
    expect(await run('$count($require(list, "a", "b"))', { list })).toBe(2)
    expect(await run('$count($require(list, "a"))', { list: [{ a: 1 }] })).toBe(1)
    expect(await run('$count($require(list, "a"))', { list: [] })).toBe(0)
    const fault = async (input: unknown) =>
      (await faultOf(run('{"r": $count($require(list, "a", "b"))}', input))).message
    expect(await fault({ list: [...list, { a: 3 }] })).toContain('第 3 行没有字段 b')
    expect(await fault({ lists: list })).toContain('返回中没有这份列表')
  })

  it('$groupCount counts by a field, most first, and shows what has none', async () => {
    const list = [{ k: 'b' }, { k: 'a' }, { k: 'a' }, { k: null }, {}, { k: 7 }, { k: '' }, { k: 7 }]
    expect(await run('$groupCount(list, "k")', { list })).toEqual([
      { key: '未填', count: 3 },
      { key: '7', count: 2 },
      { key: 'a', count: 2 },
      { key: 'b', count: 1 },
    ])
    expect(await run('{"a": $groupCount(list, "k"), "b": $groupCount(none, "k")}', { list: [] })).toEqual({
      a: [],
    })
  })

  it('$num and the others can be handed to $map', async () => {
    expect(await run('$map(list, $num)', { list: ['1', '-', '1,000'] })).toEqual([1, null, 1000])
  })
})

describe('$wgs84', () => {
  it('reads texts and undoes the shift of the source', async () => {
    const { lng, lat } = toGcj02({ lng: 113.27, lat: 23.16 })
    const point = await run('$wgs84(jd, wd)', { jd: String(lng), wd: lat }, { crs: 'GCJ-02' })
    expect(point).toEqual({
      lng: expect.closeTo(113.27, 8) as number,
      lat: expect.closeTo(23.16, 8) as number,
    })
  })

  it('is null for a point that has no place', async () => {
    expect(await run('[$wgs84("", "23"), $wgs84(113, null), $wgs84(113, x)]')).toEqual([null, null, null])
  })
})
