import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { at } from '../../../src/data/json'
import { json } from '../data/server'
import { documentOf, recipes, sourceOf, type Recipe } from '../recipes/recipe'
import { filled, fromFile, fromServer, KIND, readsWhatIsPrinted } from './connecting'

readsWhatIsPrinted()

function recipe(name: string): Recipe {
  const found = recipes.find((each) => each.name === name)
  if (!found) throw new Error(`no recipe ${name}`)
  return found
}

describe('the work orders of a 12345 hotline', () => {
  const rows = recipe('12345-rows')
  const answer = rows.read('response.json')

  it('become a source that gives the document of the recipe, once what was left open is filled in', async () => {
    const { code, name, source, notes } = await fromServer(json(answer), 'api/orders', '--kind', KIND)
    expect([code, name]).toEqual([0, KIND])
    expect(source).toMatchObject({ poll: { url: 'api/orders' }, about: { cadenceSeconds: '?' } })
    expect(notes).toMatch(/\? type（诉求类型）：写明 lx 的每个编码/)
    expect(notes).toMatch(/\? repliedAt（回复时间）：hfsj 也可能是 calledBackAt（回访时间）/)
    const told = sourceOf(rows)
    const whole = filled(source, {
      ...Object.fromEntries(Object.entries(told.about ?? {}).map(([key, value]) => [`about.${key}`, value])),
      'records.fields.repliedAt': 'hfsj',
      'records.fields.type.codes.01': '投诉',
      'records.fields.type.codes.02': '求助',
      'records.fields.type.codes.03': '咨询',
      'records.fields.type.codes.04': '举报',
    })
    expect(JSON.stringify(whole)).not.toContain('"?"')
    const { records, ...rest } = sourceConfig.parse(whole)
    // What another address says of the rows is in no sample of this one.
    const fields = { ...records?.fields, supervisedAt: 'supervision.dbsj' }
    expect(fields).toEqual(told.records?.fields)
    const both = { ...rest, records: { ...records, fields, requests: told.records?.requests } }
    expect(await documentOf({ ...rows, source: { [KIND]: both } }, answer)).toEqual(
      await documentOf(rows, answer),
    )
  })

  it('are refused by the wall as long as nothing was filled in', async () => {
    const { source } = await fromFile(answer, '--kind', KIND)
    expect(sourceConfig.safeParse(source).success).toBe(false)
  })
})

describe('the envelope and the list of', () => {
  it.each([
    ['ckan', { code: 'success', ok: [true], data: 'result' }, { from: 'results', total: 'count' }],
    ['ruoyi', { code: 'code', ok: [200], auth: [401], message: 'msg' }, { from: 'rows', total: 'total' }],
    ['layui', { code: 'code', ok: [0], message: 'msg' }, { from: 'data', total: 'count' }],
    [
      'jeecgboot',
      { code: 'code', ok: [200], auth: [401], message: 'message', data: 'result' },
      { from: 'records', total: 'total' },
    ],
    [
      'wvp-gb28181',
      { code: 'code', ok: [0], message: 'msg', data: 'data' },
      { from: 'list', total: 'total' },
    ],
  ])('%s are found', async (name, envelope, records) => {
    const { code, source } = await fromFile(recipe(name).read('response.json'))
    expect(code).toBe(0)
    expect(source).toMatchObject({ envelope, records })
    expect(Object.keys(at(source, 'envelope') ?? {})).toEqual(Object.keys(envelope))
  })

  it('a page of many are found with what leads to the next', async () => {
    const page = { items: [{ a: 1 }, { a: 2 }], paging: { next: 'abc', total: 90 } }
    const { source, notes } = await fromServer(json(JSON.stringify(page)), 'api/rows?limit=2&cursor=')
    expect(source).toMatchObject({
      poll: { url: 'api/rows?limit={size}&cursor={cursor}' },
      records: { from: 'items', total: 'paging.total', next: 'paging.next', size: 2 },
    })
    expect(notes).toContain('下一页 paging.next')
  })

  it('data that were sent as a text are found', async () => {
    const data = JSON.stringify([{ gdbh: 'a1' }, { gdbh: 'a2' }])
    const { source } = await fromFile({ code: '0000', data })
    expect(source).toMatchObject({ envelope: { code: 'code', ok: ['0000'], data: 'data' }, records: {} })
  })
})

describe('what is read of the fields', () => {
  const order = (no: number, more: object) => ({ gdbh: `GD${no}`, slsj: `2026-11-1${no} 08:00:00`, ...more })
  const fieldsFor = (rows: readonly object[], kind = KIND) => fromFile(rows, '--kind', kind)

  it('is the form of their times, and what stands for none', async () => {
    const rows = [1, 2, 3, 4, 5].map((no) =>
      order(no, { jzsj: `2${no}-11-2026`, bjsj: no < 3 ? '1900-01-01 00:00:00' : `2026-11-1${no} 09:00:00` }),
    )
    expect((await fieldsFor(rows)).fields).toMatchObject({
      dueAt: { from: 'jzsj', format: 'dd-MM-yyyy' },
      closedAt: { from: 'bjsj', blank: ['1900-01-01 00:00:00'] },
    })
  })

  it('is which are not in every row, and which lie in an object or in a text', async () => {
    const rows = [1, 2, 3].map((no) => ({
      wo: { gdbh: `GD${no}` },
      ext: JSON.stringify({ slsj: 1_795_309_980 + no }),
      ...(no === 1 ? {} : { bm: '区城管局' }),
    }))
    expect((await fieldsFor(rows)).fields).toMatchObject({
      orderNo: 'wo.gdbh',
      acceptedAt: 'ext.slsj',
      dept: { from: 'bm', optional: true },
    })
  })

  it('is left open where a moment comes before one that it cannot precede', async () => {
    const { fields, notes } = await fieldsFor(
      [1, 2, 3].map((no) => order(no, { bjsj: '2026-11-01 08:00:00' })),
    )
    expect(fields).toMatchObject({ acceptedAt: 'slsj', closedAt: '?' })
    expect(notes).toContain('closedAt（办结时间）：像是 bjsj，但 3 行中有 3 行早于 acceptedAt')
  })

  it('tells by itself what no name tells: no two alike, and before all the others', async () => {
    const rows = [1, 2, 3].map((no) => ({
      f1: `K${no}`,
      f2: `2026-11-1${no} 08:00:00`,
      f3: `2026-11-1${no} 09:00:00`,
    }))
    const { fields, notes } = await fieldsFor(rows)
    expect(fields).toEqual({ orderNo: 'f1', acceptedAt: 'f2' })
    expect(notes).toContain('acceptedAt：由内容推断为 f2')
  })

  it('is left open where a row cannot be without it and nothing looks like it', async () => {
    const { fields, notes } = await fieldsFor([{ bt: '路灯' }, { bt: '路灯' }])
    expect(fields).toMatchObject({ orderNo: '?', acceptedAt: '?' })
    expect(notes).toContain('? acceptedAt（受理时间）：必填，没有找到')
  })

  it('is asked word by word where the words are not those of the column', async () => {
    const rows = recipe('wvp-gb28181').read('response.json')
    const { fields, notes } = await fromFile(rows, '--kind', 'video.camera')
    expect(fields).toMatchObject({
      id: 'gbDeviceId',
      online: { from: 'gbStatus', codes: { ON: '?', OFF: '?' } },
      lng: 'gbLongitude',
      lat: 'gbLatitude',
      town: { from: 'gbAddress', find: 'town' },
    })
    expect(notes).toContain('只能是 ptz、dome、fixed')
  })
})
