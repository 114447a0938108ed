import { describe, expect, it } from 'vitest'
import { isRecord } from '../../../src/data/json'
import { evaluate } from '../../../src/data/mapping/expression'
import * as foreignText from '../../../src/data/shape/foreign-text'
import { shape } from '../../../src/data/shape/shape'
import { jobOf } from './shape-fixture'
import type { Personal } from '../../../src/config/source'
import { maskAnswer } from '../../../src/data/shape/mask-answer'

const mask = (value: unknown, personal: Record<string, Personal> = {}, audience: 'duty' | 'tour' = 'duty') =>
  maskAnswer(value, { personal, audience })

describe('declared fields', () => {
  it('are masked at any depth, in lists and below', () => {
    const answer = {
      rows: [
        { lxr: '张三丰', lxdh: ['13812345678', '020-12341234'], nested: { lxr: { cn: '欧阳修', en: null } } },
      ],
    }
    expect(mask(answer, { lxr: 'name', lxdh: 'phone' })).toEqual({
      rows: [
        { lxr: '张**', lxdh: ['138****5678', '020-****1234'], nested: { lxr: { cn: '欧阳**', en: null } } },
      ],
    })
  })

  it('that hold numbers are masked too', () => {
    expect(mask({ lxdh: 13812345678, total: 13812345678 }, { lxdh: 'phone' })).toEqual({
      lxdh: '138****5678',
      total: 13812345678,
    })
  })

  it('that are dropped leave no trace, whatever they hold', () => {
    expect(mask({ a: { secret: { x: 1 } }, b: [{ secret: [1] }] }, { secret: 'drop' })).toEqual({
      a: {},
      b: [{}],
    })
  })

  it('win over what their name would say', () => {
    expect(mask({ id: '440111200003072112', caller: '一号机' }, { id: 'id', caller: 'company' })).toEqual({
      id: '440*************12',
      caller: '一号**',
    })
  })

  it('show visitors less', () => {
    expect(
      mask({ lxr: '张三丰', caller: '李四', dz: '江高镇水沥村7号' }, { lxr: 'name', dz: 'address' }, 'tour'),
    ).toEqual({
      lxr: '市民',
      caller: '市民',
      dz: '江高镇',
    })
  })
})

describe('everything else', () => {
  it('is masked by its content, but things keep their numbers', () => {
    const gdbh = '440111202611180001'
    expect(mask({ gdbh, id: '13812345678', nr: `单号 ${gdbh}，电话13812345678` })).toEqual({
      gdbh,
      id: '13812345678',
      nr: `单号 ${gdbh}，电话138****5678`,
    })
  })

  it('an identity number is masked even where an identifier stands', () => {
    expect(mask({ id: '440111199003072112', sfz: '440111199003072118' })).toEqual({
      id: '440*************12',
      sfz: '440*************18',
    })
  })

  it('a person’s number is no field name either', () => {
    expect(mask({ byPhone: { 13812345678: 2 }, windows: { '3号窗口': 1 } })).toEqual({
      byPhone: { '138****5678': 2 },
      windows: { '3号窗口': 1 },
    })
  })

  it('passwords of cameras never arrive', () => {
    expect(mask({ list: [{ name: 'c1', password: 'x', gbPassword: 'y' }] })).toEqual({
      list: [{ name: 'c1' }],
    })
  })

  it('neither do keys that reach a prototype or pass for a function of JSONata', () => {
    const hostile: unknown = JSON.parse(
      '{"a":1,"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"b":{"_jsonata_lambda":true,"_jsonata_function":true,"c":1}}',
    )
    const clean = mask(hostile)
    expect(JSON.stringify(clean)).toBe('{"a":1,"b":{"c":1}}')
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype)
  })

  it('a rule named like a part of every object is no rule', () => {
    expect(mask({ toString: 'x', valueOf: 1 })).toEqual({ toString: 'x', valueOf: 1 })
  })

  it('nothing is changed in what was given', () => {
    const given = { lxr: '张三', rows: [{ nr: '13812345678' }] }
    const before = structuredClone(given)
    mask(given, { lxr: 'name' })
    expect(given).toEqual(before)
  })
})

