import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { listReader } from '../../../src/contract/answers'
import { count } from '../../../src/contract/primitives'
import { listOf } from '../../../src/contract/resource'
import { keyOf } from '../../../src/data/feed'
import { createServerTime } from '../../../src/data/transport/server-time'
import { a, b, bench, CITY, doc, NOW, reply, resourceOf, SHOWN, sourceOf, WHOLE } from './feed-fixture'
import { faultOf } from './shape-fixture'

const TOWN = { region: '440111001' }
const down = () => new Response('', { status: 500 })

describe('where it is asked', () => {
  it('the address is filled in with city and place', async () => {
    const { feed, asked } = bench(() => reply(doc()))
    await feed.get(a, TOWN, SHOWN)
    await feed.get(a, WHOLE, SHOWN)
    expect(asked).toEqual(['api/baiyun/a?region=440111001', 'api/baiyun/a?region=440111'])
  })

  it('cannot be led to another path by a city or region', async () => {
    const { feed, asked } = bench(() => reply(doc()), {
      city: { ...CITY, id: '../x' },
    })
    await feed.get(a, { region: '1&admin=1' }, SHOWN)
    expect(asked).toEqual(['api/..%2Fx/a?region=1%26admin%3D1'])
  })

  it('the parts of the question go along', async () => {
    const orders = listOf<{ n: number }>({ id: 'a.orders' }, ['stage'])
    const page = { contract: 'a.orders/1', asOf: doc().asOf, rows: [{ n: 1 }], total: 9, next: '1' }
    const { feed, asked } = bench(
      () => reply(page),
      { config: { sources: { 'a.orders': sourceOf('api/{city}/orders') } } },
      [listReader({ id: 'a.orders', row: z.object({ n: count }) })],
    )
    const answer = await feed.get(orders, { ...WHOLE, parts: { stage: 'sign', cursor: 'G 1' } }, SHOWN)
    expect(asked).toEqual(['api/baiyun/orders?cursor=G%201&stage=sign'])
    expect(answer).toMatchObject({ rows: [{ n: 1 }], total: 9, next: '1', leftOut: [] })
  })

  it('an address without the town gives the whole city’s data, and the document says so', async () => {
    const about = { name: '工单库', owner: '区政数局', cadenceSeconds: 60 }
    const envelope = { code: 'code', ok: [0], data: 'data' }
    const { feed } = bench(() => reply({ code: 0, data: null }), {
      config: { sources: { a: sourceOf('api/all', { about, envelope }) } },
    })
    const document = await feed.get(a, TOWN, { now: Date.now() })
    expect(document).toMatchObject({ region: '440111', operation: null, source: about })
  })
})

describe('a source that cannot be asked', () => {
  const faultIn = async (change: Parameters<typeof bench>[1], resource = a) => {
    const { feed, asked } = bench(() => reply(doc()), change)
    const { kind, message } = await faultOf(feed.get(resource, WHOLE, SHOWN))
    expect(asked).toEqual([])
    return [kind, message]
  }

  it('is named where nobody has configured it', async () => {
    expect(await faultIn({}, resourceOf('c'))).toEqual(['not-connected', '未接入：未配置数据源 sources.c'])
  })

  it('is named with what is wrong in its configuration', async () => {
    expect(await faultIn({ wrongSources: { a: 'sources.a.poll.url：不允许' } })).toEqual([
      'not-connected',
      '未接入：配置有误 sources.a.poll.url：不允许',
    ])
  })

  it('costs the picture nothing where it is only about what can be done', async () => {
    const { feed } = bench(() => reply(doc()), {
      wrongSources: { 'a.call': 'sources.a.call.link：只允许 https、tel、sip 链接' },
    })
    expect(await feed.get(a, WHOLE, SHOWN)).toMatchObject({ contract: 'a/1' })
    // Nor what is only studied.
    const { feed: other } = bench(() => reply(doc()), {
      wrongSources: { 'a.study': 'sources.a.study.poll.url：不允许' },
    })
    expect(await other.get(a, WHOLE, SHOWN)).toMatchObject({ contract: 'a/1' })
    const records = { 'a.order': 'sources.a.order.records.from：不允许' }
    expect(await faultIn({ wrongSources: records })).toEqual([
      'not-connected',
      '未接入：配置有误 sources.a.order.records.from：不允许',
    ])
  })

  it('is named where it has nothing to be read from', async () => {
    expect(
      await faultIn({ config: { sources: { a: sourceOf('x', { poll: undefined, derive: {} }) } } }),
    ).toEqual(['not-connected', '未接入：sources.a 没有 poll'])
  })

  it('one address for several cities serves the default city alone', async () => {
    const config = { sources: { a: sourceOf('api/a?region={region}') } }
    expect(await faultIn({ config, city: { id: 'heyuan', code: '441600' } })).toEqual([
      'not-connected',
      '未接入：sources.a.poll.url 不含 {city}，只用于默认城市',
    ])
    const { feed } = bench(() => reply(doc()), { config })
    expect((await feed.get(a, WHOLE, SHOWN)).city).toBe('baiyun')
  })
})

