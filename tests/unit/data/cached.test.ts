import { describe, expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { keyOf } from '../../../src/data/feed'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { counting } from '../../../src/domains/hotline/summary'
import { isoTime } from '../../../src/lib/calendar'
import { a, bench, doc, inline, NOW, SHOWN, WHOLE } from './feed-fixture'

const HOUR = 3_600_000
/** What nginx says of the copy it gives because its upstream does not answer. */
const copy = (body: object, more: object = {}) =>
  Response.json(body, { headers: { 'x-cache': 'STALE', ...more } })

describe('an answer that a cache gave because the source did not', () => {
  const old = doc('a', { asOf: '2026-11-18T06:56:10+08:00' })

  it('is shown with its time, but is a fault at once and no check', async () => {
    let up = true
    const { feed } = bench(() => (up ? Response.json(old) : copy(old)))
    const key = keyOf('a', WHOLE)
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(key)).toEqual({ count: 0, fault: undefined, goodAt: NOW })
    up = false
    expect((await feed.get(a, WHOLE, SHOWN)).asOf).toBe(old.asOf)
    expect(feed.failures.of(key)).toMatchObject({
      count: 1,
      goodAt: NOW,
      fault: { kind: 'upstream', message: '上游无应答：11-18 06:56 的缓存' },
    })
    up = true
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(key).fault).toBeUndefined()
  })

  it('was never checked where it is all that ever came', async () => {
    const { feed } = bench(() => copy(old))
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(keyOf('a', WHOLE)).goodAt).toBe(0)
  })

  it('is one where it is unchanged as well', async () => {
    let up = true
    const { feed } = bench(() =>
      up ? Response.json(old, { headers: { etag: '"1"' } }) : copy(old, { etag: '"1"' }),
    )
    await feed.get(a, WHOLE, SHOWN)
    up = false
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(keyOf('a', WHOLE)).fault?.kind).toBe('upstream')
  })

  it('says the day of a copy that is not of today', async () => {
    const { feed } = bench(() => copy(doc('a', { asOf: '2026-11-17T18:00:00+08:00' })))
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(keyOf('a', WHOLE)).fault?.detail).toBe('11-17 18:00 的缓存')
  })

  it.each(['HIT', 'MISS', 'UPDATING', 'EXPIRED'])('is none where the cache says %s', async (said) => {
    const { feed } = bench(() => Response.json(old, { headers: { 'x-cache': said } }))
    await feed.get(a, WHOLE, SHOWN)
    expect(feed.failures.of(keyOf('a', WHOLE)).fault).toBeUndefined()
  })
})

describe('a page of records that a cache gave', () => {
  const row = (no: number) => ({ orderNo: String(no), acceptedAt: '2026-11-18 06:00:00' })
  /** Two pages of orders; `stale` of them are copies of four hours ago. */
  function orders(stale: readonly string[]) {
    const source = sourceConfig.parse({
      poll: { url: 'api/{city}/orders?p={page}', everyMs: 60_000 },
      about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
      records: { from: 'list', size: 1 },
    })
    const date = (ago: number) => new Date(NOW - ago).toUTCString()
    const { feed } = bench(
      (url) => {
        const page = new URL(url, 'http://x').searchParams.get('p') ?? ''
        const list = page === '3' ? [] : [row(Number(page))]
        return stale.includes(page)
          ? copy({ list }, { date: date(4 * HOUR) })
          : Response.json({ list }, { headers: { date: date(0) } })
      },
      {
        config: { sources: { 'hotline.work-order': source } },
        thread: inline(readers, [], async () => counting),
      },
    )
    const get = async () => feed.get(hotline, WHOLE, SHOWN)
    return { get, outcome: () => feed.failures.of(keyOf('hotline', WHOLE)) }
  }

  it('is a fault of the document that is counted from it, which is as old as its oldest page', async () => {
    const { get, outcome } = orders(['1'])
    const { operation, asOf } = await get()
    expect(operation?.open?.value).toBe(2)
    expect(asOf).toBe(isoTime(NOW - 4 * HOUR))
    expect(outcome()).toMatchObject({ goodAt: 0, fault: { kind: 'upstream', detail: '11-18 06:42 的缓存' } })
    // What is not read anew has not become better.
    await get()
    expect(outcome().fault?.kind).toBe('upstream')
  })

  it('is none where every page is the source’s own', async () => {
    const { get, outcome } = orders([])
    await get()
    expect(outcome()).toEqual({ count: 0, fault: undefined, goodAt: NOW })
  })
})
