import { describe, expect, it } from 'vitest'
import { fieldRule } from '../../../src/config/field-rule'
import {
  codeColumn,
  flagColumn,
  numberColumn,
  placeColumn,
  recordKind,
  textColumn,
  timeColumn,
} from '../../../src/contract/records/kind'
import { recordsOf } from './field/foreign'
import { faultOf } from './shape-fixture'

const KIND = recordKind({
  id: 'hotline.thing',
  version: 1,
  key: 'id',
  changed: null,
  notBefore: {},
  past: null,
  columns: {
    id: textColumn(40, { about: 'id' }),
    code: codeColumn(null, { about: 'code' }),
    town: placeColumn({ about: 'town' }),
    at: timeColumn({ about: 'at' }),
    count: numberColumn(0, 1e9, { about: 'count' }),
    degrees: numberColumn(-90, 90, { about: 'degrees' }),
    flag: flagColumn({ about: 'flag' }),
  },
})

const TOWNS = [
  { code: '990101001', name: '东湖街道' },
  { code: '990101002', name: '湖街道' },
  { code: '990101003', name: '西岭镇' },
]
const names = { town: TOWNS, dept: [{ name: '区城管局' }, { name: '区城管局执法队' }] }
const rules = { enums: { kind: { '1': 'a', '2': 'b' }, kinds: { '1': 'a', else: 'z', '9': null } } }

/** What becomes of one row by one rule. */
async function told(field: string, rule: unknown, row: unknown) {
  const [record] = await recordsOf({ [field]: rule }, [row], { kind: KIND, rules, scope: { names } })
  return record
}
const at = Date.parse('2026-11-22T09:05:00+08:00')

describe('a rule of a field', () => {
  it.each([
    ['a place alone is read as its column', 'at', 'x', { x: '2026/11/22 9:05' }, { at }],
    ['an epoch in a column of times', 'at', 'x', { x: String(at) }, { at }],
    ['PostgreSQL, microseconds and all', 'at', 'x', { x: '2026-11-22 09:05:00.000000+08' }, { at }],
    ['a time in its own zone', 'at', { from: 'x', zone: 'Z' }, { x: '2026-11-22 01:05:00' }, { at }],
    [
      'a time in its own format',
      'at',
      { from: 'x', format: 'dd/MM/yyyy HH:mm' },
      { x: '22/11/2026 09:05' },
      { at },
    ],
    ['a number with its commas', 'count', 'x', { x: '1,843' }, { count: 1843 }],
    ['a number as text', 'count', { from: 'x', as: 'number' }, { x: ' １２ ' }, { count: 12 }],
    ['a number in a column of texts', 'id', 'x', { x: 1843 }, { id: '1843' }],
    ['words for yes', 'flag', 'x', { x: '是' }, { flag: true }],
    ['words for no', 'flag', 'x', { x: 'N' }, { flag: false }],
    ['a nested place', 'id', 'a.b.c', { a: { b: { c: 'x' } } }, { id: 'x' }],
    ['a name with dots in it', 'id', 'a.b', { 'a.b': 'x', a: { b: 'y' } }, { id: 'x' }],
    [
      'the first known of several places',
      'id',
      { from: ['a', 'b', 'c'] },
      { a: '--', b: 'x', c: 'y' },
      { id: 'x' },
    ],
    ['a code', 'code', { from: 'x', codes: { '1': 'one' } }, { x: 1 }, { code: 'one' }],
    [
      'a code that is true or false',
      'flag',
      { from: 'x', codes: { true: true, OFF: false } },
      { x: 'OFF' },
      { flag: false },
    ],
    ['a code by a table of the source', 'code', { from: 'x', table: 'kind' }, { x: '2' }, { code: 'b' }],
    [
      'any other code, where the table says so',
      'code',
      { from: 'x', table: 'kinds' },
      { x: '7' },
      { code: 'z' },
    ],
    ['a constant', 'code', { value: 'here' }, {}, { code: 'here' }],
    ['JSONata of the row', 'id', { map: '$substring(a, 0, 2) & b' }, { a: 'xyz', b: 1 }, { id: 'xy1' }],
    ['JSONata of what stands there', 'id', { from: 'a', map: '$uppercase($)' }, { a: 'x' }, { id: 'X' }],
    ['a place inside JSON that is a text', 'id', 'x.no', { x: '{"no":7}' }, { id: '7' }],
    ['JSON inside a text', 'id', { from: 'x', map: '$json($).no' }, { x: '{"no":7}' }, { id: '7' }],
    [
      'a town by code and name',
      'town',
      { code: 'c', name: 'n' },
      { c: 990101003, n: '西岭镇' },
      { town: TOWNS[2] },
    ],
    ['a default for what is not there', 'code', { from: 'x', default: 'none' }, {}, { code: 'none' }],
    ['a default for a blank', 'code', { from: 'x', default: 'none' }, { x: '暂无' }, { code: 'none' }],
  ])('%s', async (_, field, rule, row, record) => {
    expect(await told(field, rule, row)).toEqual(record)
  })

  it.each([
    ['null', 'x', null],
    ['a dash', 'x', '--'],
    ['no data, in words', 'x', '暂无'],
    ['minus one', 'x', -1],
    ['minus one as text', 'x', '-1'],
    ['a word of this source', { from: 'x', blank: ['未统计', 999] }, '未统计'],
    ['a value of this source', { from: 'x', blank: ['未统计', 999] }, 999],
    [
      'a code that is listed as saying nothing',
      { from: 'x', codes: { daily: 1, irregular: null } },
      'irregular',
    ],
    ['the same where any other code has a word', { from: 'x', codes: { '9': null, else: 1 } }, 9],
  ])('%s is unknown', async (_, rule, x) => {
    expect(await told('count', rule, { x })).toEqual({})
  })

  it('minus one is a figure where there can be fewer than none', async () => {
    expect(await told('degrees', 'x', { x: -1 })).toEqual({ degrees: -1 })
    expect(await told('count', { from: 'x', signed: true }, { x: -1 })).toMatchObject({ field: 'count' })
  })

  it('what is not there is cut, unless it is said to be optional', async () => {
    expect(await told('count', 'x', {})).toMatchObject({ field: 'count' })
    expect(await told('count', { from: ['x', 'y'], as: 'number' }, {})).toMatchObject({ field: 'count' })
    expect(await told('count', { from: 'x', optional: true }, {})).toEqual({})
    expect(await told('code', { map: "$enum('kind', x)" }, {})).toMatchObject({ field: 'code' })
    const known = { from: 'x', map: '$num($) = null ? 0 : 1' }
    expect(await told('count', known, {})).toMatchObject({ field: 'count' })
    expect(await told('count', known, { x: null })).toEqual({ count: 0 })
    expect(await told('count', { ...known, default: 7 }, {})).toEqual({ count: 7 })
    // Below what is null nothing was cut.
    expect(await told('count', 'a.b', { a: null })).toEqual({})
  })

  it.each([
    ['an unknown code', 'code', { from: 'x', codes: { '1': 'a' }, default: 'a' }, 'zz', /codes 中没有 "zz"/],
    ['an unknown code of a table', 'code', { from: 'x', table: 'kind' }, 7, /enums.kind 中没有 7/],
    ['no number', 'count', 'x', '12件', /“12件”不是数/],
    ['no time', 'at', 'x', '昨天', /“昨天”不是时间/],
    [
      'another format',
      'at',
      { from: 'x', format: 'dd/MM/yyyy' },
      '2026-11-22',
      /不是按 dd\/MM\/yyyy 书写的时间/,
    ],
    ['no yes or no', 'flag', 'x', 'maybe', /"maybe"不是是或否/],
    ['no text', 'id', 'x', { a: 1 }, /不是文字/],
    ['no JSON', 'id', { from: 'x', as: 'json' }, '{"no"', /不是JSON/],
    ['a fault of JSONata', 'id', { from: 'x', map: '$ + 1' }, 'a', /\+ 的左边须为数/],
  ])('%s costs the row, and is named', async (_, field, rule, x, message) => {
    expect(await told(field, rule, { x })).toEqual({
      field,
      message: expect.stringMatching(message) as unknown,
    })
  })

  it('a person that JSONata puts together again is masked again', async () => {
    expect(await told('id', { map: 'a & b' }, { a: '138123', b: '45678' })).toEqual({ id: '138****5678' })
  })
})