describe('what is let through', () => {
  it('names the first field that breaks the contract', async () => {
    const { feed } = bench(() => reply(doc('a', { city: '白云' })))
    const { kind, field } = await faultOf(feed.get(a, WHOLE, SHOWN))
    expect([kind, field]).toEqual(['contract', 'city'])
  })

  it('is masked before the contract, and so before anything is kept', async () => {
    const source = { name: '王先生13812345678', owner: '区数据局', cadenceSeconds: 60, simulated: false }
    const { feed } = bench(() => reply(doc('a', { source })))
    expect((await feed.get(a, WHOLE, SHOWN)).source.name).toBe('王先生138****5678')
  })

  it('is of the contract that was asked for', async () => {
    const { feed } = bench(() => reply(doc('b')))
    const { kind, field, message } = await faultOf(feed.get(a, WHOLE, SHOWN))
    expect([kind, field]).toEqual(['contract', 'contract'])
    expect(message).toContain('收到 b/1，本程序读 a/1')
  })

  it('is not from the future, but may be of a clock a little fast', async () => {
    const at = (ms: number) => doc('a', { asOf: new Date(NOW + ms).toISOString() })
    const fast = at(5 * 60_000)
    expect(await bench(() => reply(fast)).feed.get(a, WHOLE, SHOWN)).toMatchObject({ asOf: fast.asOf })
    const wrong = bench(() => reply(at(5 * 60_000 + 1))).feed.get(a, WHOLE, SHOWN)
    const { kind, field } = await faultOf(wrong)
    expect([kind, field]).toEqual(['contract', 'asOf'])
    const part = doc('a', { parts: { unseen: { asOf: new Date(NOW + 600_000).toISOString() } } })
    expect(await faultOf(bench(() => reply(part)).feed.get(a, WHOLE, SHOWN))).toMatchObject({
      kind: 'contract',
      field: 'parts.unseen.asOf',
    })
  })
})

describe('the one ledger of failures', () => {
  it('counts failed reads in a row, and a good one ends the row', async () => {
    let up = false
    const { feed, asked } = bench(() => (up ? reply(doc()) : down()))
    const key = keyOf('a', WHOLE)
    expect(feed.failures.of(key)).toEqual({ count: 0, fault: undefined, goodAt: 0 })
    const fault = await faultOf(feed.get(a, WHOLE, SHOWN))
    expect(fault.kind).toBe('http')
    expect(feed.failures.of(key)).toEqual({ count: 1, fault, goodAt: 0 })
    up = true
    expect((await feed.get(a, WHOLE, SHOWN)).city).toBe('baiyun')
    expect(feed.failures.of(key)).toEqual({ count: 0, fault: undefined, goodAt: NOW })
    expect(asked, 'a failed request is over: the next one asks again').toHaveLength(2)
  })

  it('knows each question by itself', async () => {
    const { feed } = bench((url) =>
      url.includes('440111001') ? down() : reply(doc(url.includes('/b?') ? 'b' : 'a')),
    )
    await Promise.all([
      faultOf(feed.get(a, TOWN, SHOWN)),
      feed.get(a, WHOLE, SHOWN),
      feed.get(b, WHOLE, SHOWN),
    ])
    expect([TOWN, WHOLE].map((ask) => feed.failures.of(keyOf('a', ask)).count)).toEqual([1, 0])
    expect(feed.failures.of(keyOf('b', WHOLE)).count).toBe(0)
    expect(keyOf('a', { region: null, parts: { x: '1', y: '2' } })).toBe(
      keyOf('a', { region: null, parts: { y: '2', x: '1' } }),
    )
  })

  it('keeps what could not even be asked', async () => {
    const { feed } = bench(() => reply(doc()))
    await faultOf(feed.get(resourceOf('c'), WHOLE, SHOWN))
    expect(feed.failures.of(keyOf('c', WHOLE)).fault?.kind).toBe('not-connected')
  })
})

describe('around every read', () => {
  it('stands the session: refused, it is renewed once for all who wait, and they are asked again', async () => {
    let valid = false
    const { feed, asked } = bench(
      (url) => {
        if (url === 'renew') {
          valid = true
          return new Response(null, { status: 204 })
        }
        return valid ? reply(doc(url.includes('/b?') ? 'b' : 'a')) : new Response('', { status: 401 })
      },
      { config: { session: { renewUrl: 'renew' } } },
    )
    await Promise.all([feed.get(a, WHOLE, SHOWN), feed.get(b, WHOLE, SHOWN)])
    expect(asked.filter((url) => url === 'renew')).toHaveLength(1)
    expect(asked).toHaveLength(5)
  })

  it('stands the budget of the origin: five at once, the rest in turn', async () => {
    const open: (() => void)[] = []
    const { feed, asked } = bench(() => new Promise((resolve) => open.push(() => resolve(reply(doc())))))
    const reads = Array.from({ length: 8 }, (_, i) => feed.get(a, { region: `44011100${i}` }, SHOWN))
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toHaveLength(5)
    open[0]?.()
    await reads[0]
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toHaveLength(6)
    const all = Promise.all(reads)
    let done = false
    void all.then(() => (done = true))
    while (!done) {
      for (const answer of open.splice(0)) answer()
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(asked).toHaveLength(8)
  })

  it('the server’s clock is noted where an answer names it', async () => {
    const time = createServerTime({ real: () => NOW, monotonic: () => 0 })
    const date = new Date(NOW + 60_000).toUTCString()
    const body = JSON.stringify(doc())
    const headers = { 'content-type': 'application/json', date }
    await bench(() => new Response(body, { headers }), { time }).feed.get(a, WHOLE, SHOWN)
    expect(time.offsetMs()).toBeGreaterThan(55_000)
  })
})
