import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { readers } from '../../../src/domains/video/contract'
import { video } from '../../../src/domains/video/resources'
import { counting } from '../../../src/domains/video/summary'
import { isoTime } from '../../../src/lib/calendar'
import { bench, inline, NOW, SHOWN, WHOLE } from './feed-fixture'
import { faultOf } from './shape-fixture'

const date = new Date(NOW).toUTCString()
const reply = (body: object) => Response.json(body, { headers: { date } })

const cameras = (count: number) => Array.from({ length: count }, (_, i) => ({ deviceId: i, dw: '公安' }))
/** Every third is off; numbers are quoted here and bare there. */
const states = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), on: i % 3 === 0 ? 0 : 1 }))

const FIELDS = { id: 'deviceId', source: 'dw', online: 'state.on' }
const STATE = { url: 'api/{city}/state?p={page}', from: 'rows', size: 10, key: 'id', to: 'deviceId' }

type Answer = (page: number) => Response

interface Site {
  readonly main: Answer
  readonly state: Answer
  readonly request: object
  readonly fields: object | undefined
  readonly url: string
}

const paged =
  (rows: readonly unknown[], size: number, more: object = {}): Answer =>
  (page) =>
    reply({ rows: rows.slice((page - 1) * size, page * size), ...more })

function city({
  main,
  state,
  request = {},
  url = 'api/{city}/cameras?p={page}',
  ...site
}: Partial<Site> = {}) {
  const fields = 'fields' in site ? site.fields : FIELDS
  const source = sourceConfig.parse({
    poll: { url, everyMs: 60_000 },
    about: { name: '视频', owner: '视频办', cadenceSeconds: 60 },
    records: { from: 'rows', size: 8, fields, requests: { state: { ...STATE, ...request } } },
  })
  const answers = {
    cameras: main ?? paged(cameras(30), 8),
    state: state ?? paged(states(30), 10),
  }
  const { feed, asked } = bench(
    (url) => {
      const way = new URL(url, 'http://x')
      return answers[way.pathname.endsWith('state') ? 'state' : 'cameras'](Number(way.searchParams.get('p')))
    },
    { config: { sources: { 'video.camera': source } }, thread: inline(readers, [], async () => counting) },
  )
  const get = (fresh = false) => feed.get(video, WHOLE, { ...SHOWN, fresh })
  return { get, asked }
}

describe('a source of several requests', () => {
  it('has its rows joined by key, each request paged by itself, quoted numbers and bare ones alike', async () => {
    const { get, asked } = city()
    const { operation, rows } = await get()
    expect([operation?.channels?.value, operation?.offline?.value]).toEqual([30, 10])
    expect(rows).toMatchObject([{ read: 30, used: 30, faults: [] }])
    expect(asked.filter((url) => url.includes('state'))).toHaveLength(4)
    expect(asked.filter((url) => url.includes('cameras'))).toHaveLength(4)
  })

  it('is as old as the oldest of them', async () => {
    const old = isoTime(NOW - 3_600_000)
    const { get } = city({
      state: paged(states(30), 10, { at: old }),
      request: { asOf: 'at' },
    })
    expect((await get()).asOf).toBe(old)
  })

  it('knows nothing of a row that the other request does not have', async () => {
    const { operation } = await city({ state: paged(states(29), 10) }).get()
    expect([operation?.channels?.value, operation?.offline?.value]).toEqual([30, 10])
  })

  it('is read anew each time: a state that changed while the rows did not is another figure', async () => {
    let off = 1
    const { get } = city({
      state: (page) =>
        paged(
          states(30).map((s, i) => ({ ...s, on: i < off ? 0 : 1 })),
          10,
        )(page),
    })
    expect((await get()).operation?.offline?.value).toBe(1)
    off = 5
    expect((await get(true)).operation?.offline?.value).toBe(5)
  })

  it('may have several rows of one key, as a list', async () => {
    const marks = [
      { id: 0, on: 1, n: 1 },
      { id: 0, on: 0, n: 2 },
    ]
    const { operation } = await city({
      main: paged(cameras(2), 8),
      state: paged([...marks, ...marks.slice(1), { id: 1, on: 1, n: 1 }], 10),
      request: { many: true },
      fields: { ...FIELDS, online: { from: 'state', map: '$[-1].on' } },
    }).get()
    expect(operation?.offline?.value).toBe(1)
  })
})

