import { describe, expect, it } from 'vitest'
import { evaluate, evaluator } from '../../../src/data/mapping/expression'
import { BINDINGS, faultOf } from './shape-fixture'

const run = (source: string, input: unknown = {}) => evaluate(source, input, BINDINGS)
const said = async (source: string, input: unknown = {}) => (await faultOf(run(source, input))).message

describe('a mapping', () => {
  it('gives plain JSON that can leave a worker', async () => {
    const result = await run('{"rows": list.{"id": id}[], "more": list[id > 1].id, "n": $count(list)}', {
      list: [{ id: 1 }, { id: 2 }, { id: 3 }],
    })
    expect(result).toEqual({ rows: [{ id: 1 }, { id: 2 }, { id: 3 }], more: [2, 3], n: 3 })
    expect(structuredClone(result)).toEqual(result)
    const { rows } = result as { rows: unknown[] }
    expect(Object.getOwnPropertyNames(rows)).toEqual(['0', '1', '2', 'length'])
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
  })

  it('keeps null, leaves out what is missing, and can say null for it', async () => {
    expect(await run('{"a": a, "b": b, "c": b ?? null, "d": [a], "e": a.x}', { a: null })).toEqual({
      a: null,
      c: null,
      d: [null],
    })
  })

  it('counts an empty list as empty, though JSONata writes into lists it groups', async () => {
    const source =
      '($l := list; { "by": $l{k: $count($)}, "again": list{"all": n}, "n": $count($l), "m": $count(list) })'
    expect(await run(source, { list: [] })).toMatchObject({ n: 0, m: 0 })
  })

  it('of an empty answer is empty, not missing', async () => {
    const source = `{ "operation": { "n": $count($), "m": $count($$), "unit": "件",
      "rows": $rows($, function($r) { $r.x }), "by": $groupCount(y, "k") } }`
    expect(await run(source, [])).toEqual({ operation: { n: 0, m: 0, unit: '件', rows: [], by: [] } })
    expect(await run(source, [{ x: 1 }])).toMatchObject({ operation: { n: 1, m: 1, rows: [1] } })
  })

  it('knows when, where and for whom it maps', async () => {
    expect(await run('[$receivedAt, $city, $region, $audience]')).toEqual([
      '2026-11-22T09:15:00+08:00',
      'baiyun',
      '440111',
      'duty',
    ])
  })

  it('is compiled once and run for any scope', async () => {
    const source = '{"city": $city, "n": n}'
    const two = await Promise.all([
      evaluate(source, { n: 1 }, BINDINGS),
      evaluate(source, { n: 2 }, { ...BINDINGS, city: 'heyuan' }),
    ])
    expect(two).toEqual([
      { city: 'baiyun', n: 1 },
      { city: 'heyuan', n: 2 },
    ])
  })

  it('cannot reach a prototype', async () => {
    expect(
      await run('{"a": constructor, "b": __proto__, "c": toString, "d": $lookup($, "constructor")}'),
    ).toEqual({})
    expect(await run('{"__proto__": {"x": 1}}')).not.toHaveProperty('x')
  })
})

describe('what a mapping may not use is refused before it runs, with its place', () => {
  it.each([
    ['$match(a, /x+/)', '不允许使用正则表达式（第 1 行第 14 列）'],
    ['$eval("1")', '不允许使用 $eval：不执行文本（第 1 行第 5 列）'],
    ['a.b ~> $eval', '不允许使用 $eval：不执行文本（第 1 行第 12 列）'],
    ['($f := $eval; $f("1"))', '不允许使用 $eval：不执行文本（第 1 行第 12 列）'],
    ['$ ~> |a|{"b":1}|', '不允许使用转换操作符 |…|…|（第 1 行第 6 列）'],
    ['{\n "a": $now() }', '不允许使用 $now：数据时间须来自数据或 $receivedAt（第 2 行第 10 列）'],
    [
      '$map(a, function($x) { $millis() })',
      '不允许使用 $millis：数据时间须来自数据或 $receivedAt（第 1 行第 30 列）',
    ],
    ['a[b = $random()]', '不允许使用 $random：同一份数据须得到同一结果（第 1 行第 13 列）'],
    ['$map(a, $shuffle)', '不允许使用 $shuffle：同一份数据须得到同一结果（第 1 行第 16 列）'],
    ['($num := 3; $num)', '不允许重新定义 $num（第 1 行第 8 列）'],
    ['function($city) { 1 }', '不允许重新定义 $city（第 1 行第 9 列）'],
    ['a@$rows.b', '不允许重新定义 $rows（第 1 行第 1 列）'],
    ['a#$region.b', '不允许重新定义 $region（第 1 行第 1 列）'],
  ])('%s', async (source, words) => {
    expect(await said(source)).toBe(`字段映射出错：${words}`)
  })

  it('everything at once, in reading order', async () => {
    expect(await said('{"a": $now(), "b": /x/}')).toMatch(/\$now.*；.*正则表达式/)
  })

  it('a word in a text or a field name is no use of it', async () => {
    expect(await run('{"a": "$now() /x/", "b": eval, "c": now}', { eval: 1, now: 2 })).toEqual({
      a: '$now() /x/',
      b: 1,
      c: 2,
    })
  })
})

