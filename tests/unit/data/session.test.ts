import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import type { FaultKind } from '../../../src/data/fault-kind'
import { readJson } from '../../../src/data/transport/read-json'
import { createSession, type Session, type SessionOptions } from '../../../src/data/transport/session'
import { manualTimers, type ManualTimers } from './manual-timers'
import { json, serve } from './server'

/** An API behind a session, as a reverse proxy with an identity service would answer it. */
interface Api {
  valid: boolean
  /** How the renewal answers; undefined never does. */
  renewal: number | undefined
  renewals: number
  reads: number
  /** Called with every request for data before it is answered. */
  arrived: (request: IncomingMessage) => Promise<void> | void
}

let api: Api
let stop: () => Promise<void>
let origin: string
let timers: ManualTimers
let went: string[]

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/renew') {
    api.renewals += 1
    if (api.renewal === undefined) return
    if (api.renewal < 300) api.valid = true
    response.writeHead(request.method === 'POST' ? api.renewal : 405, { location: '/login' }).end()
    return
  }
  if (request.url === '/login') return void response.writeHead(200).end('<html>请登录</html>')
  api.reads += 1
  // Judged when it arrives, answered when the test lets it.
  const status = request.url?.startsWith('/forbidden') ? 403 : api.valid ? 200 : 401
  await api.arrived(request)
  if (status === 200) json('{"ok":true}')(request, response)
  else response.writeHead(status).end()
}

beforeEach(async () => {
  api = { valid: false, renewal: 204, renewals: 0, reads: 0, arrived: () => {} }
  const server = await serve((request, response) => void answer(request, response))
  stop = server.stop
  origin = new URL(server.url).origin
  timers = manualTimers()
  went = []
})
afterEach(() => stop())

const session = (options: Partial<SessionOptions> = {}): Session =>
  createSession({
    config: { renewUrl: `${origin}/renew`, loginUrl: 'sso/login' },
    interactive: false,
    fetch,
    go: (url) => went.push(url),
    here: () => '/wall/?scene=hotline&city=baiyun',
    seed: 'wall',
    timers,
    timeoutMs: 60_000,
    ...options,
  })

const read = (path = '/data') => readJson(`${origin}${path}`, { timeoutMs: 60_000, maxBytes: 1000, fetch })

/** The kind and words of the fault an attempt ends in; undefined when it succeeds. */
async function faultOf(attempt: Promise<unknown>): Promise<[FaultKind, string] | undefined> {
  try {
    await attempt
    return undefined
  } catch (error) {
    if (error instanceof DataFault) return [error.kind, error.message]
    throw error
  }
}

/** Resolves when `count` requests for data have arrived, and holds all of them until then. */
function hold(count: number): void {
  let release = () => {}
  const all = new Promise<void>((resolve) => {
    release = resolve
  })
  let here = 0
  api.arrived = () => {
    here += 1
    if (here === count) release()
    return all
  }
}

describe('a session that ran out', () => {
  it('is renewed once for twenty requests refused at the same time, and all of them succeed', async () => {
    const guarded = session()
    hold(20)
    const all = Array.from({ length: 20 }, () => guarded.guard(read, 'hotline'))
    expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, () => ({ ok: true })))
    expect([api.renewals, api.reads]).toEqual([1, 40])
  })

  it('is not renewed again for a refusal that arrives late', async () => {
    const guarded = session()
    let letLate = () => {}
    const late = new Promise<unknown>((resolve) => {
      api.arrived = ({ url }) =>
        new Promise((answerNow) => {
          if (url !== '/late' || api.valid) return answerNow()
          letLate = answerNow
          // Only now is it certain that the late request was refused before the renewal.
          resolve(undefined)
        })
    })
    const refused = guarded.guard(() => read('/late'), 'video')
    await late
    await guarded.guard(read, 'hotline')
    letLate()
    expect(await refused).toEqual({ ok: true })
    expect(api.renewals).toBe(1)
  })

  it('is renewed again when it runs out again', async () => {
    const guarded = session()
    await guarded.guard(read, 'hotline')
    api.valid = false
    await guarded.guard(read, 'hotline')
    expect(api.renewals).toBe(2)
  })

  it('concerns refusals only: another fault is passed on as it is', async () => {
    const fault = new DataFault('json', 'x')
    await expect(session().guard(() => Promise.reject(fault), 'hotline')).rejects.toBe(fault)
    expect(api.renewals).toBe(0)
  })
})

