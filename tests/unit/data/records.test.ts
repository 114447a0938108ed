import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { isoTime } from '../../../src/lib/calendar'
import { NOW } from './feed-fixture'
import { faultOf } from './shape-fixture'
import { FIELDS, type Row, all, city, date, order, reply } from './records-fixture'

describe('a source that sends records', () => {
  it('has its figures counted, its columns mapped by name, its codes by table', async () => {
    const { get } = all([
      order(1),
      order(2, { kind: 2, done: '2026-11-18 08:30:00' }),
      order(3, { town: null }),
    ])
    const { operation, rows, source } = await get()
    expect([operation?.received?.value, operation?.open?.value]).toEqual([3, 2])
    expect(operation?.complaintShare?.value).toBe(66.7)
    expect(operation?.towns).toMatchObject([{ code: '440111001', name: '景泰', count: 2 }])
    expect(rows).toEqual([{ kind: 'work-order', read: 3, used: 3, dirty: false, faults: [] }])
    expect(source).toMatchObject({ name: '工单', owner: '热线办' })
  })

  it('has its towns found in addresses, by the names of the city', async () => {
    const list = [order(1, { at2: '白云区景泰街道机场路' }), order(2, { at2: '何处' })]
    const { get } = city(() => reply({ list }), {
      fields: { ...FIELDS, town: { from: 'at2', find: 'town' } },
      towns: [{ code: '440111001', name: '景泰街道' }],
    })
    expect((await get()).operation?.towns).toMatchObject([{ code: '440111001', count: 1 }])
  })

  it('loses a row with a code nobody listed, and says which: it never becomes the default', async () => {
    const { operation, rows } = await all([order(1), order(2, { kind: 9 }), order(3)]).get()
    expect(operation?.received?.value).toBe(2)
    expect(rows).toMatchObject([
      {
        used: 2,
        dirty: true,
        faults: [{ field: 'type', message: expect.stringContaining('9') as unknown, rows: 1, first: 1 }],
      },
    ])
  })

  it('loses a row that was cut, but none where the field is declared to be optional', async () => {
    const { at: _, ...cut } = order(2)
    const { rows } = await all([order(1), cut]).get()
    expect(rows).toMatchObject([{ used: 1, faults: [{ field: 'acceptedAt', rows: 1, first: 1 }] }])
  })

  it('puts up with the share of wrong rows that its site allows', async () => {
    const rows = [order(1), order(2, { kind: 9 })]
    expect((await all(rows, { dirtyShare: 0.5 }).get()).rows).toMatchObject([{ dirty: false }])
    expect((await all(rows, { dirtyShare: 0.4 }).get()).rows).toMatchObject([{ dirty: true }])
  })

  it('fails as a whole where a column is gone, and names kind and column', async () => {
    const renamed = [1, 2].map((no) => ({ ...order(no), at: undefined, accepted: '2026-11-18 08:00:00' }))
    expect(await faultOf(all(renamed).get())).toMatchObject({
      kind: 'contract',
      field: 'hotline.work-order.acceptedAt',
    })
  })

  it('is not counted where fewer rows came than the source says there are', async () => {
    const short = city(() => reply({ list: [order(1)], count: 5000 }), { more: { total: 'count' } })
    expect(await faultOf(short.get())).toMatchObject({ kind: 'contract', field: 'count' })
    expect(await faultOf(all([order(1)], { total: 'nowhere' }).get())).toMatchObject({ field: 'nowhere' })
  })

  it('is told of a column or a list that is not there, and of more rows than it may send', async () => {
    const plate = city(() => reply({ list: [order(1)] }), { fields: { ...FIELDS, plate: 'no' } })
    expect(await faultOf(plate.get())).toMatchObject({ field: 'records.fields.plate' })
    expect(await faultOf(all([order(1)], { from: 'rows' }).get())).toMatchObject({ field: 'rows' })
    expect(await faultOf(all([order(1), order(2)], { maxRows: 1 }).get())).toMatchObject({
      field: 'records.maxRows',
    })
  })

  it('has no orders where its list is empty: noughts, not an absence', async () => {
    const { operation } = await all([]).get()
    expect([operation?.received?.value, operation?.open?.value]).toEqual([0, 0])
  })

  it('is read once for the whole city and counted for every town, unchanged answers too', async () => {
    const list = [order(1), order(2, { town: 440111002, townName: '同德' })]
    const { get, asked } = city((_, init) =>
      new Headers(init?.headers).has('if-none-match')
        ? new Response(null, { status: 304, headers: { date } })
        : reply({ list }, '"1"'),
    )
    const received = async (region: string | null) => (await get(region)).operation?.received?.value
    expect([await received(null), await received('440111002'), await received(null)]).toEqual([2, 1, 2])
    expect(asked).toEqual(['api/baiyun/orders'])
    expect((await get(null, true)).operation?.received?.value).toBe(2)
    expect(asked).toHaveLength(2)
  })
})

