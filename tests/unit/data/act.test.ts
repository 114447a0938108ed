import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiptReader } from '../../../src/contract/receipt'
import { actionOf } from '../../../src/contract/resource'
import { sourceConfig } from '../../../src/config/source'
import { act, actBy, type Deed } from '../../../src/data/act'
import { createSession } from '../../../src/data/transport/session'
import type { Timers } from '../../../src/data/transport/timers'
import { bench, CITY, inline, WHOLE } from './feed-fixture'
import { serve } from './server'
import { faultOf } from './shape-fixture'

const supervise = actionOf({ id: 'hotline.supervise' })
const reader = receiptReader({ id: 'hotline.supervise' })
const source = sourceConfig.parse({ act: { url: 'api/{city}/orders/{id}/supervise' } })

/** A server that does a thing once for each key, and answers however the test says. */
interface Office {
  /** Keys of the things it has done, in order. */
  readonly done: string[]
  /** What arrived: method and path, key, body. */
  readonly arrived: { readonly what: string; readonly key: string; readonly body: unknown }[]
  /** What happens to the answers, one after the other; `ok` from then on. */
  readonly answers: (keyof typeof ANSWERS)[]
  valid: boolean
  renewals: number
}

let office: Office
let origin: string
let stop: () => Promise<void>
/** What was waited between attempts, ms. */
let waits: number[]
/** Whether each attempt told the gate that it was a repeated one. */
let retries: boolean[]

const receipt = (key: string) => ({
  contract: 'hotline.supervise/1',
  key,
  state: 'done',
  at: '2026-11-18T10:42:00+08:00',
  message: '已督办',
})

const send = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const ANSWERS = {
  ok: (response: ServerResponse, key: string) => send(response, 200, receipt(key)),
  /** The thing is done, and the connection dies in the middle of saying so. */
  dies: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 })
    response.write('{"contract":', () => response.destroy())
  },
  broken: (response: ServerResponse) => send(response, 503, {}),
  refused: (response: ServerResponse) => send(response, 422, {}),
  login: (response: ServerResponse) => void response.writeHead(302, { location: '/login' }).end(),
  foreign: (response: ServerResponse) => send(response, 200, receipt('another')),
  list: (response: ServerResponse) => send(response, 200, { rows: [] }),
}
/** Answers before which nothing was done. */
const UNDONE = new Set<keyof typeof ANSWERS>(['broken', 'refused', 'login'])

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  if (request.url === '/renew') {
    office.renewals += 1
    office.valid = true
    return void response.writeHead(204).end()
  }
  const key = String(request.headers['idempotency-key'])
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
  office.arrived.push({ what: `${request.method} ${request.url}`, key, body })
  if (!office.valid) return send(response, 401, {})
  const how = office.answers.shift() ?? 'ok'
  if (!UNDONE.has(how) && !office.done.includes(key)) office.done.push(key)
  ANSWERS[how](response, key)
}

beforeEach(async () => {
  office = { done: [], arrived: [], answers: [], valid: true, renewals: 0 }
  waits = []
  retries = []
  const server = await serve((request, response) => void answer(request, response))
  origin = new URL(server.url).origin
  stop = server.stop
})
afterEach(() => stop())

const request: typeof fetch = (input, init) =>
  fetch(new URL(typeof input === 'string' ? input : '', `${origin}/wall/`), init)

/** Waits are noted, not waited. */
const timers: Timers = {
  real: () => 0,
  after(ms, run) {
    waits.push(ms)
    setImmediate(run)
    return () => undefined
  },
}

const deed = (key = 'k1'): Deed => ({
  resource: supervise,
  source,
  place: { city: CITY.id, code: CITY.code, region: null },
  parts: { id: 'GD/7' },
  body: { note: '请尽快' },
  key,
})

function once(what = deed()) {
  const session = createSession({
    config: { renewUrl: 'renew' },
    interactive: false,
    fetch: (_, init) => fetch(`${origin}/renew`, init),
    go: () => undefined,
    here: () => '',
    seed: 'wall',
    timers,
  })
  const context = {
    audience: 'duty' as const,
    fetch: request,
    limits: {},
    calendar: PLAIN_CALENDAR,
    thread: inline([reader]),
    real: () => 0,
    attempt: <T>(id: string, retry: boolean, work: () => Promise<T>) => {
      retries.push(retry)
      return session.guard(work, id)
    },
  }
  return act(context, what, timers)
}

