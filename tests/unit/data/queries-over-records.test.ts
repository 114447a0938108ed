import { beforeAll, describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { createCity } from '../../../src/demo/city'
import { demo } from '../../../src/demo/hotline/demo'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline, order, orders } from '../../../src/domains/hotline/resources'
import { recordRowOf } from '../../../src/contract/records/record-rows'
import { queryOf } from '../../../src/data/queries'
import { isoTime } from '../../../src/lib/calendar'
import { counting } from '../../../src/domains/hotline/summary'
import { cn, limits } from '../demo/cities'
import { seed } from '../demo/hotline/day'
import { bench, inline, NOW, WHOLE } from './feed-fixture'
import { faultOf } from './shape-fixture'

/** The demo's city as an API: its records, and the lists that it makes of them itself. */
const city = createCity({
  seed: () => Promise.resolve(seed),
  demos: new Map([['hotline', demo]]),
  calendar: cn,
})
const api = async (url: string) => Response.json((await city(url.replace('api/', ''), NOW, null)).body)

const about = { name: '工单', owner: '热线办', cadenceSeconds: 60 }
const poll = (url: string) => ({ poll: { url, everyMs: 60_000, maxBytes: 50_000_000 } })
const RECORDS = sourceConfig.parse({
  ...poll('api/{city}/hotline/work-order'),
  about,
  records: { from: 'rows', columns: true, total: 'total', asOf: 'asOf' },
})
const OVER_HTTP = {
  'hotline.orders': sourceConfig.parse(poll('api/{city}/hotline/orders?region={region}')),
  'hotline.order': sourceConfig.parse(poll('api/{city}/hotline/orders/{id}?region={region}')),
}

const feedOf = (sources: object, from = api) =>
  bench(from, {
    config: { sources: { ...sources } },
    thread: inline(readers, [], (id) => Promise.resolve(id === 'hotline' ? counting : undefined)),
    limits,
  }).feed

const store = feedOf({ 'hotline.work-order': RECORDS })
const server = feedOf(OVER_HTTP)
const ask = (feed: typeof store, parts: Readonly<Record<string, string>>, region: string | null = null) =>
  feed.get(orders, { region, parts }, { now: NOW })

describe('orders asked for by the page', () => {
  let first: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    first = await ask(store, { limit: '20' })
  })

  it.each([
    ['the first of all', {}, null],
    ['of one stage, latest first', { stage: 'process', sort: '-acceptedAt', limit: '7' }, null],
    ['of one category in one town', { category: '噪声扰民' }, '440111103'],
    ['by department, as groups', { group: 'dept' }, null],
    ['in whose words something stands, in whatever writing', { q: '江高鎮 噪聲' }, null],
    ['of what was found, by stage', { q: '扰民', group: 'stage' }, null],
    ['none at all', { dept: '没有这个单位' }, null],
  ] as const)(
    'are the same from the records kept here and from an API that holds them: %s',
    async (_, parts, region) => {
      const here = await ask(store, parts, region)
      expect(here).toEqual(await ask(server, parts, region))
      expect(here.leftOut).toEqual([])
    },
  )

  it('that are looked for hold every word, in the title, the number or a name, and are fewer', async () => {
    const found = await ask(store, { q: '江高鎮 噪聲', limit: '5000' })
    expect(found.total).toBeGreaterThan(0)
    expect(found.total).toBeLessThan(first.total ?? 0)
    for (const { title, category, dept, town } of found.rows) {
      const told = [title, category, dept, town?.name].join()
      expect(told).toContain('噪声')
      expect(told).toContain('江高镇')
    }
  })

  it('go on after the cursor, to the end, without a gap or a repetition', async () => {
    const seen = first.rows.map(({ orderNo }) => orderNo)
    let { next } = first
    while (next !== null) {
      const page = await ask(store, { limit: '20', cursor: next })
      seen.push(...page.rows.map(({ orderNo }) => orderNo))
      next = page.next
    }
    expect(seen).toHaveLength(first.total ?? 0)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('are grouped by every value, most first, and the groups add up', async () => {
    const { groups = [], rows, total } = await ask(store, { group: 'stage' })
    expect(rows).toEqual([])
    expect(groups.reduce((n, { count }) => n + count, 0)).toBe(total)
    expect(groups.map(({ count }) => count)).toEqual(
      groups.map(({ count }) => count).toSorted((a, b) => b - a),
    )
  })

  it('are found by number, or not', async () => {
    const one = (feed: typeof store, id: string) =>
      feed.get(order, { region: null, parts: { id } }, { now: NOW })
    const id = first.rows[0]?.orderNo ?? ''
    expect(await one(store, id)).toEqual(await one(server, id))
    expect((await one(store, id)).row).toEqual(first.rows[0])
    expect((await one(store, '000')).row).toBeNull()
  })

  it('are 未接入 where neither records nor an API give them', async () => {
    expect(await faultOf(ask(feedOf({}), {}))).toMatchObject({ kind: 'not-connected' })
  })
})

describe('what was done in the city', () => {
  it('is in figure, list and record of the reading that follows, long before the next one is due', async () => {
    const own = createCity({
      seed: () => Promise.resolve(seed),
      demos: new Map([['hotline', demo]]),
      calendar: cn,
    })
    const at = (address: string) => own(address, NOW, null)
    const source = {
      ...RECORDS,
      ...sourceConfig.parse(poll('api/{city}/{dataset}?since={since}')),
      records: RECORDS.records,
    }
    const feed = feedOf({ 'hotline.work-order': source }, async (url) =>
      Response.json((await at(url.replace('api/', ''))).body),
    )
    const city = { id: 'baiyun', code: '440111' }
    const asker = {
      feed,
      city,
      clock: { now: () => NOW },
      seed: '',
      config: { sources: { 'hotline.work-order': source } },
    }
    const read = async (id: string) => {
      const parts = { kind: 'work-order', id }
      // As a wall asks: all at once, the document first.
      const [document, list, record] = await Promise.all([
        queryOf(asker, hotline, WHOLE).queryFn(),
        queryOf(asker, orders, { ...WHOLE, parts: { sort: 'acceptedAt', limit: '5000' } }).queryFn(),
        queryOf(asker, recordRowOf('hotline'), { ...WHOLE, parts }).queryFn(),
      ])
      return {
        open: document.operation?.supervised?.open ?? Number.NaN,
        listed: list.rows.find(({ orderNo }) => orderNo === id)?.supervised,
        row: record.row?.fields['supervisedAt'],
        first: list.rows.find(({ supervised }) => supervised === false)?.orderNo ?? '',
      }
    }
    const { first: id, open } = await read('')
    expect(await read(id)).toMatchObject({ open, listed: false, row: null })
    const { body } = await own(`baiyun/hotline.supervise/${id}`, NOW, { key: 'k1' })
    expect(body).toMatchObject({ state: 'done' })
    expect(await read(id), 'nothing is due').toMatchObject({ open, listed: false, row: null })
    feed.hints.mark('hotline', isoTime(NOW - 5000))
    expect(await read(id)).toMatchObject({
      open: open + 1,
      listed: true,
      row: '2026-11-18T02:42:00.000Z',
    })
  })
})
