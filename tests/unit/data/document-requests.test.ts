import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { listOf } from '../../../src/contract/resource'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { isoTime } from '../../../src/lib/calendar'
import { rowWords } from '../../../src/panel/row-words'
import { bench, inline, NOW, SHOWN, WHOLE } from './feed-fixture'
import { city as records, order } from './records-fixture'
import { faultOf } from './shape-fixture'

const date = new Date(NOW).toUTCString()
const reply = (body: unknown, headers: object = {}) => Response.json(body, { headers: { date, ...headers } })

type Answer = (asked: URLSearchParams) => Response

const orders = Array.from({ length: 30 }, (_, i) => ({ no: i, st: i % 3 === 0 ? '办结' : '在办' }))

const paged =
  (rows: readonly unknown[], size: number, more: object = {}): Answer =>
  (asked) => {
    const page = Number(asked.get('p'))
    return reply({ code: 200, body: { items: rows.slice((page - 1) * size, page * size), ...more } })
  }

const OPEN = { url: 'api/{city}/orders?p={page}', from: 'items', total: 'n', size: 10 }

interface Site {
  readonly url: string
  readonly stat: Answer
  readonly orders: Answer
  readonly request: object
  readonly operation: string
  readonly source: object
  readonly region: string | null
}

/** A hotline whose figures stand in one answer and whose open orders in the pages of another. */
function city({
  url = 'api/{city}/stat',
  request = {},
  region = null,
  operation = `{
    'received': $measure(acc, '件', '今日'),
    'open': $exists(list) ? $measure($count($require(list, 'st')[st = '在办']), '件', '此刻')
  }`,
  source: more = {},
  ...answers
}: Partial<Site> = {}) {
  const source = sourceConfig.parse({
    poll: { url, everyMs: 60_000 },
    about: { name: '热线', owner: '热线办', cadenceSeconds: 60 },
    envelope: { code: 'code', ok: [200], message: 'msg', data: 'body' },
    map: `{ 'operation': ${operation} }`,
    requests: { list: { ...OPEN, ...request } },
    ...more,
  })
  const stat = answers.stat ?? (() => reply({ code: 200, body: { acc: 35 } }))
  const list = answers.orders ?? paged(orders, 10, { n: 30 })
  const { feed, asked } = bench(
    (way) => {
      const { pathname, searchParams } = new URL(way, 'http://x')
      return (pathname.includes('stat') ? stat : list)(searchParams)
    },
    { config: { sources: { hotline: source, 'hotline.orders': source } }, thread: inline(readers) },
  )
  return { asked, feed, get: (fresh = false) => feed.get(hotline, { region }, { ...SHOWN, fresh }) }
}

const figures = async ({ get }: ReturnType<typeof city>) => {
  const { operation } = await get()
  return [operation?.received?.value, operation?.open?.value]
}

describe('a document of several requests', () => {
  it('is mapped from the answer of its address and, by name, from all pages of the others', async () => {
    const site = city()
    expect(await figures(site)).toEqual([35, 20])
    expect(site.asked.map((way) => way.split('/').at(-1))).toEqual([
      'orders?p=1',
      'orders?p=2',
      'orders?p=3',
      'stat',
    ])
  })

  it('has of a request without pages what stands there, and none of its envelope where it has none', async () => {
    const site = city({
      orders: () => reply({ open: 7 }),
      request: { url: 'api/{city}/orders', from: undefined, total: undefined, envelope: null },
      operation: `{ 'received': $measure(acc, '件', '今日'), 'open': $measure(list.open, '件', '此刻') }`,
    })
    expect(await figures(site)).toEqual([35, 7])
  })

  it('finds an answer that is a list under `poll`', async () => {
    const site = city({
      stat: () => reply({ code: 200, body: [1, 2, 3] }),
      operation: `{ 'received': $measure($count(poll), '件', '今日'), 'open': $measure($count(list), '件', '此刻') }`,
    })
    expect(await figures(site)).toEqual([3, 30])
  })

  it('never sees a person in any of them', async () => {
    const masked = city({
      orders: paged([{ st: '在办', tel: '13800138000' }], 10, { n: 1 }),
      operation: `{ 'received': $measure($contains(list[0].tel, '13800138000') ? 1 : 0, '件', '今日') }`,
    })
    expect((await figures(masked))[0]).toBe(0)
  })

  it('is read anew each time, though the answer of its own address did not change', async () => {
    let open = 1
    const site = city({
      stat: () => reply({ code: 200, body: { acc: 35 } }, { etag: '"same"' }),
      orders: (asked) => paged(orders.slice(0, open * 3), 10, { n: open * 3 })(asked),
    })
    expect(await figures(site)).toEqual([35, 2])
    open = 2
    expect((await site.get(true)).operation?.open?.value).toBe(4)
  })

  it('is as old as the oldest of them', async () => {
    const old = NOW - 3_600_000
    const site = city({ orders: paged(orders, 10, { n: 30, at: isoTime(old) }), request: { asOf: 'at' } })
    expect((await site.get()).asOf).toBe(isoTime(old))
    const own = city({
      source: {
        map: `{ 'asOf': '${isoTime(old)}', 'operation': { 'received': $measure(acc, '件', '今日') } }`,
      },
    })
    expect((await own.get()).asOf).toBe(isoTime(old))
  })

  it('of a town is made of what each of them says of the town', async () => {
    const site = city({
      url: 'api/{city}/stat?r={region}',
      request: { url: 'api/{city}/orders?p={page}&r={region}' },
      region: '440111002',
    })
    expect((await site.get()).region).toBe('440111002')
    expect(site.asked.every((way) => way.includes('r=440111002'))).toBe(true)
  })
})

