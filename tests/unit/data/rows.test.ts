import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { counting } from '../../../src/domains/hotline/summary'
import { evaluate } from '../../../src/data/mapping/expression'
import { judge } from '../../../src/data/read-job'
import { bench, inline, NOW } from './feed-fixture'
import { faultOf, jobOf } from './shape-fixture'
import { isoTime } from '../../../src/lib/calendar'

const find = async (id: string) => (id === 'hotline' ? counting : undefined)
const byId = new Map(readers.map((reader) => [reader.id, reader]))

const FIELDS = {
  orderNo: 'no',
  acceptedAt: 'at',
  type: { from: 'kind', codes: { '1': '投诉', '2': '咨询' } },
  town: { code: 'town', name: 'townName' },
  closedAt: { from: 'done', optional: true },
}
const order = (no: number, change: object = {}) => ({
  no,
  at: '2026-11-22 08:00:00',
  kind: 1,
  town: 440111001,
  townName: '景泰',
  ...change,
})
const ROWS = { kind: 'work-order', from: 'list', total: 'count', fields: FIELDS }

const counted = async (list: readonly unknown[], rows: object = {}, count = list.length) =>
  judge(jobOf({ list, count }, { rows: { ...ROWS, ...rows } }), byId, evaluate, find)
const operationOf = async (...asked: Parameters<typeof counted>) => {
  const { answer } = await counted(...asked)
  if (!hotline.owns(answer)) throw new Error(answer.contract)
  return answer
}

describe('a source that sends rows', () => {
  it('has its figures counted, its columns mapped by name, its codes by table', async () => {
    const { operation, rows } = await operationOf([
      order(1),
      order(2, { kind: 2, done: '2026-11-22 08:30:00' }),
      order(3, { town: null }),
    ])
    expect([operation?.received?.value, operation?.open?.value]).toEqual([3, 2])
    expect(operation?.complaintShare?.value).toBe(66.7)
    expect(operation?.towns).toMatchObject([{ code: '440111001', name: '景泰', count: 2 }])
    expect(rows).toEqual({ read: 3, used: 3, faults: [] })
  })

  it('loses a row with a code nobody listed, and says which: it never becomes the default', async () => {
    const { operation, rows } = await operationOf([order(1), order(2, { kind: 9 }), order(3)])
    expect(operation?.received?.value).toBe(2)
    expect(rows).toMatchObject({
      used: 2,
      faults: [{ field: 'type', message: expect.stringContaining('9') as unknown, rows: 1, first: 1 }],
    })
  })

  it('loses a row that was cut, but none where the field is declared to be optional', async () => {
    const { at: _, ...cut } = order(2)
    const { rows } = await operationOf([order(1), cut])
    expect(rows).toMatchObject({ used: 1, faults: [{ field: 'acceptedAt', rows: 1, first: 1 }] })
  })

  it('fails as a whole where a column is gone, and names it', async () => {
    const renamed = [1, 2].map((no) => ({ ...order(no), at: undefined, accepted: '2026-11-22 08:00:00' }))
    expect(await faultOf(counted(renamed))).toMatchObject({ kind: 'contract', field: 'rows.acceptedAt' })
  })

  it('is not counted where fewer rows came than the source says there are', async () => {
    expect(await faultOf(counted([order(1)], {}, 5000))).toMatchObject({ kind: 'contract', field: 'count' })
    expect(await faultOf(counted([order(1)], { total: 'nowhere' }))).toMatchObject({ field: 'nowhere' })
  })

  it('is told of a column, a kind or a list that is not there', async () => {
    expect(await faultOf(counted([order(1)], { fields: { ...FIELDS, plate: 'no' } }))).toMatchObject({
      field: 'rows.fields.plate',
    })
    expect(await faultOf(counted([order(1)], { kind: 'camera' }))).toMatchObject({ kind: 'not-connected' })
    expect(await faultOf(counted([order(1)], { from: 'rows' }))).toMatchObject({ field: 'rows' })
  })

  it('has no orders where its list is empty: noughts, not an absence', async () => {
    const { operation } = await operationOf([])
    expect([operation?.received?.value, operation?.open?.value]).toEqual([0, 0])
  })
})

describe('the same rows', () => {
  it('are read once for the whole city and counted for the town that is chosen, unchanged answers too', async () => {
    const list = [order(1), order(2, { town: 440111002, townName: '同德' })].map((row) => ({
      ...row,
      at: isoTime(NOW - 60_000),
    }))
    const date = new Date(NOW).toUTCString()
    const source = sourceConfig.parse({
      poll: { url: 'api/{city}/orders', everyMs: 60_000 },
      about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
      rows: ROWS,
    })
    const { feed, asked } = bench(
      (_, init) =>
        new Headers(init?.headers).has('if-none-match')
          ? new Response(null, { status: 304, headers: { date } })
          : Response.json({ list, count: 2 }, { headers: { etag: '"1"', date } }),
      { config: { sources: { hotline: source } }, thread: inline(readers, [], find) },
    )
    const received = async (region: string | null) =>
      (await feed.get(hotline, { region }, { now: NOW })).operation?.received?.value
    expect([await received(null), await received('440111002'), await received(null)]).toEqual([2, 1, 2])
    expect(new Set(asked)).toEqual(new Set(['api/baiyun/orders']))
  })
})
