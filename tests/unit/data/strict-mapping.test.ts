import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { RowProblem } from '../../../src/contract/records/row-problem'
import { evaluate } from '../../../src/data/mapping/expression'
import { words } from '../../../src/data/mapping/words.zh'
import type { Bindings } from '../../../src/data/shape/shape'
import { BINDINGS, faultOf } from './shape-fixture'

const run = async (source: string, input: unknown = {}, more: Partial<Bindings> = {}) =>
  evaluate(`{"r": ${source}}`, input, { ...BINDINGS, ...more })
const said = async (...asked: Parameters<typeof run>) => (await faultOf(run(...asked))).detail

describe('a comparison', () => {
  it.each([
    ['a = 8', true],
    ['8 = a', true],
    ['a != 8', false],
    ['a > 7', true],
    ['a >= "8"', true],
    // As texts "10" comes before "9".
    ['"10" > "9"', true],
    ['"2026-11-22" > "2026-11-18"', true],
    ['big = 1234', true],
    ['word = "open"', true],
    ['word = "closed"', false],
    ['yes = "true"', true],
    ['list = [1, 2]', true],
    ['"8" in [7, 8]', true],
    ['word in "open"', true],
    ['nil = null', true],
    ['dash = null', true],
    ['word = null', false],
    ['dash = 3', false],
    ['nil < 3', false],
    ['nil >= 3', false],
    ['dash > 3', false],
  ])('%s is %j', async (source, is) => {
    const input = { a: '8', big: '1,234', word: 'open', yes: true, list: [1, '2'], nil: null, dash: '--' }
    expect(await run(source, input)).toEqual({ r: is })
  })

  it.each([
    ['word = 1', '"open" 与 1 不能比较'],
    ['word > 1', '"open" 与 1 不能比较'],
    ['yes = 1', 'true 与 1 不能比较'],
    ['list = 1', '[1,2] 与 1 不能比较'],
    ['1 < list', '1 与 [1,2] 不能比较'],
    ['gone = 1', '这里没有字段 gone'],
    ['1 = a.gone', '这里没有字段 a.gone'],
    ['gone in [1]', '这里没有字段 gone'],
  ])('%s is a fault', async (source, message) => {
    expect(await said(source, { word: 'open', yes: true, list: [1, 2], a: {} })).toContain(message)
  })
})

describe('a field that is not there, in a row', () => {
  const list = [{ n: 1, s: 'a', k: 'a', at: '2026-11-22' }, { s: 'b' }]
  const enums = { t: { a: 1, b: 0 } }

  it.each([
    '$count(list[n = 1])',
    '$count(list[n > 0 and s = "a"])',
    '$sum($rows(list, function($r) { $num($r.n) }))',
    '$sum(list.$num(n))',
    '$rows(list, function($r) { {"n": $cn($r.n)} })',
    '$sum($rows(list, function($r) { $enum("t", $r.k) }))',
    '$count(list[$isToday(at)])',
    '$count(list[$minutesBetween("2026-11-22", at) < 0])',
    '$require(list, "n")',
    '$groupCount(list, "n2")',
    '$count(lists)',
    '$count(lists[s = "a"])',
  ])('%s is a fault that names it', async (source) => {
    expect(await said(source, { list }, { enums })).toMatch(/没有字段 (n2?|k|at|lists)/)
  })

  it('is what a default says where one is asked for', async () => {
    expect(await run('$sum($rows(list, function($r) { $num($r.n, 0) }))', { list })).toEqual({ r: 1 })
    expect(
      await run('$rows(list, function($r) { $enum("t", $r.n, "none") })', { list: [{}] }, { enums }),
    ).toEqual({
      r: ['none'],
    })
    expect(await run('$count(list[$exists(n) and n = 1])', { list })).toEqual({ r: 1 })
  })

  it('is required by a dotted way as well', async () => {
    const deep = [{ a: { b: 1 } }, { a: {} }]
    expect(await run('$count($require(list, "a.b"))', { list: deep.slice(0, 1) })).toEqual({ r: 1 })
    expect(await said('$require(list, "a.b")', { list: deep })).toContain('第 2 行没有字段 a.b')
  })
})

