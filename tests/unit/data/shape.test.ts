import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../src/contract/resource'
import { toWgs84 } from '../../../src/lib/crs'
import { evaluate } from '../../../src/data/mapping/expression'
import { shape, type Evaluate } from '../../../src/data/shape/shape'
import { GOLDEN } from './shape-answers'
import { faultOf, jobOf, RULES, SCOPE } from './shape-fixture'

const shaped = async (...args: Parameters<typeof jobOf>) => (await shape(jobOf(...args), evaluate)).document

describe('answers of real systems', () => {
  it.each(GOLDEN)('$from', async ({ answer, rules, operation }) => {
    const document = await shaped(answer, rules)
    expect(document).toMatchObject({ asOf: expect.stringMatching(/^2026-11-22T0[19]:1\d:00/) as string })
    expect((document as { operation: unknown }).operation).toEqual(operation)
    expect(structuredClone(document)).toEqual(document)
  })
})

describe('a document without a mapping', () => {
  it('is normalised and otherwise left as it came', async () => {
    const refuse: Evaluate = () => Promise.reject(new Error('nothing to map'))
    const answer = { contract: 'hotline/1', asOf: '2026-11-22 09:13:00', operation: { a: [] } }
    expect((await shape(jobOf(answer), refuse)).document).toEqual({
      ...answer,
      asOf: '2026-11-22T09:13:00+08:00',
    })
  })

  it('may come in an envelope', async () => {
    const envelope = { code: 'code', ok: [200], auth: [], data: 'data' }
    expect(await shaped({ code: 200, data: { asOf: 'x' } }, { envelope })).toEqual({ asOf: 'x' })
  })
})

describe('what the configuration knows is filled in', () => {
  const map = '{ "asOf": $receivedAt, "operation": { "n": n } }'

  it('around the least a mapping can give', async () => {
    expect(await shaped({ n: 1 }, { map })).toEqual({
      contract: 'hotline/1',
      city: 'baiyun',
      region: '440111',
      asOf: SCOPE.receivedAt,
      source: { ...RULES.about, simulated: false },
      document: null,
      published: [],
      contradictions: [],
      exceptions: [],
      // It has not said that nothing needs a person.
      judged: false,
      operation: { n: 1 },
    })
  })

  it('and a mapping that lists what needs a person, be it nothing, has judged', async () => {
    expect(await shaped({}, { map: '{ "exceptions": [], "operation": null }' })).not.toHaveProperty('judged')
  })

  it('but never over what the mapping says', async () => {
    const own = '{ "asOf": $receivedAt, "city": "x", "exceptions": [1], "operation": null }'
    expect(await shaped({}, { map: own })).toMatchObject({ city: 'x', exceptions: [1], operation: null })
  })

  it('not the data time: without one the contract will say so', async () => {
    expect(await shaped({ n: 1 }, { map: '{ "operation": { "n": n } }' })).not.toHaveProperty('asOf')
  })
})

describe('no data', () => {
  const envelope = { code: 'code', ok: [200], auth: [401], message: 'msg', data: 'data.list' }

  it('is a document that has none, as of the answer; the mapping is not asked', async () => {
    const document = await shaped({ code: 200, data: null }, { envelope, map: '$error("asked")' })
    expect(document).toMatchObject({ asOf: SCOPE.receivedAt, operation: null, contract: 'hotline/1' })
  })

  it('is not an empty list', async () => {
    const map = '{ "asOf": $receivedAt, "operation": { "orders": $rows($, function($r) { $r.x }) } }'
    expect(await shaped({ code: 200, data: { list: [] } }, { envelope, map })).toMatchObject({
      operation: { orders: [] },
    })
  })
})

