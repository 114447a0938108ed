import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { a, bench, doc, reply, SHOWN, WHOLE } from './feed-fixture'
import { faultOf } from './shape-fixture'

// Only the clock that nobody sets is moved by hand; everything else runs.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())
const wait = (ms: number) => void vi.advanceTimersByTime(ms)

const FRESH = { ...SHOWN, fresh: true }

describe('no work twice', () => {
  it('the same ETag is not parsed again', async () => {
    const { feed, asked, judged } = bench(() => reply(doc(), '"v1"'))
    const first = await feed.get(a, WHOLE, SHOWN)
    wait(5000)
    expect(await feed.get(a, WHOLE, SHOWN)).toBe(first)
    expect([asked.length, judged.length]).toEqual([2, 1])
  })

  it('a new ETag, or none, is', async () => {
    let version = 0
    for (const { feed, judged } of [
      bench(() => reply(doc(), `"v${version++}"`)),
      bench(() => reply(doc())),
    ]) {
      await feed.get(a, WHOLE, SHOWN)
      wait(5000)
      await feed.get(a, WHOLE, SHOWN)
      expect(judged).toHaveLength(2)
    }
  })

  it('the same ETag at another address is another answer', async () => {
    const { feed, judged } = bench((url) => reply(doc('a', { region: url.slice(-6) }), '"v1"'))
    await feed.get(a, WHOLE, SHOWN)
    expect((await feed.get(a, { region: '440112' }, SHOWN)).region).toBe('440112')
    expect(judged).toHaveLength(2)
  })

  it('a refused answer is refused again, though its ETag is the same', async () => {
    const { feed, judged } = bench(() => reply(doc('a', { city: '白云' }), '"v1"'))
    await faultOf(feed.get(a, WHOLE, SHOWN))
    wait(5000)
    expect((await faultOf(feed.get(a, WHOLE, SHOWN))).field).toBe('city')
    expect(judged).toHaveLength(2)
  })
})

/** A feed whose answers the test gives by hand, in any order. */
function byHand() {
  const waiting: ((asOf: string) => void)[] = []
  const answer = () =>
    new Promise<Response>((resolve) => waiting.push((asOf) => resolve(reply(doc('a', { asOf })))))
  const { feed, asked } = bench(answer)
  return {
    asked,
    /** Asks, and gives the way to answer it once the request has gone out. */
    ask: async (options = SHOWN) => {
      const read = feed.get(a, WHOLE, options)
      await new Promise((resolve) => setImmediate(resolve))
      const answerWith = waiting.at(-1)
      return async (asOf: string) => {
        answerWith?.(asOf)
        return (await read).asOf
      }
    },
  }
}

const OLD = '2026-11-18T10:40:00+08:00'
const NEW = '2026-11-18T10:41:00+08:00'

describe('what came later', () => {
  it('a source that said it changed is asked again, whatever is held or on its way', async () => {
    const { ask, asked } = byHand()
    const poll = await ask()
    const hinted = await ask(FRESH)
    expect(asked).toHaveLength(2)
    expect(await hinted(NEW)).toBe(NEW)
    expect(await poll(OLD), 'the poll that was on its way is older').toBe(NEW)
  })

  it('is asked past the browser’s own cache as well', async () => {
    const caches: unknown[] = []
    const { feed } = bench((_, init) => {
      caches.push(init?.cache)
      return reply(doc())
    })
    await feed.get(a, WHOLE, SHOWN)
    await feed.get(a, WHOLE, FRESH)
    expect(caches).toEqual(['no-cache', 'no-store'])
  })

  it('a second cache with an older copy does not set the wall back', async () => {
    const { ask } = byHand()
    await (
      await ask()
    )(NEW)
    wait(5000)
    expect(await (await ask())(OLD)).toBe(NEW)
    wait(54_999)
    expect(await (await ask())(OLD)).toBe(NEW)
  })

  it('a source that has really gone back is believed after a minute', async () => {
    const { ask } = byHand()
    await (
      await ask()
    )(NEW)
    wait(60_000)
    expect(await (await ask())(OLD)).toBe(OLD)
  })

  it('an answer found unchanged is no younger for it', async () => {
    const answers = [
      reply(doc('a', { asOf: NEW }), '"2"'),
      reply({}, '"2"'),
      reply(doc('a', { asOf: OLD }), '"1"'),
    ]
    const { feed } = bench(() => answers.shift() ?? reply({}))
    await feed.get(a, WHOLE, SHOWN)
    wait(30_000)
    await feed.get(a, WHOLE, SHOWN)
    wait(30_000)
    expect((await feed.get(a, WHOLE, SHOWN)).asOf).toBe(OLD)
  })
})
