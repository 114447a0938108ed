import { describe, expect, it } from 'vitest'
import { createQueryClient } from '../../../src/app/query-client'
import { queryOf, type Asker } from '../../../src/data/queries'
import { a, b, bench, CITY, doc, NOW, reply, WHOLE } from './feed-fixture'

function asker(...given: Parameters<typeof bench>) {
  const { feed, asked } = bench(...given)
  const wall: Asker = {
    feed,
    config: { sources: {} },
    city: CITY,
    clock: { now: () => NOW },
    seed: 'test',
  }
  return { wall, feed, asked, client: createQueryClient() }
}

const either = (url: string) => reply(doc(url.includes('/b?') ? 'b' : 'a'))

describe('a question', () => {
  it('that two ask at once is one request, and one answer', async () => {
    const { wall, client, asked } = asker(either)
    const [one, two] = await Promise.all([
      client.query(queryOf(wall, a, WHOLE)),
      client.query(queryOf(wall, a, WHOLE)),
    ])
    expect(one).toBe(two)
    expect(asked).toHaveLength(1)
  })

  it('is told apart by resource, place and parts', async () => {
    const { wall, client, asked } = asker(either)
    const asks = [WHOLE, { region: '440111001' }, { ...WHOLE, parts: { stage: 'sign' } }]
    await Promise.all(
      [...asks.map((ask) => queryOf(wall, a, ask)), queryOf(wall, b, WHOLE)].map((q) => client.query(q)),
    )
    expect(asked.toSorted()).toEqual([
      'api/baiyun/a?region=440111',
      'api/baiyun/a?region=440111&stage=sign',
      'api/baiyun/a?region=440111001',
      'api/baiyun/b?region=440111',
    ])
  })

  it('is asked again sooner while it fails, and the count is the ledger’s', async () => {
    let up = false
    const { wall, client } = asker(() => (up ? reply(doc()) : new Response('', { status: 500 })))
    const query = queryOf({ ...wall, config: { sources: {} } }, a, WHOLE)
    const wait = () => query.refetchInterval({ state: { data: undefined, dataUpdateCount: 5 } })
    const regular = wait()
    await client.query(query).catch(() => undefined)
    expect(wait()).toBeLessThanOrEqual(45_000)
    expect(wait()).not.toBe(regular)
    up = true
    await client.query(query)
    expect(wait()).toBe(regular)
  })
})

describe('a source that says it changed', () => {
  const LATER = '2026-11-18T10:42:02+08:00'

  it('is asked past every cache until an answer shows the change', async () => {
    const caches: unknown[] = []
    const dates = [doc().asOf, LATER, LATER]
    const { wall, feed, client } = asker((_, init) => {
      caches.push(init?.cache)
      return reply(doc('a', { asOf: dates.shift() ?? '' }))
    })
    feed.hints.mark('a', LATER)
    for (const pending of [true, false, false]) {
      await client.query({ ...queryOf(wall, a, WHOLE), staleTime: 0 })
      expect(feed.hints.pending('a') !== undefined).toBe(pending)
    }
    expect(caches).toEqual(['no-store', 'no-store', 'no-cache'])
  })

  it('hurries its own question only', async () => {
    const caches: unknown[] = []
    const { wall, feed, client } = asker((url, init) => {
      caches.push(init?.cache)
      return either(url)
    })
    feed.hints.mark('b')
    await client.query(queryOf(wall, a, WHOLE))
    expect(caches).toEqual(['no-cache'])
    expect(feed.hints.pending('b')).toBeDefined()
  })
})