describe('the totals of the source itself', () => {
  const expecting = (summary: object, list = [order(1), order(2)]) =>
    city(() => reply({ list, summary }), {
      more: { expect: { open: 'summary.open', received: 'summary.in' } },
    })

  it('are shown beside what was counted where the two differ, and nothing stops', async () => {
    const { operation, clashes } = await expecting({ open: 5, in: 2 }).get()
    expect(operation?.open?.value).toBe(2)
    expect(clashes).toEqual([{ kind: 'work-order', part: 'open', ours: 2, theirs: 5 }])
  })

  it('are nothing to speak of where they agree', async () => {
    expect(await expecting({ open: '2', in: 2 }).get()).not.toHaveProperty('clashes')
  })

  it('that the answer no longer has are missed', async () => {
    expect((await expecting({ open: 2 }).get()).clashes).toEqual([
      { kind: 'work-order', part: 'received', ours: 2, theirs: null },
    ])
  })

  it('are not held against one town', async () => {
    expect(await expecting({ open: 5, in: 2 }).get('440111001')).not.toHaveProperty('clashes')
  })
})

describe('records by the page', () => {
  const rows = Array.from({ length: 7 }, (_, no) => order(no))
  const part = (from: number) => rows.slice(from, from + 3)
  const paged = {
    page: (asked: URLSearchParams) => part((Number(asked.get('p')) - 1) * 3),
    offset: (asked: URLSearchParams) => part(Number(asked.get('p'))),
  }

  it.each([
    ['page', 'api/{city}/orders?p={page}&n={size}', ['1', '2', '3']],
    ['offset', 'api/{city}/orders?p={offset}&n={size}', ['0', '3', '6']],
  ] as const)('are read by %s until the last, which is short', async (way, url, expected) => {
    const seen: (string | null)[] = []
    const { get } = city(
      (asked) => {
        seen.push(asked.get('p'))
        expect(asked.get('n')).toBe('3')
        return reply({ list: paged[way](asked) })
      },
      { url, more: { size: 3 } },
    )
    expect((await get()).operation?.received?.value).toBe(7)
    expect(seen).toEqual(expected)
  })

  it('are read to the declared total, however few a page has, and count once where pages overlap', async () => {
    const { get, asked } = city((wanted) => reply({ list: [rows[0], ...paged.page(wanted)], count: 10 }), {
      url: 'api/{city}/orders?p={page}',
      more: { size: 50, total: 'count' },
    })
    expect((await get()).operation?.received?.value).toBe(7)
    expect(asked).toHaveLength(3)
  })

  it('follow a cursor to its end, and stop where it leads in a circle', async () => {
    const next: Readonly<Record<string, number>> = { '': 3, '3': 6 }
    const url = 'api/{city}/orders?c={cursor}'
    const follow = (asked: URLSearchParams) => asked.get('c') ?? ''
    const straight = city(
      (asked) => reply({ list: part(Number(follow(asked))), next: next[follow(asked)] ?? null }),
      { url, more: { next: 'next' } },
    )
    expect((await straight.get()).operation?.received?.value).toBe(7)
    const round = city(() => reply({ list: part(0), next: '3' }), { url, more: { next: 'next' } })
    expect(await faultOf(round.get())).toMatchObject({ kind: 'contract', field: 'next' })
  })

  it('stand as they were until the last page is in', async () => {
    let broken = false
    const { get } = city(
      (asked) =>
        broken && asked.get('p') === '2'
          ? new Response('no', { status: 503 })
          : reply({ list: broken ? [] : paged.page(asked) }),
      { url: 'api/{city}/orders?p={page}', more: { size: 3 } },
    )
    await get()
    broken = true
    // A first page that is empty is the last: nothing is there any more, and that is what is counted.
    expect((await get(null, true)).operation?.received?.value).toBe(0)
    broken = false
    await get(null, true)
    const failing = city(
      (asked) => (asked.get('p') === '2' ? new Response('no', { status: 503 }) : reply({ list: part(0) })),
      { url: 'api/{city}/orders?p={page}', more: { size: 3 } },
    )
    expect(await faultOf(failing.get())).toMatchObject({ kind: 'http' })
  })
})