describe('a name inside a text', () => {
  it.each([
    ['测试区东湖街道某路', '990101001'],
    // As people who live there say.
    ['东湖街某路', '990101001'],
    // The longer name holds, and is not also the shorter.
    ['近东湖街道办', '990101001'],
    ['湖街道一巷', '990101002'],
    ['990101003', '990101003'],
  ])('%s is in %s', async (x, code) => {
    expect(await told('town', { from: 'x', find: 'town' }, { x })).toMatchObject({ town: { code } })
  })

  it.each(['某路', '东湖街道与西岭镇交界', '--', null])('%j is nowhere that is known', async (x) => {
    expect(await told('town', { from: 'x', find: 'town' }, { x })).toEqual({})
  })

  it('is an office too, by its longest name', async () => {
    const found = await told('code', { from: 'x', find: 'dept' }, { x: '转区城管局执法队办理' })
    expect(found).toEqual({ code: '区城管局执法队' })
  })

  it('of a city that lists none is no town anywhere, and says what is missing', async () => {
    const [row] = await recordsOf({ town: { from: 'x', find: 'town' } }, [{ x: '东湖街道' }], { kind: KIND })
    expect(row).toEqual({ field: 'town', message: '城市配置中没有镇街名单（towns）' })
  })
})

it('a table that the source does not have is a fault of the configuration, not of a row', async () => {
  const fault = await faultOf(recordsOf({ code: { from: 'x', table: 'nowhere' } }, [], { kind: KIND }))
  expect(fault.message).toContain('enums.nowhere')
})

describe('a rule that contradicts itself is refused', () => {
  it.each([
    {},
    { optional: true },
    { from: 'a', value: 1 },
    { code: 'a' },
    { from: 'a', codes: { a: 'b' }, find: 'town' },
    { from: 'a', format: 'dd/MM' },
    { from: '__proto__.x' },
    { from: 'a', unknown: 1 },
  ])('%j', (rule) => {
    expect(fieldRule.safeParse(rule).success).toBe(false)
  })
})
