import { afterEach, describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import { readBytes, readJson, type ReadOptions } from '../../../src/data/transport/read-json'
import { json, serve, type Answer } from './server'

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})

async function read(answer: Answer, options: Partial<ReadOptions> = {}) {
  const server = await serve(answer)
  stop = server.stop
  return readBytes(server.url, { timeoutMs: 2000, maxBytes: 10_000, fetch, ...options })
}

/** The answer as text. */
const textOf = async (answer: Answer, options: Partial<ReadOptions> = {}) =>
  new TextDecoder().decode((await read(answer, options)).bytes)

/** The fault a server's answer leads to; anything but a DataFault fails the test. */
async function fault(answer: Answer, options: Partial<ReadOptions> = {}): Promise<DataFault> {
  const outcome: unknown = await read(answer, options).catch((error: unknown) => error)
  if (!(outcome instanceof DataFault)) throw new Error(`no fault: ${JSON.stringify(outcome)}`)
  return outcome
}

const status =
  (code: number): Answer =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end('{"code":0}')
  }

describe('a good answer', () => {
  it('comes byte for byte, with the ETag, the date and the cache it came with', async () => {
    const date = 'Wed, 18 Nov 2026 02:42:03 GMT'
    const answer = json('{"a":[1,null,"字"]}', { etag: '"v1"', date, 'x-cache': 'STALE' })
    const { bytes, ...about } = await read(answer)
    expect(new TextDecoder().decode(bytes)).toBe('{"a":[1,null,"字"]}')
    expect(about).toEqual({ etag: '"v1"', date, cache: 'STALE' })
  })

  it('of many chunks is put together in order', async () => {
    const body = JSON.stringify(Array.from({ length: 40_000 }, (_, i) => i))
    expect(await textOf(json(body), { maxBytes: 1_000_000 })).toBe(body)
  })

  it('may be any kind of JSON', async () => {
    const geo: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/geo+json' })
      response.end('{"type":"FeatureCollection"}')
    }
    expect(await textOf(geo)).toBe('{"type":"FeatureCollection"}')
  })

  it('with the ETag we hold is not read again: there is nothing to parse', async () => {
    expect(await read(json('not even JSON', { etag: '"v1"' }), { etag: '"v1"' })).toMatchObject({
      bytes: undefined,
      etag: '"v1"',
    })
  })

  it('with another ETag is new', async () => {
    expect(await textOf(json('[2]', { etag: '"v2"' }), { etag: '"v1"' })).toBe('[2]')
  })
})

describe('an answer that cannot be used', () => {
  it.each([401, 403])('HTTP %i is a matter of permission', async (code) => {
    const { kind, message } = await fault(status(code))
    expect([kind, message]).toEqual(['auth', `无访问权限：HTTP ${code}`])
  })

  it.each([404, 500, 503])('HTTP %i is the source’s fault', async (code) => {
    const { kind, message } = await fault(status(code))
    expect([kind, message]).toEqual(['http', `接口返回错误：HTTP ${code}`])
  })

  it('a log-in page with status 200 is no data', async () => {
    const page: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<html>请登录</html>')
    }
    const { kind, message } = await fault(page)
    expect([kind, message]).toEqual(['type', '返回的不是 JSON：text/html（登录页或首页？）'])
  })

  it('neither is an answer that does not say what it is', async () => {
    const untyped: Answer = (_, response) => {
      response.writeHead(200)
      response.end('{}')
    }
    expect((await fault(untyped)).message).toBe('返回的不是 JSON：未声明类型')
  })

  it('a configuration file cut off in the middle does not parse', async () => {
    for (const text of ['{"a":[1,2', '']) {
      const server = await serve(json(text))
      const outcome = readJson(server.url, { timeoutMs: 2000, maxBytes: 1000, fetch })
      await expect(outcome).rejects.toMatchObject({ kind: 'json' })
      await server.stop()
    }
  })
})

describe('size', () => {
  it('a document at the limit passes, one byte more does not', async () => {
    const text = JSON.stringify('x'.repeat(998))
    expect(await textOf(json(text), { maxBytes: 1000 })).toHaveLength(1000)
    expect((await fault(json(text), { maxBytes: 999 })).kind).toBe('size')
  })

  it('counts bytes, not characters: 500 Chinese characters are 1,500 bytes', async () => {
    const text = JSON.stringify('字'.repeat(500))
    expect((await fault(json(text), { maxBytes: 1000 })).kind).toBe('size')
  })

  it('stops reading at the limit instead of filling the memory until the time is up', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('['.padEnd(200_000, ' '))
    }
    expect((await fault(endless, { maxBytes: 10_000, timeoutMs: 700 })).kind).toBe('size')
  })
})

describe('a line that does not carry', () => {
  it('a silent socket ends at the time limit', async () => {
    const started = performance.now()
    const { kind, message } = await fault(() => undefined, { timeoutMs: 500 })
    expect([kind, message]).toEqual(['timeout', '接口超时：0.5 秒未返回'])
    expect(performance.now() - started).toBeLessThan(1500)
  })

  it('so does one that falls silent half-way', async () => {
    const half: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"a":')
    }
    expect((await fault(half, { timeoutMs: 500 })).kind).toBe('timeout')
  })

  it('a connection that breaks is a network fault', async () => {
    const broken: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"a":1')
      setTimeout(() => response.destroy(), 20)
    }
    expect((await fault(broken)).kind).toBe('network')
  })

  it('and so is a server that is not there', async () => {
    const server = await serve(() => undefined)
    await server.stop()
    await expect(readJson(server.url, { timeoutMs: 2000, maxBytes: 1000, fetch })).rejects.toMatchObject({
      kind: 'network',
    })
  })
})