describe('a request that fails', () => {
  const refused: Answer = () => new Response('no', { status: 503 })

  it('fails under its own kind and name, and nothing is counted', async () => {
    expect(await faultOf(city({ state: refused }).get())).toMatchObject({
      kind: 'http',
      field: 'records.requests.state',
    })
    expect(await faultOf(city({ main: refused }).get())).toMatchObject({ kind: 'http', field: undefined })
  })

  it('of fewer rows than it declares is refused before anything is counted', async () => {
    const { get, asked } = city({
      state: paged(states(30), 10, { n: 31 }),
      request: { total: 'n' },
    })
    expect(await faultOf(get())).toMatchObject({ kind: 'contract', field: 'records.requests.state.n' })
    expect(asked.filter((url) => url.includes('cameras'))).toEqual([])
  })

  it.each([
    [
      'a field that was renamed',
      {
        state: paged(
          states(30).map(({ id }) => ({ id })),
          10,
        ),
      },
      'on',
    ],
    ['a key that is not there', { request: { key: 'nr' } }, 'nr'],
    [
      'a key that is none',
      {
        state: paged(
          states(30).map((s) => ({ ...s, id: 'x' })),
          10,
        ),
      },
      'id',
    ],
    ['more rows than it may have', { request: { maxRows: 12 } }, 'maxRows'],
    [
      'keys that no row has',
      {
        state: paged(
          states(30).map((s) => ({ ...s, id: `k${s.id}` })),
          10,
        ),
      },
      'key',
    ],
  ])('is named with its field: %s', async (_, change, field) => {
    expect(await faultOf(city(change).get())).toMatchObject({
      kind: 'contract',
      field: `records.requests.state.${field}`,
    })
  })

  it('may not be called like a field of the rows', async () => {
    const main = paged(
      cameras(3).map((row) => ({ ...row, state: 1 })),
      8,
    )
    expect(await faultOf(city({ main }).get())).toMatchObject({ field: 'records.requests.state' })
  })

  it('is done without where it is optional: its columns are unknown, which is said, and the rest is counted', async () => {
    let down = true
    const { get } = city({
      state: (page) => (down ? refused(page) : paged(states(30), 10)(page)),
      request: { optional: true },
    })
    const { operation, rows } = await get()
    expect(operation?.channels?.value).toBe(30)
    expect(operation?.offline).toBeUndefined()
    expect(rows).toMatchObject([
      {
        used: 30,
        faults: [
          { field: 'records.requests.state', message: expect.stringContaining('503') as unknown, rows: 0 },
        ],
      },
    ])
    down = false
    const back = await get(true)
    expect(back.operation?.offline?.value).toBe(10)
    expect(back.rows).toMatchObject([{ faults: [] }])
  })
})

describe('what could not be read as one', () => {
  it('is refused by name, whether it is the rows or what is joined to them', async () => {
    const since = 'api/{city}/cameras?since={since}'
    expect(await faultOf(city({ url: since }).get())).toMatchObject({
      kind: 'not-connected',
      field: 'poll.url',
    })
    for (const [url, field] of [
      ['api/state', 'url'],
      ['api/{city}/state?r={region}', 'url'],
      ['api/{city}/state?c={cursor}', 'next'],
    ] as const)
      expect(await faultOf(city({ request: { url } }).get())).toMatchObject({
        kind: 'not-connected',
        field: `records.requests.state.${field}`,
      })
  })

  it('is refused where there are no fields to join', async () => {
    expect(await faultOf(city({ fields: undefined }).get())).toMatchObject({ field: 'records.fields' })
  })
})