describe('personal data', () => {
  const map = '{ "asOf": $receivedAt, "operation": $ }'
  const rules = { map, personal: { lxr: 'name', lxdh: 'phone', nr: 'text' } as const }
  const answer = { lxr: '张三丰', lxdh: 13812345678, nr: '王小明先生称噪声扰民', bz: '电话13987654321' }

  it('is masked before the mapping sees it', async () => {
    const seen: unknown[] = []
    await shape(jobOf(answer, rules), (source, input, bindings) => {
      seen.push(input)
      return evaluate(source, input, bindings)
    })
    expect(seen).toEqual([
      { lxr: '张**', lxdh: '138****5678', nr: '王**先生称噪声扰民', bz: '电话139****4321' },
    ])
  })

  it('cannot be put together again by the mapping', async () => {
    const joined = '{ "asOf": $receivedAt, "operation": { "t": "电话" & a & b } }'
    expect(await shaped({ a: '138123', b: '45678' }, { map: joined })).toMatchObject({
      operation: { t: '电话138****5678' },
    })
  })

  it('shows visitors less', async () => {
    expect(await shaped(answer, rules, { scope: { ...SCOPE, audience: 'tour' } })).toMatchObject({
      operation: { lxr: '市民', lxdh: '已隐藏', nr: '已隐藏', bz: '电话139****4321' },
    })
  })

  it('is in no fault, whatever breaks', async () => {
    const envelope = { code: 'code', ok: [0], auth: [], message: 'msg' }
    const faults = await Promise.all(
      [
        jobOf('{"lxdh":"13812345678",}'),
        jobOf({ code: 1, msg: '联系13812345678' }, { envelope }),
        jobOf({ t: '13812345678' }, { map: '{"a": $num(t)}' }),
        jobOf({ t: '13812345678' }, { map: '$error(t)' }),
        jobOf({ t: '13812345678' }, { map: 't' }),
      ].map((job) => faultOf(shape(job, evaluate))),
    )
    for (const { message } of faults) expect(message).not.toContain('13812345678')
    expect(faults.map(({ kind }) => kind)).toEqual(['json', 'http', 'map', 'map', 'map'])
  })
})

describe('personal data of an answer without a mapping', () => {
  const refuse: Evaluate = () => Promise.reject(new Error('nothing to map'))
  const native = async (answer: unknown, audience: 'duty' | 'tour' = 'duty') =>
    (await shape(jobOf(answer, {}, { scope: { ...SCOPE, audience } }), refuse)).document

  it('is masked wherever it stands', async () => {
    const rows = [{ caller: '欧阳修', title: '王先生13812345678反映', deep: { chief: '李某某' } }]
    expect(await native({ rows })).toEqual({
      rows: [{ caller: '欧阳**', title: '王先生138****5678反映', deep: { chief: '李**' } }],
    })
    expect(await native({ note: '440111199003072118' })).toEqual({ note: '440*************18' })
  })

  it('is masked once: what is masked already stays', async () => {
    const once = await native({ caller: '张三', title: '王先生13812345678' })
    expect(await native(once)).toEqual(once)
  })

  it('shows visitors less than officers', async () => {
    expect(await native({ caller: '张三' }, 'tour')).toEqual({ caller: '市民' })
    expect(await native({ caller: '市民' }, 'tour')).toEqual({ caller: '市民' })
  })

  it('is not what numbers of things are, whatever they look like', async () => {
    const things = {
      orderNo: '440111199003072118',
      id: '13812345678',
      code: '440111001',
      subject: '44011119900307211X',
      contract: 'hotline/1',
    }
    expect(await native(things)).toEqual(things)
  })

  it('and keys that would reach a prototype are gone', async () => {
    const clean = await native(
      '{"a":1,"__proto__":{"polluted":true},"b":{"constructor":{"x":1},"prototype":2,"c":3}}',
    )
    expect(JSON.stringify(clean)).toBe('{"a":1,"b":{"c":3}}')
    expect(clean).not.toHaveProperty('polluted')
  })
})

describe('answers that are no documents', () => {
  const of = (kind: Kind, answer: unknown, map?: string) =>
    shaped(answer, map === undefined ? {} : { map }, {
      scope: { ...SCOPE, resource: 'hotline.x', kind, contract: 'hotline.x/1' },
    })
  const about = { contract: 'hotline.x/1', asOf: SCOPE.receivedAt, at: SCOPE.receivedAt }

  it('come as they are without a mapping', async () => {
    const page = { contract: 'hotline.x/1', asOf: '2026-11-22T09:13:00+08:00', rows: [{ n: 1 }], next: 'c' }
    expect(await of('list', page)).toEqual(page)
  })

  it.each<[Kind, unknown, string, object]>([
    ['list', [{ n: 1 }, { n: 2 }], '$.{ "id": n }[]', { rows: [{ id: 1 }, { id: 2 }] }],
    [
      'list',
      { data: [{ n: 1 }] },
      '{ "rows": data.{ "id": n }[], "total": 9 }',
      { rows: [{ id: 1 }], total: 9 },
    ],
    [
      'points',
      [{ n: 'c1', x: 113.2, y: 23.1 }],
      '$.{ "id": n, "lng": x, "lat": y, "state": "online" }[]',
      { points: [{ id: 'c1', lng: 113.2, lat: 23.1, state: 'online' }] },
    ],
    ['record', { n: 1 }, '{ "row": { "id": n } }', { row: { id: 1 } }],
    [
      'action',
      { no: 'k', ok: true },
      '{ "key": no, "state": ok ? "done" : "refused" }',
      { key: 'k', state: 'done' },
    ],
  ])(
    'a %s of a mapping has the time and the contract filled in, and nothing of a document',
    async (...row) => {
      const [kind, answer, map, expected] = row
      expect(await of(kind, answer, map)).toEqual({ ...about, ...expected })
    },
  )

  it.each<[Kind, object]>([
    ['list', { rows: [], total: 0 }],
    ['record', { row: null }],
    ['points', { points: [] }],
  ])('a %s of which the source has nothing is empty, not broken', async (kind, empty) => {
    expect(await of(kind, null)).toEqual({ ...about, ...empty })
  })

  it('a record that comes as a list is not taken for one', async () => {
    const scope = { ...SCOPE, kind: 'record' as const }
    const fault = await faultOf(shape(jobOf([1], { map: '[1, 2]' }, { scope }), evaluate))
    expect(fault.message).toBe('字段映射出错：映射结果须是一个对象，得到列表')
  })

  it('are masked row by row, before and after the mapping', async () => {
    const rows = [{ caller: '张三丰', a: '138123', b: '45678' }]
    expect(await of('list', rows, '$.{ "caller": caller, "note": "电话" & a & b }[]')).toMatchObject({
      rows: [{ caller: '张**', note: '电话138****5678' }],
    })
  })
})

