import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { recordRowOf, recordRowsOf } from '../../../src/contract/records/record-rows'
import { createCity } from '../../../src/demo/city'
import { demo } from '../../../src/demo/hotline/demo'
import { readers } from '../../../src/domains/hotline/contract'
import { counting } from '../../../src/domains/hotline/summary'
import { hotline } from '../../../src/domains/hotline/resources'
import { cn, limits } from '../demo/cities'
import { seed } from '../demo/hotline/day'
import { bench, inline, NOW } from './feed-fixture'
import { faultOf } from './shape-fixture'
import { momentIn } from '../../../src/panel/reading'

const city = createCity({
  seed: () => Promise.resolve(seed),
  demos: new Map([['hotline', demo]]),
  calendar: cn,
})
const api = async (url: string) => Response.json((await city(url.replace('api/', ''), NOW, null)).body)
const source = sourceConfig.parse({
  poll: { url: 'api/{city}/hotline/work-order', everyMs: 60_000, maxBytes: 50_000_000 },
  about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
  records: { from: 'rows', columns: true, total: 'total', asOf: 'asOf' },
})
const { feed } = bench(api, {
  config: { sources: { 'hotline.work-order': source } },
  thread: inline(readers, [], async (id) => (id === 'hotline' ? counting : undefined)),
  limits,
})

const TOWN = '440111103'
const rows = (parts: Readonly<Record<string, string>>, region: string | null = null) =>
  feed.get(recordRowsOf('hotline'), { region, parts }, { now: NOW })
const row = (parts: Readonly<Record<string, string>>) =>
  feed.get(recordRowOf('hotline'), { region: null, parts }, { now: NOW })

describe('the records of a domain', () => {
  it('are those that have a flag, as many as the document counts, each with its columns and what follows from them', async () => {
    const { operation } = await feed.get(hotline, { region: null }, { now: NOW })
    const page = await rows({ kind: 'work-order', having: 'overdue', sort: 'due' })
    expect(page.total).toBe(operation?.overdue?.value)
    expect(page.total).toBeGreaterThan(0)
    expect(page.leftOut).toEqual([])
    const [first] = page.rows
    expect(first?.fields).toMatchObject({ orderNo: first?.key, overdue: true, waits: true, closedAt: null })
    expect(first && momentIn(first, 'due')).toBeLessThan(NOW)
  })

  it('that have several flags have all of them', async () => {
    const [open, both] = await Promise.all([rows({ having: 'open' }), rows({ having: 'open,supervised' })])
    expect(both.rows.every(({ fields: { supervised } }) => supervised === true)).toBe(true)
    expect(both.total).toBeGreaterThan(0)
    expect(both.total).toBeLessThan(open.total ?? 0)
  })

  it('that have one of several values are all that have any of them, and a question that is wrong says where', async () => {
    const by = (stages: unknown, of = 'open') =>
      rows({ kind: 'work-order', having: of, ids: JSON.stringify({ stage: stages }) })
    const [sign, handle, both] = await Promise.all([by(['sign']), by(['handle']), by(['sign', 'handle'])])
    expect(sign.total).toBeGreaterThan(0)
    expect(both.total).toBe((sign.total ?? 0) + (handle.total ?? 0))
    expect((await by([])).total).toBe(0)
    for (const ids of ['{"stages":["sign"]}', '{"stage":"sign"}', '{sign'])
      expect(await faultOf(rows({ ids }))).toMatchObject({ kind: 'contract' })
  })

  it('of a town are those that lie in it, unless they are asked for wherever they lie', async () => {
    const [all, here, anywhere] = await Promise.all([
      rows({ having: 'open', limit: '5000' }),
      rows({ having: 'open', limit: '5000' }, TOWN),
      rows({ having: 'open', limit: '1', anywhere: 'yes' }, TOWN),
    ])
    const lies = all.rows.filter(({ fields: { town } }) => typeof town === 'object' && town?.code === TOWN)
    expect(here.rows).toEqual(lies)
    expect(lies.length).toBeGreaterThan(0)
    expect(anywhere.total).toBe(all.total)
  })

  it('are narrowed by any field, sorted, and read on by the page without a gap', async () => {
    const signing = await rows({ having: 'open', stage: 'sign', sort: '-acceptedAt', limit: '4' })
    const rest = await rows({
      having: 'open',
      stage: 'sign',
      sort: '-acceptedAt',
      limit: '5000',
      cursor: signing.next ?? '',
    })
    const times = [...signing.rows, ...rest.rows].map((one) => momentIn(one, 'acceptedAt'))
    expect(times).toHaveLength(signing.total ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('are read from any place of their order, as whoever scrolls asks for them', async () => {
    const all = await rows({ having: 'open', sort: 'due', limit: '5000' })
    const part = await rows({ having: 'open', sort: 'due', limit: '30', from: '40' })
    expect(part.rows).toEqual(all.rows.slice(40, 70))
    expect(part.total).toBe(all.total)
    const beyond = await rows({ having: 'open', sort: 'due', limit: '30', from: '100000' })
    expect(beyond).toMatchObject({ rows: [], total: all.total, next: null })
  })

  it('are looked for in the fields that are named and in what names them, whatever they were asked before', async () => {
    const all = await rows({ having: 'open', limit: '5000' })
    const found = await rows({ having: 'open', q: '噪聲', in: 'category,title', limit: '5000' })
    const holds = all.rows.filter(({ fields: { category, title } }) =>
      /噪声/.test(JSON.stringify([category, title])),
    )
    expect(found.rows).toEqual(holds)
    expect(holds.length).toBeGreaterThan(0)
    expect((await rows({ having: 'open', q: '噪聲', in: 'dept' })).total).toBe(0)
    const [one] = all.rows
    expect((await rows({ having: 'open', q: one?.key ?? '', in: 'dept' })).rows).toEqual([one])
    expect((await rows({ having: 'open', limit: '1' })).total).toBe(all.total)
  })

  it('are found by name, several or one', async () => {
    const [a, b] = (await rows({ having: 'overdue' })).rows
    const named = await rows({ ids: JSON.stringify([b?.key, a?.key, 'none']) })
    expect(new Set(named.rows.map(({ key }) => key))).toEqual(new Set([a?.key, b?.key]))
    expect((await row({ id: a?.key ?? '' })).row).toEqual(a)
    expect((await row({ kind: 'work-order', id: 'none' })).row).toBeNull()
    expect((await row({ kind: 'history', id: a?.key ?? '' })).row).toBeNull()
  })

  it.each([
    [{ having: 'open,nothing' }, 'having'],
    [{ ids: '"one"' }, 'ids'],
  ] as const)('a wrong question is refused where it is wrong: %o', async (parts, field) => {
    expect(await faultOf(rows(parts))).toMatchObject({ kind: 'contract', field })
  })
})