describe('a mapping that runs away', () => {
  const bounded = evaluator({ timeout: 200, stack: 30_000, sequence: 200_000 })
  const ended = async (source: string) => (await faultOf(bounded(source, {}, BINDINGS))).message

  it.each([
    ['($f := function($n) { $f($n + 1) }; $f(0))', /^字段映射出错：超过 0.2 秒仍未完成，已中止；.+（D1012/],
    ['$sum([1..5000].($x := $; $sum([1..5000].($ * $x))))', /超过 0.2 秒仍未完成，已中止；.+（D1012/],
    ['($f := function($n) { 1 + $f($n + 1) }; $f(0))', /递归过深，已中止（D1011|（D1012/],
    ['[1..9999999]', /序列过长（9999999），已中止（D2015/],
    ['($f := function($s) { $f($s & $s) }; $f("长"))', /Invalid string length|已中止/],
  ])('%s is ended and named', async (source, words) => {
    expect(await ended(source)).toMatch(words)
  })

  it('is not a wide object, nor a group-by of five thousand keys', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ k: `k${i}`, n: i }))
    const wide = `{${Array.from({ length: 300 }, (_, i) => `"f${i}": {"a": {"b": rows[${i}].n}}`).join(',')}}`
    expect(Object.keys((await run('rows{k: $sum(n)}', { rows })) as object)).toHaveLength(5000)
    expect(await run(wide, { rows })).toMatchObject({ f299: { a: { b: 299 } } })
  })

  it('is not data that pretends to be a function', async () => {
    const hostile = { f: { _jsonata_lambda: true, arguments: [], body: { type: 'variable', value: 'eval' } } }
    expect(await said('{"a": f}', hostile)).toBe('字段映射出错：结果中有函数，是否漏写了括号')
  })
})

describe('a mapping that fails names the field it was to fill, the code and the place', () => {
  it.each([
    ['{"operation": {\n  "open": $num(data.n)\n}}', 'operation.open $num：“昨天”不是数（第 2 行第 15 列）'],
    ['{"at": $cnTime(data.n)}', 'at $cnTime：“昨天”不是时间（第 1 行第 15 列）'],
    ['{"a": {"b": 1 + data.n}}', 'a.b + 的右边须为数（T2002，第 1 行第 15 列）'],
    ['{"a": data.n * 2}', 'a * 的左边须为数（T2001，第 1 行第 14 列）'],
    [
      '{"sum": $sum(data.mixed)}',
      'sum $sum 的列表中有类型不对的项（空值请先剔除）（T0412，第 1 行第 13 列）',
    ],
    ['{"a": $nosuch(1)}', 'a 没有 $nosuch 这个函数（T1006，第 1 行第 14 列）'],
    ['{"a": sum(data.n)}', 'a 缺少 $：应为 $sum（T1005，第 1 行第 10 列）'],
    ['{"a": $enum("state", 7)}', 'a $enum：编码表 enums.state 不存在（第 1 行第 12 列）'],
    ['{"a": $number("x")}', 'a x 不是数（D3030，第 1 行第 14 列）'],
    ['{"a": data.mixed^(x)}', 'a 排序'],
    ['($assert(code = 0, "上游：" & msg); {})', '上游：请联系138****5678（D3141，第 1 行第 9 列）'],
    ['{"a": ', '没有写完，缺 }（S0203，第 1 行第 6 列）'],
    ['{"a": $sum}', '结果中有函数，是否漏写了括号'],
  ])('%s', async (source, words) => {
    const answer = {
      code: 1,
      msg: '请联系13812345678',
      data: { n: '昨天', mixed: [1, null, { x: 1 }, { x: '2' }] },
    }
    const message = (await said(source, answer)).replace('字段映射出错：', '')
    expect(message.slice(0, words.length)).toBe(words)
  })

  it('a native stack overflow means the same as a counted one', async () => {
    const deep = `{"a": ${'('.repeat(3000)}1${')'.repeat(3000)}}`
    expect(await run(deep).catch((error: unknown) => String(error))).toEqual(
      expect.toSatisfy((result) => typeof result === 'object' || /D1011/.test(String(result))),
    )
  })
})