it('a quoted count that looks like a telephone number is left alone where the configuration says so', () => {
  expect(mask({ total: '15607115828' })).toEqual({ total: '156****5828' })
  expect(mask({ total: '15607115828' }, { total: 'number' })).toEqual({ total: '15607115828' })
  // Only a count: text in such a field is masked like any other.
  expect(mask({ total: '见 13812345678' }, { total: 'number' })).toEqual({ total: '见 138****5678' })
})

describe('a rule by the way of a field', () => {
  const answer = { org: { nm: '区民政局' }, who: { nm: '张三丰' }, list: [{ who: { nm: '李四' } }] }

  it('reaches that field, in lists too, and none that is called the same elsewhere', () => {
    expect(mask(answer, { 'who.nm': 'name' })).toEqual({
      org: { nm: '区民政局' },
      who: { nm: '张**' },
      list: [{ who: { nm: '李**' } }],
    })
  })

  it('comes before the name alone', () => {
    expect(mask(answer, { nm: 'name', 'org.nm': 'public' })).toMatchObject({
      org: { nm: '区民政局' },
      who: { nm: '张**' },
    })
  })

  it('drops it as well', () => {
    expect(mask({ a: { k: 1, n: 2 }, k: 3 }, { 'a.k': 'drop' })).toEqual({ a: { n: 2 }, k: 3 })
  })
})

describe('a field that holds nobody', () => {
  const personal = { place: 'public' } as const

  it('is shown as it came, also where its text looks like a door or a person', () => {
    expect(mask({ place: '幸福小区3栋', text: '幸福小区3栋' }, personal)).toEqual({
      place: '幸福小区3栋',
      text: '幸福小区**',
    })
    expect(mask({ phone: '12345', hotline: '020-12341234' }, { hotline: 'public' })).toMatchObject({
      hotline: '020-12341234',
    })
  })

  it('is shown so in what a mapping makes of it, and nothing else is', async () => {
    const { document } = await shape(
      jobOf(
        { place: '测试路12号机组', other: '测试路15号' },
        { personal, map: '{ "name": place, "other": other, "both": place & " 3栋" }' },
      ),
      evaluate,
    )
    expect(document).toMatchObject({ name: '测试路12号机组', other: '测试路**', both: '测试路12号机组 **' })
    const doors = await shape(
      jobOf({ place: '3栋', other: '3栋' }, { personal, map: '{ "name": place, "other": other }' }),
      evaluate,
    )
    expect(doors.document).toMatchObject({ name: '3栋', other: '**' })
  })
})

describe('a text of an answer', () => {
  const foreign = (value: unknown, personal: Readonly<Record<string, Personal>> = {}) =>
    maskAnswer(value, { personal, audience: 'duty', foreign: foreignText })

  it.each([
    ['A&amp;B &lt;1&gt;', 'A&B <1>'],
    ['路灯&nbsp;不亮&#39;&#x4e00;&#39;', "路灯 不亮'一'"],
    // Once only, and nothing that is no entity.
    ['&amp;lt; &unknown; &; a&b &#0; &#7;', '&lt; &unknown; &; a&b &#0; &#7;'],
    ['电话1381&#50;345678', '电话138****5678'],
  ])('%s reads %s', (text, read) => {
    expect(foreign({ text })).toEqual({ text: read })
  })

  it('that is JSON is masked by its fields, and stays one that can be opened', () => {
    const ext = JSON.stringify({ lxr: '张三丰', lxdh: 13_812_345_678, no: '1', nr: '13812345678' })
    const masked = foreign({ ext }, { lxr: 'name', lxdh: 'phone' })
    expect(isRecord(masked) && JSON.parse(String(masked.ext))).toEqual({
      lxr: '张**',
      lxdh: '138****5678',
      no: '1',
      nr: '138****5678',
    })
    expect(foreign({ ext: '{not JSON 13812345678}' })).toEqual({ ext: '{not JSON 138****5678}' })
  })

  it('in an envelope may hold all of its data', async () => {
    const { document } = await shape(
      jobOf(
        { code: 0, data: JSON.stringify({ n: 7, id: '@' }).replace('"@"', '1934567890123456789') },
        { envelope: { code: 'code', ok: [0], auth: [], data: 'data' }, map: '{ "n": n, "id": id }' },
      ),
      evaluate,
    )
    expect(document).toMatchObject({ n: 7, id: '1934567890123456789' })
  })
})