describe('a filter that leaves nothing', () => {
  it.each([
    '$rows(list[n = 9], function($r) { $r.n })',
    '$rows($filter(list, function($r) { $r.n = 9 }), function($r) { $r.n })',
    '($x := list[n = 9]; $rows($x, function($r) { $r.n }))',
    '$rows(none[n = 9], function($r) { $r.n })',
    '$rows(nil[n = 9], function($r) { $r.n })',
    '$groupCount(list[n = 9], "n")',
    '$require(list[n = 9], "n")',
  ])('%s is an empty list', async (source) => {
    expect(await run(source, { list: [{ n: 1 }], none: [], nil: null })).toEqual({ r: [] })
  })

  it('of a list that is not there is not an empty one', async () => {
    expect(await run('$rows(lists[n = 9], function($r) { $r.n })', { list: [] })).toEqual({})
  })

  it('can still be asked whether it left anything', async () => {
    expect(await run('($x := list[n = 9]; $exists($x))', { list: [{ n: 1 }] })).toEqual({ r: false })
  })

  it('is nought of things, before and after they were grouped', async () => {
    const source = '($x := $rows(list, function($r) { $r }); $g := $x{k: $count($)}; $count($x))'
    expect(await run(source, { list: null })).toEqual({ r: 0 })
    expect(await run('$count(list)', { list: null })).toEqual({ r: 0 })
  })
})

describe('helpers', () => {
  it.each([
    ['$share(0, 0)', null],
    ['0 / 0', null],
    ['$share("3", 4)', 75],
    ['$share(null, 4)', null],
    ['$share(-1, 4)', null],
    ['$num(-1)', null],
    ['$num("-1", 0)', 0],
    ['$num(-2)', -2],
    ['$signed(-1)', -1],
    ['$measure("-1", "件", "今日").value', null],
    ['$measure(-1, "%", "今日").value', -1],
    ['$json("{\\"a\\": [1]}").a', [1]],
    ['$isToday("2026-11-22 00:00:00")', true],
    ['$isToday("2026-11-21T23:59:59+08:00")', false],
    ['$isToday("2026-11-21T16:00:00Z")', true],
    ['$isToday(null)', false],
    ['$cnTime("2026-09-16 10:42:00.123456+08")', '2026-09-16T10:42:00.123456+08:00'],
    ['$cnTime("--", "none")', 'none'],
    ['$observedAt({"modifiedAt": "2026-11-18T02:41:40Z"})', '2026-11-18T10:41:40+08:00'],
    ['$observedAt({"a": 1})', null],
  ])('%s is %j', async (source, value) => {
    expect(await run(source)).toEqual({ r: value })
  })

  it('refuse a part that is more than the whole, and fewer than none', async () => {
    expect(await said('$share(5, 4)')).toContain('部分 5 不能大于整体 4')
    expect(await said('$measure(-3, "件", "今日")')).toContain('不是数量')
  })
})

describe('records that a mapping gives', () => {
  const source = '$rows(list, function($r) { {"no": $r.no, "kind": $enum("t", $r.k)} })'
  const list = [{ no: 1, k: 'a' }, { no: 2, k: 'zz' }, { no: 3 }]
  const enums = { t: { a: 'A' } }

  it('lose the rows that cannot be used, each by its field and reason', async () => {
    const rows = await evaluate(source, { list }, { ...BINDINGS, enums, aside: true })
    expect(rows).toEqual([{ no: 1, kind: 'A' }, expect.any(RowProblem), expect.any(RowProblem)])
    expect(rows).toMatchObject([
      {},
      { field: 'kind', message: expect.stringContaining('“zz”') as unknown },
      { field: 'kind', message: expect.stringContaining('没有字段 k') as unknown },
    ])
  })

  it('and a document that counts them itself loses itself', async () => {
    expect((await faultOf(evaluate(source, { list }, { ...BINDINGS, enums }))).detail).toContain('“zz”')
  })

  it('are not to blame where the mapping runs away', async () => {
    const endless = '($f := function($n) { 1 + $f($n) }; $rows(list, function($r) { $f(0) }))'
    expect((await faultOf(evaluate(endless, { list }, { ...BINDINGS, aside: true }))).detail).toContain(
      'D1011',
    )
  })
})

describe('the engine', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8')
  const codes = [...source.matchAll(/^\s+"([DSTU]\d{4})":/gm)].map(([, code = '']) => code)

  it('has no code without words of ours, in Chinese', () => {
    expect(codes.length).toBeGreaterThan(90)
    expect(codes.filter((code) => !Object.hasOwn(words.codes, code))).toEqual([])
    for (const code of codes.filter((each) => each !== 'D3137' && each !== 'D3141'))
      expect(words.codes[code]?.('1', 'x', 'english'), code).toMatch(/\p{Script=Han}/u)
  })

  it('says what a mapping says itself, and never that a statement failed', async () => {
    expect(await said('$assert(1 = 2, "只收到一半")')).toContain('只收到一半')
    expect(await said('$assert(1 = 2)')).toContain('映射中的检查没有通过')
    expect(await said('$error()')).toContain('映射中的检查没有通过')
    expect(await said('1 / 0')).toContain('是否除以了 0')
    expect(await said('1 + 1 / 0')).toContain('是否除以了 0')
    expect(await said('$toMillis("2026/11/22 9:05")')).toContain('其他写法请用 $cnTime')
  })
})