describe('a request of a document that fails', () => {
  it.each([
    ['an HTTP error', { orders: () => new Response('no', { status: 503 }) }, 'http', 'requests.list'],
    ['a business code', { orders: () => reply({ code: 500, msg: '系统繁忙' }) }, 'http', 'requests.list'],
    [
      'a page that is no JSON',
      { orders: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
      'type',
      'requests.list',
    ],
    ['a list that is gone', { request: { from: 'rows' } }, 'map', 'requests.list.rows'],
    [
      'no list',
      { orders: () => reply({ code: 200, body: { items: {}, n: 1 } }) },
      'contract',
      'requests.list.items',
    ],
    ['fewer rows than it declares', { orders: paged(orders, 10, { n: 31 }) }, 'contract', 'requests.list.n'],
    ['more rows than it may have', { request: { maxRows: 12 } }, 'contract', 'requests.list.maxRows'],
    ['a time that is none', { request: { asOf: 'at' } }, 'contract', 'requests.list.at'],
  ] as const)('is named, with its kind: %s', async (_, change, kind, field) => {
    const site = city(change)
    expect(await faultOf(site.get())).toMatchObject({ kind, field })
    expect(site.asked.filter((way) => way.includes('stat'))).toEqual([])
  })

  it('may not be called like a field of the answer', async () => {
    const stat: Answer = () => reply({ code: 200, body: { acc: 1, list: [] } })
    expect(await faultOf(city({ stat }).get())).toMatchObject({ field: 'requests.list' })
  })

  it('is done without where it is optional, which is said, and what needs it is left out', async () => {
    const site = city({ orders: () => new Response('no', { status: 503 }), request: { optional: true } })
    const { operation, rows } = await site.get()
    expect([operation?.received?.value, operation?.open]).toEqual([35, undefined])
    expect(rows).toMatchObject([
      {
        kind: 'hotline',
        faults: [{ field: 'requests.list', message: expect.stringContaining('503') as unknown }],
      },
    ])
    expect(rowWords({ ...(await site.get()) })[0]?.title).toBe('数据不全 hotline')
    // A mapping that does not ask whether it is there counts no 0 of it.
    const careless = city({
      orders: () => new Response('no', { status: 503 }),
      request: { optional: true },
      operation: `{ 'open': $measure($count(list[st = '在办']), '件', '此刻') }`,
    })
    expect(await faultOf(careless.get())).toMatchObject({ kind: 'map' })
  })
})

describe('a document of several requests beside records', () => {
  it('says what the records lack and what it lacks itself', async () => {
    const own = sourceConfig.parse({
      poll: { url: 'api/{city}/stat?stat=1', everyMs: 60_000 },
      about: { name: '热线', owner: '热线办', cadenceSeconds: 60 },
      map: `{ 'operation': { 'supervised': { 'open': n } } }`,
      requests: { more: { url: 'api/{city}/stat?more=1', optional: true } },
    })
    const { get } = records(
      (asked) =>
        asked.has('more')
          ? new Response('no', { status: 503 })
          : reply(asked.has('stat') ? { n: 4 } : { list: [order(1), order(2, { at: 'x' })] }),
      { base: { hotline: own } },
    )
    const { operation, rows } = await get()
    expect([operation?.supervised?.open, operation?.open?.value]).toEqual([4, 1])
    expect(rows).toMatchObject([
      { kind: 'hotline', faults: [{ field: 'requests.more' }] },
      { kind: 'work-order', read: 2, used: 1 },
    ])
  })
})

describe('requests that could not be read as one', () => {
  it.each([
    ['no mapping', { source: { map: undefined } }, 'map'],
    ['a document that comes by the page', { url: 'api/{city}/stat?p={page}' }, 'poll.url'],
    ['the rows of one city for all', { request: { url: 'api/orders' } }, 'requests.list.url'],
    ['a town in one of them', { request: { url: 'api/{city}/orders?r={region}' } }, 'requests.list.url'],
    ['a town in the other', { url: 'api/{city}/stat?r={region}' }, 'requests.list.url'],
    ['what changed', { request: { url: 'api/{city}/orders?s={since}' } }, 'requests.list.url'],
    [
      'a cursor that nobody gives',
      { request: { url: 'api/{city}/orders?c={cursor}' } },
      'requests.list.next',
    ],
  ])('are refused by name: %s', async (_, change, field) => {
    const site = city(change)
    expect(await faultOf(site.get())).toMatchObject({ kind: 'not-connected', field })
    expect(site.asked).toEqual([])
  })

  it('are refused of a list', async () => {
    const { feed } = city()
    expect(await faultOf(feed.get(listOf({ id: 'hotline.orders' }), WHOLE, SHOWN))).toMatchObject({
      field: 'requests',
    })
  })
})