describe('a renewal that cannot be had', () => {
  it.each([
    [500, 'auth', '无访问权限：HTTP 401（会话续期 HTTP 500）'],
    [404, 'auth', '无访问权限：HTTP 401（会话续期 HTTP 404）'],
    [undefined, 'auth', '无访问权限：HTTP 401（会话续期 0.2 秒未返回）'],
  ] as const)('(%s) is a fault of the line, not the end of the session', async (renewal, kind, words) => {
    api.renewal = renewal
    const guarded = session({ interactive: true, ...(renewal === undefined && { timeoutMs: 200 }) })
    expect(await faultOf(guarded.guard(read, 'hotline'))).toEqual([kind, words])
    expect(went).toEqual([])
  })

  it('nor is a server that is not there', async () => {
    const guarded = session({
      interactive: true,
      config: { renewUrl: 'http://127.0.0.1:1/renew', loginUrl: 'x' },
    })
    expect((await faultOf(guarded.guard(read, 'hotline')))?.[1]).toMatch(/^无访问权限：HTTP 401（会话续期：/)
    expect(went).toEqual([])
  })

  it('is not asked for by every panel: nobody asks again for a while, then one does', async () => {
    api.renewal = 503
    const guarded = session()
    const ask = () => Promise.all(Array.from({ length: 20 }, () => faultOf(guarded.guard(read, 'hotline'))))
    const faults = [...(await ask()), ...(await ask())]
    expect(new Set(faults.map(String))).toEqual(new Set(['auth,无访问权限：HTTP 401（会话续期 HTTP 503）']))
    expect(api.renewals).toBe(1)
    await timers.pass(30_000)
    await ask()
    expect(api.renewals).toBe(2)
  })

  it('rests five to ten seconds, another wall another time', async () => {
    api.renewal = 503
    const lengths = new Set<number>()
    for (const seed of ['a', 'b', 'c', 'd']) {
      const guarded = session({ seed })
      await faultOf(guarded.guard(read, 'hotline'))
      const before = api.renewals
      let waited = 0
      for (; api.renewals === before; waited += 1000) {
        await timers.pass(1000)
        await faultOf(guarded.guard(read, 'hotline'))
      }
      expect(waited).toBeGreaterThanOrEqual(5000)
      expect(waited).toBeLessThanOrEqual(11_000)
      lengths.add(waited)
    }
    expect(lengths.size).toBeGreaterThan(1)
  })
})

describe('a session that has ended', () => {
  it.each([401, 403, 302])(
    '(%i) a wall says so, stays where it is, and heals without a touch',
    async (status) => {
      api.renewal = status
      const guarded = session()
      for (let minute = 0; minute < 10; minute += 1) {
        expect(await faultOf(guarded.guard(read, 'hotline'))).toEqual([
          'auth',
          '无访问权限：会话已失效，保留现有数据并继续重试',
        ])
        await timers.pass(60_000)
      }
      api.renewal = 204
      expect(await guarded.guard(read, 'hotline')).toEqual({ ok: true })
      expect(went).toEqual([])
    },
  )

  it('a person is led to sign in once, and back to the same view', async () => {
    api.renewal = 401
    const guarded = session({ interactive: true })
    const faults = await Promise.all(
      Array.from({ length: 20 }, () => faultOf(guarded.guard(read, 'hotline'))),
    )
    expect(new Set(faults.map(String))).toEqual(new Set(['auth,无访问权限：会话已失效，正在转到登录页']))
    await timers.pass(60_000)
    await faultOf(guarded.guard(read, 'hotline'))
    expect(went).toEqual([`sso/login?return=${encodeURIComponent('/wall/?scene=hotline&city=baiyun')}`])
  })

  it('the address to sign in at may have a query of its own', async () => {
    const config = { loginUrl: 'sso/login?app=wall' }
    await faultOf(session({ interactive: true, config }).guard(read, 'hotline'))
    expect(went[0]).toMatch(/^sso\/login\?app=wall&return=%2Fwall/)
  })
})

describe('without an address for renewal', () => {
  it('a wall says that the session has ended', async () => {
    const guarded = session({ config: { loginUrl: 'sso/login' } })
    expect(await faultOf(guarded.guard(read, 'hotline'))).toEqual([
      'auth',
      '无访问权限：会话已失效，保留现有数据并继续重试',
    ])
    expect(went).toEqual([])
  })

  it('a person without a permission is not sent to sign in, which would only lead back', async () => {
    const guarded = session({ interactive: true, config: { loginUrl: 'sso/login' } })
    expect(await faultOf(guarded.guard(() => read('/forbidden'), 'video'))).toEqual([
      'auth',
      '无访问权限：HTTP 403',
    ])
    expect(went).toEqual([])
  })

  it('and without a session at all, a refusal is just that', async () => {
    const guarded = session({ interactive: true, config: undefined })
    expect(await faultOf(guarded.guard(read, 'hotline'))).toEqual(['auth', '无访问权限：HTTP 401'])
  })
})

describe('a source that is refused with a fresh session', () => {
  it('lacks a permission: it asks for a renewal ever less often, and others still may', async () => {
    const guarded = session()
    const forbidden = () => faultOf(guarded.guard(() => read('/forbidden'), 'video'))
    for (let second = 0; second < 3600; second += 50) {
      expect(await forbidden()).toEqual(['auth', '无访问权限：HTTP 403'])
      await timers.pass(50_000)
    }
    // 30 s, 1, 2, 4, 8, then 10 minutes each, instead of every time.
    expect(api.renewals).toBeLessThanOrEqual(11)
    const before = api.renewals
    await forbidden()
    api.valid = false
    expect(await guarded.guard(read, 'hotline')).toEqual({ ok: true })
    expect(api.renewals).toBeGreaterThan(before)
  })
})
