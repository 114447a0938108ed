import { describe, expect, it } from 'vitest'
import { nextDelay, reconnectDelay, type Pace } from '../../../src/data/transport/back-off'
import { hash32 } from '../../../src/lib/random'

const BASE: Pace = {
  id: 'hotline',
  seed: 'wall',
  everyMs: 5000,
  staleAfterMs: 300_000,
  reads: 7,
  failures: 0,
  streamUp: false,
}

/** The wait of many walls under the same circumstances, shortest first. */
const waits = (pace: Partial<Pace>, walls = 400) =>
  Array.from({ length: walls }, (_, i) => nextDelay({ ...BASE, ...pace, seed: `wall-${i}` })).sort(
    (a, b) => a - b,
  )

const range = (all: number[]) => [all[0] ?? Number.NaN, all.at(-1) ?? Number.NaN] as const

/** All waits lie in the range, and they use it instead of standing in one place. */
function expectSpread(pace: Partial<Pace>, least: number, most: number) {
  const [first, last] = range(waits(pace))
  expect(first).toBeGreaterThanOrEqual(least)
  expect(last).toBeLessThanOrEqual(most)
  expect(last - first).toBeGreaterThan((most - least) * 0.9)
}

describe('a source that answers', () => {
  it('is read a tenth early or late, another one every time', () => {
    expectSpread({}, 4500, 5500)
    expect(nextDelay(BASE)).not.toBe(nextDelay({ ...BASE, reads: 8 }))
  })

  it('is read at a phase of its own at first', () => expectSpread({ reads: 1 }, 2500, 7500))

  it('waits the same whenever it is asked: a rendering does not reshuffle it', () => {
    expect(nextDelay(BASE)).toBe(nextDelay({ ...BASE }))
  })
})

describe('a source under a stream', () => {
  it('is read twelve times more slowly', () => expectSpread({ streamUp: true }, 48_000, 60_000))
  it('but once a minute at least', () => expectSpread({ streamUp: true, everyMs: 20_000 }, 48_000, 60_000))
  it('and in time to be seen stale', () =>
    expectSpread({ streamUp: true, staleAfterMs: 30_000 }, 12_000, 15_000))
  it('and never faster than without the stream', () => {
    expectSpread({ streamUp: true, everyMs: 3_600_000 }, 3_240_000, 3_960_000)
    expectSpread({ streamUp: true, staleAfterMs: 6000 }, 4500, 5500)
  })
})

describe('a source that said it changed', () => {
  it('is read again within a second, then ever less often', () => {
    expectSpread({ streamUp: true, hint: { tries: 0 } }, 500, 1000)
    expectSpread({ streamUp: true, hint: { tries: 2 } }, 2000, 4000)
  })
  it('costs no more than polling when the change never shows', () =>
    expectSpread({ streamUp: true, hint: { tries: 60 } }, 4500, 5500))
})

describe('a source that fails', () => {
  it.each([
    [1, 2500, 5000],
    [2, 5000, 10_000],
    [4, 20_000, 40_000],
    [5, 22_500, 45_000],
    [500, 22_500, 45_000],
  ])('after %i failures waits %i to %i ms', (failures, least, most) =>
    expectSpread({ failures }, least, most),
  )

  it('stays apart from itself and from others at the cap', () => {
    expect(new Set([9, 10, 11].map((failures) => nextDelay({ ...BASE, failures }))).size).toBe(3)
    expect(new Set(waits({ failures: 30 })).size).toBe(400)
  })

  it('is tried within a minute even if it is read only once a day', () =>
    expectSpread({ failures: 1, everyMs: 86_400_000 }, 22_500, 45_000))

  it('is not hurried by a hint', () => expectSpread({ failures: 4, hint: { tries: 0 } }, 20_000, 40_000))
})

describe('a stream that fails', () => {
  const reconnects = (attempt: number, failures: number) =>
    Array.from({ length: 400 }, (_, i) => reconnectDelay(`wall-${i}`, attempt, failures)).sort(
      (a, b) => a - b,
    )
  it.each([
    [1, 1000],
    [3, 4000],
    [5, 10_000],
    [2000, 10_000],
  ])('after %i failures is dialled within %i ms, spread over all of it', (failures, most) => {
    const [first, last] = range(reconnects(failures, failures))
    expect(first).toBeLessThan(most * 0.02)
    expect(last).toBeLessThanOrEqual(most)
    expect(last).toBeGreaterThan(most * 0.98)
  })
  it('waits differently each time at the cap', () => {
    expect(reconnectDelay('wall', 20, 9)).not.toBe(reconnectDelay('wall', 21, 9))
  })
})

describe('50 walls with six sources each, two minutes without their API', () => {
  const SOURCES = ['city-overview', 'exceptions', 'hotline', 'service-hall', 'video', 'data-aggregation']
  const OUT = { from: 60_000, until: 180_000 }

  interface Simulated {
    readonly requests: number[]
    readonly recovered: number[]
  }

  /** All reads of one source of one wall, from switching on at 0 to a minute and a half after the outage. */
  function source(seed: string, id: string, { requests, recovered }: Simulated): void {
    let reads = 0
    let failures = 0
    let answered = false
    for (let now = 0; now < OUT.until + 90_000;) {
      requests.push(now)
      const failed = now >= OUT.from && now < OUT.until
      failures = failed ? failures + 1 : 0
      reads += failed ? 0 : 1
      if (now >= OUT.until && !answered) {
        answered = true
        recovered.push(now - OUT.until)
      }
      now += nextDelay({ ...BASE, seed, id, reads, failures })
    }
  }

  const simulated: Simulated = { requests: [], recovered: [] }
  for (let wall = 0; wall < 50; wall += 1)
    for (const id of SOURCES) source(`${hash32('wall', wall)}`, id, simulated)

  /** Requests of the busiest second of a span, and of all of it. */
  function load(from: number, until: number) {
    const seconds = new Map<number, number>()
    const within = simulated.requests.filter((at) => at >= from && at < until)
    for (const second of within.map((at) => Math.floor(at / 1000)))
      seconds.set(second, (seconds.get(second) ?? 0) + 1)
    return { busiest: Math.max(...seconds.values()), all: within.length }
  }

  it.each([
    ['while it is out', OUT.from, OUT.until],
    ['in the minute after', OUT.until, OUT.until + 60_000],
  ])('no second holds a fifth of the requests %s', (_, from, until) => {
    const { busiest, all } = load(from, until)
    expect(busiest / all).toBeLessThan(0.2)
  })

  it('does not greet the API that comes back with more than an ordinary second brings', () => {
    const calm = load(10_000, OUT.from)
    expect(load(OUT.until, OUT.until + 60_000).busiest).toBeLessThanOrEqual(calm.busiest)
  })

  it('asks less of an API that is out than of one that answers', () => {
    expect(load(120_000, OUT.until).all).toBeLessThan(load(0, OUT.from).all / 4)
  })

  it('all are back within a minute', () => {
    expect(simulated.recovered).toHaveLength(50 * SOURCES.length)
    expect(Math.max(...simulated.recovered)).toBeLessThanOrEqual(60_000)
  })
})