describe('what changed since', () => {
  const url = 'api/{city}/orders?since={since}'
  const system = (rows: Row[]) =>
    city(
      (asked) => {
        const since = asked.get('since')
        return reply({ list: since === '' || since === null ? rows : rows.slice(-1) })
      },
      { url },
    )

  it('is asked for after the first reading, and put in the place of what it changes', async () => {
    const rows = [order(1), order(2)]
    const { get, asked } = system(rows)
    expect((await get()).operation?.open?.value).toBe(2)
    rows.push({ ...order(2), done: '2026-11-18 09:00:00' } as Row)
    const { operation } = await get(null, true)
    expect([operation?.open?.value, operation?.closed?.value, operation?.received?.value]).toEqual([1, 1, 2])
    expect(asked.map((each) => new URL(each, 'http://x').searchParams.get('since'))).toEqual([
      '',
      isoTime(NOW - 120_000),
    ])
  })

  it('is no answer for a data worker that has lost the rest: all is read again', async () => {
    const { get, asked, die } = system([order(1), order(2)])
    await get()
    die()
    expect((await get()).operation?.received?.value).toBe(2)
    expect(asked.map((each) => each.endsWith('since='))).toEqual([true, true])
  })

  it('leaves a wrong row out alone and counts it once, however often it is sent, and no longer when it is right', async () => {
    const rows = [order(1), order(2)]
    const { get } = system(rows)
    await get()
    rows.push(order(3, { kind: 9 }))
    for (let i = 0; i < 5; i++) await get(null, true)
    const wrong = await get(null, true)
    expect(wrong.operation?.received?.value).toBe(2)
    expect(wrong.rows).toMatchObject([{ read: 3, used: 2, faults: [{ rows: 1 }] }])
    rows.push(order(3))
    expect((await get(null, true)).rows).toMatchObject([{ read: 3, used: 3, faults: [], dirty: false }])
  })
})

describe('a document that comes with records', () => {
  const about = { name: '工单', owner: '热线办', cadenceSeconds: 60, simulated: false }
  const own = (change: object) => ({
    contract: 'hotline/1',
    city: 'baiyun',
    region: '440111',
    asOf: isoTime(NOW),
    source: about,
    document: null,
    published: [],
    contradictions: [],
    exceptions: [],
    ...change,
  })
  const withBase = (document: object) => {
    const hotlineSource = sourceConfig.parse({ poll: { url: 'api/{city}/hotline', everyMs: 60_000 } })
    return city(() => reply({ list: [order(1)], ...document }), { base: { hotline: hotlineSource } })
  }

  it('keeps what it says itself, and has counted what it lacks', async () => {
    const { operation } = await withBase(own({ operation: { limitDays: 3, keyItems: [] } })).get()
    expect(operation).toMatchObject({ limitDays: 3, keyItems: [], received: { value: 1 } })
  })

  it.each([-3_600_000, 60_000])('is as old as the older of the two: %i ms from the rows', async (ms) => {
    const { asOf } = await withBase(own({ asOf: isoTime(NOW + ms) })).get()
    expect(asOf).toBe(isoTime(NOW + Math.min(0, ms)))
  })

  it('stays absent where it says so', async () => {
    const absence = { kind: 'not-built', reason: '未建', source: '试验' }
    const document = await withBase(own({ operation: null, absence })).get()
    expect(document).toMatchObject({ operation: null, absence })
    expect(document).not.toHaveProperty('rows')
  })
})