describe('points', () => {
  const answer = { jd: 113.275, wd: 23.157 }
  const truth = toWgs84({ lng: 113.275, lat: 23.157 }, 'GCJ-02')
  const place = async (map: string) =>
    ((await shaped(answer, { map, crs: 'GCJ-02' })) as { operation: unknown }).operation

  it('are converted by the normaliser', async () => {
    expect(await place('{ "operation": { "lng": jd, "lat": wd } }')).toEqual(truth)
  })

  it('or by the mapping, and then not again', async () => {
    expect(await place('{ "operation": $wgs84(jd, wd) }')).toEqual(truth)
  })
})

describe('a mapping that gives no document', () => {
  it.each([
    ['nothing', 'x.y', '映射结果须是一个对象，得到什么也没有'],
    ['a list', '[1, 2]', '映射结果须是一个对象，得到列表'],
    ['a text', '"x"', '映射结果须是一个对象，得到"x"'],
    ['null', 'null', '映射结果须是一个对象，得到null'],
  ])('%s', async (_, map, words) => {
    expect((await faultOf(shape(jobOf({}, { map }), evaluate))).message).toBe(`字段映射出错：${words}`)
  })

  it('lines of a mapping are those of the configuration', async () => {
    const map = ['{', '  "asOf": $receivedAt,', '  "operation": { "n": $num(n) }', '}']
    expect((await faultOf(shape(jobOf({ n: 'x' }, { map }), evaluate))).message).toBe(
      '字段映射出错：operation.n $num：“x”不是数（第 3 行第 27 列）',
    )
  })
})

describe('the sample for diagnostics', () => {
  const sample = async (answer: unknown, map?: string) =>
    (await shape(jobOf(answer, map === undefined ? {} : { map }, { sample: true }), evaluate)).sample

  it('is made only when asked for', async () => {
    expect(await shape(jobOf({}), evaluate)).not.toHaveProperty('sample')
  })

  it('is masked and cut short', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ i, caller: '张三丰', t: '长'.repeat(999) }))
    const cut = await sample({ rows })
    expect(JSON.stringify(cut).length).toBeLessThan(50_000)
    expect(cut).toMatchObject({
      raw: { rows: expect.arrayContaining(['… 共 500 项']) as unknown },
      absent: [],
    })
    expect(JSON.stringify(cut)).not.toContain('三丰')
  })

  it('stays small for wide and deep answers too', async () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, '长'.repeat(300)]))
    expect(JSON.stringify(await sample(wide)).length).toBeLessThan(50_000)
  })

  it('names what a mapping asks for and the answer does not have', async () => {
    const map = `{ "asOf": $receivedAt, /* not this: dsc */ "operation": { "a": data.lst.gdbh, "b": data.\`工单 号\`, "c": data.\`没 有\`,
      "d": $count(data.list[状态 = "zt" and true]), "e": $rows(data.list, function($r) { {"own": $r.gdbh} }).own } }`
    const answer = { data: { list: [{ gdbh: '1', 状态: 'zt' }], '工单 号': 1 } }
    expect((await sample(answer, map))?.absent).toEqual(['lst', '没 有'])
  })
})