describe('a deed', () => {
  it('is posted as JSON to its own address under its key, and comes back as a receipt', async () => {
    expect(await once()).toEqual(receipt('k1'))
    expect(office.arrived).toEqual([
      { what: 'POST /wall/api/baiyun/orders/GD%2F7/supervise', key: 'k1', body: { note: '请尽快' } },
    ])
    expect(waits).toEqual([])
  })

  it('whose answer was lost is asked for again under the same key, and done once', async () => {
    office.answers.push('dies')
    expect(await once()).toEqual(receipt('k1'))
    expect(office.arrived.map(({ key }) => key)).toEqual(['k1', 'k1'])
    expect(office.arrived[1]).toEqual(office.arrived[0])
    expect(office.done).toEqual(['k1'])
  })

  it('waits longer before each further attempt, tells the gate, and gives up after the fourth', async () => {
    office.answers.push('broken', 'broken', 'dies', 'broken', 'ok')
    const { kind, message } = await faultOf(once())
    expect([kind, message]).toEqual(['http', '接口返回错误：HTTP 503'])
    expect(office.arrived.map(({ key }) => key)).toEqual(['k1', 'k1', 'k1', 'k1'])
    expect(waits).toEqual([1000, 2000, 4000])
    expect(retries).toEqual([false, true, true, true])
  })

  it('that the server refuses is not tried again', async () => {
    office.answers.push('refused')
    expect((await faultOf(once())).message).toBe('接口返回错误：HTTP 422')
    expect(office.arrived).toHaveLength(1)
    expect(office.done).toEqual([])
  })

  it('takes no other deed’s receipt for its own', async () => {
    office.answers.push('foreign')
    const { kind, field } = await faultOf(once())
    expect([kind, field]).toEqual(['contract', 'key'])
    expect(office.arrived).toHaveLength(1)
  })

  it('takes nothing else for a receipt either', async () => {
    office.answers.push('list')
    expect((await faultOf(once())).kind).toBe('contract')
  })
})

describe('a session that has ended', () => {
  it('is renewed once, and the deed asked for again under the same key', async () => {
    office.valid = false
    expect(await once()).toEqual(receipt('k1'))
    expect(office.renewals).toBe(1)
    expect(office.arrived.map(({ key }) => key)).toEqual(['k1', 'k1'])
    expect(office.done).toEqual(['k1'])
  })

  it('is one as well where the answer leads to a sign-in page, which is never taken for success', async () => {
    office.answers.push('login')
    expect(await once()).toEqual(receipt('k1'))
    expect(office.renewals).toBe(1)
  })
})

describe('the feed', () => {
  const sources = { 'hotline.supervise': source }
  const feedWith = (change: object = {}) =>
    bench(
      (url, init) => request(url, init),
      { config: { sources, session: { renewUrl: '../renew' } }, ...change },
      [reader],
    )
  const ask = { ...WHOLE, parts: { id: '7' } }

  it('acts through the session it reads through', async () => {
    office.valid = false
    const { feed } = feedWith()
    expect(await actBy(feed, supervise, ask, {}, 'k2')).toEqual(receipt('k2'))
    expect(office.renewals).toBe(1)
  })

  it('acts nowhere that nobody has configured', async () => {
    const { feed, asked } = feedWith({ config: {} })
    expect((await faultOf(actBy(feed, supervise, ask, {}, 'k3'))).kind).toBe('not-connected')
    expect(asked).toEqual([])
  })

  it('never acts on another city through an address without its name', async () => {
    const fixed = sourceConfig.parse({ act: { url: 'api/orders/{id}/supervise' } })
    const { feed, asked } = feedWith({
      config: { sources: { 'hotline.supervise': fixed } },
      city: { id: 'heyuan', code: '441600' },
    })
    expect((await faultOf(actBy(feed, supervise, ask, {}, 'k4'))).message).toBe(
      '未接入：sources.hotline.supervise.act.url 不含 {city}，只用于默认城市',
    )
    expect(asked).toEqual([])
  })
})
