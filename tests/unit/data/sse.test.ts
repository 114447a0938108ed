import { beforeEach, describe, expect, it } from 'vitest'
import type { LinkState } from '../../../src/data/push/link'
import { sseOpener } from '../../../src/data/push/sse'
import { manualTimers, type ManualTimers } from './manual-timers'
import { scriptedStreams } from './scripted-stream'

const SECOND = 1000
const MINUTE = 60 * SECOND

let timers: ManualTimers
let streams: ReturnType<typeof scriptedStreams>
let states: LinkState[]
let hints: [string, string | undefined][]
let gaps: number
let heartbeats: (string | undefined)[]
let malformed: number
let close: () => void

const open = (url = 'api/stream', seed = 'wall') =>
  sseOpener({ timers, connect: streams.connect })(
    { url, topics: ['hotline', '12345/热线'], seed },
    {
      onState: (state) => states.push(state),
      onHint: (topic, asOf) => hints.push([topic, asOf]),
      onGap: () => (gaps += 1),
      onHeartbeat: (now) => heartbeats.push(now),
      onMalformed: () => (malformed += 1),
    },
  )

beforeEach(() => {
  timers = manualTimers()
  streams = scriptedStreams()
  states = []
  hints = []
  gaps = 0
  heartbeats = []
  malformed = 0
  close = open()
})

const stream = () => streams.last()

/** The server beats and time passes, as when nothing is wrong. */
async function idle(ms: number, everyMs = 15 * SECOND) {
  for (let passed = 0; passed < ms; passed += everyMs) {
    stream().send('heartbeat')
    await timers.pass(everyMs)
  }
}

describe('a stream', () => {
  it('asks for all its topics over one connection', () => {
    expect(streams.count()).toBe(1)
    expect(stream().url).toBe('api/stream?topics=hotline,12345%2F%E7%83%AD%E7%BA%BF')
  })

  it('adds to a query that is already there', () => {
    open('api/stream?v=1')
    expect(stream().url).toMatch(/^api\/stream\?v=1&topics=hotline,/)
  })

  it('counts as up when the server has said something, not when a socket is open', async () => {
    await timers.pass(10 * SECOND)
    expect(states).toEqual([])
    stream().send('heartbeat', { now: '2026-05-12T01:00:00.000Z' })
    expect(states).toEqual(['up'])
    expect(heartbeats).toEqual(['2026-05-12T01:00:00.000Z'])
  })

  it('passes on what changed', () => {
    stream().send('changed', { topic: 'hotline', asOf: '2026-05-12T09:00:00+08:00' }, 'a-1')
    stream().send('changed', { topic: '12345/热线' }, 'a-2')
    expect(hints).toEqual([
      ['hotline', '2026-05-12T09:00:00+08:00'],
      ['12345/热线', undefined],
    ])
    expect([gaps, malformed]).toEqual([0, 0])
  })

  it.each(['not JSON', '"text"', '{}', '{"topic":7}', '{"topic":"hotline","asOf":1}', 'null'])(
    'counts what it cannot understand (%s) and goes on',
    (data) => {
      stream().send('changed', data)
      stream().send('changed', { topic: 'hotline' })
      expect([malformed, hints.length, states]).toEqual([1, 1, ['up']])
    },
  )

  it('takes a heartbeat that it cannot understand as a sign of life all the same', () => {
    stream().send('heartbeat', 'tick')
    expect([malformed, states]).toEqual([1, ['up']])
  })

  it('when closed leaves nothing behind', async () => {
    stream().send('heartbeat')
    close()
    expect([streams.open().length, timers.pending()]).toEqual([0, 0])
    stream().fail()
    await timers.pass(MINUTE)
    expect(streams.count()).toBe(1)
  })

  it('when closed between two attempts makes no more', async () => {
    stream().fail()
    close()
    await timers.pass(MINUTE)
    expect([streams.count(), timers.pending()]).toEqual([1, 0])
  })
})

describe('silence', () => {
  it('on an open socket ends the connection after 40 s', async () => {
    stream().send('heartbeat')
    await timers.pass(39_999)
    expect(states).toEqual(['up'])
    await timers.pass(1)
    expect(states).toEqual(['up', 'down'])
    await timers.pass(SECOND)
    expect([streams.count(), streams.open().length]).toEqual([2, 1])
  })

  it('from the very first moment does so too, and never counts as up', async () => {
    await timers.pass(5 * MINUTE)
    expect(streams.count()).toBeGreaterThan(4)
    expect(streams.open()).toHaveLength(1)
    expect(states).toEqual(['down'])
  })

  it('does not come into it while heartbeats do: no reconnect in an hour', async () => {
    await idle(60 * MINUTE)
    expect(streams.count()).toBe(1)
  })

  it('is judged by the heartbeat that the server declares', async () => {
    stream().send('heartbeat', { everyMs: 40 * SECOND })
    await timers.pass(99 * SECOND)
    expect(states).toEqual(['up'])
    await timers.pass(SECOND)
    expect(states).toEqual(['up', 'down'])
  })

  it('is judged by the heartbeat that was seen, where none is declared', async () => {
    await idle(20 * SECOND, 4 * SECOND)
    expect(states).toEqual(['up'])
    // 2.5 × 4 s after the last one, of which 4 s have passed.
    await timers.pass(5999)
    expect(states).toEqual(['up'])
    await timers.pass(1)
    expect(states).toEqual(['up', 'down'])
  })

  it('is not seen where a proxy delivers heartbeats in pairs', async () => {
    for (let pair = 0; pair < 20; pair += 1) {
      stream().send('heartbeat')
      stream().send('heartbeat')
      await timers.pass(30 * SECOND)
    }
    expect(streams.count()).toBe(1)
  })

  it('is broken by any message, not only by heartbeats', async () => {
    for (let i = 0; i < 10; i += 1) {
      stream().send('changed', { topic: 'hotline' })
      await timers.pass(35 * SECOND)
    }
    expect(streams.count()).toBe(1)
  })
})

describe('sleep', () => {
  it('is noticed within 5 s of waking, and the connection made anew at once', async () => {
    await idle(MINUTE)
    timers.sleep(20 * SECOND)
    await timers.pass(5 * SECOND)
    expect(streams.count()).toBe(2)
    expect(states).toEqual(['up', 'connecting'])
    stream().send('heartbeat')
    expect(states).toEqual(['up', 'connecting', 'up'])
  })

  it('is not confused with slow timers of a page in the background, whose messages still come', async () => {
    for (let minute = 0; minute < 10; minute += 1) {
      for (let quarter = 0; quarter < 4; quarter += 1) {
        timers.sleep(15 * SECOND)
        stream().send('heartbeat')
      }
      await timers.pass(0)
    }
    expect(streams.count()).toBe(1)
  })
})

describe('a connection that fails', () => {
  it('is made anew, even where the browser would have given up for ever (502)', async () => {
    stream().fail()
    expect([states, streams.open().length]).toEqual([['down'], 0])
    await timers.pass(SECOND)
    expect(streams.open()).toHaveLength(1)
  })

  it('is made anew even if it could not so much as be begun, and can still be closed', async () => {
    let tries = 0
    const end = sseOpener({
      timers,
      connect: () => {
        tries += 1
        throw new SyntaxError('no address')
      },
    })(
      { url: 'api/stream', topics: [], seed: 'wall' },
      {
        onState: (state) => states.push(state),
        onHint: () => {},
        onGap: () => {},
        onHeartbeat: () => {},
        onMalformed: () => {},
      },
    )
    await timers.pass(30 * SECOND)
    expect(tries).toBeGreaterThan(3)
    expect(states).toEqual(['down'])
    end()
    const before = tries
    await timers.pass(30 * SECOND)
    expect(tries).toBe(before)
  })

  it('again and again: at longer and longer intervals, ten seconds at most, and reported once', async () => {
    const times: number[] = []
    const begun = timers.real()
    while (timers.real() - begun < 10 * MINUTE) {
      const before = streams.count()
      stream().fail()
      while (streams.count() === before) await timers.pass(10)
      times.push(timers.real())
    }
    const waits = times.slice(1).map((at, i) => at - (times[i] ?? 0))
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_010)
    expect(Math.max(...waits)).toBeGreaterThan(8000)
    // Full jitter under a cap of 10 s waits 5 s on average: 120 attempts.
    expect(streams.count()).toBeGreaterThan(90)
    expect(streams.count()).toBeLessThan(160)
    expect(states).toEqual(['down'])
  })

  it('comes back at another moment on every wall', async () => {
    const moments = new Map<string, number>()
    for (let wall = 0; wall < 50; wall += 1) {
      streams = scriptedStreams()
      const begun = timers.real()
      const end = open('api/stream', `wall-${wall}`)
      stream().fail()
      while (streams.count() === 1) await timers.pass(10)
      moments.set(`wall-${wall}`, timers.real() - begun)
      end()
    }
    const tenths = [...moments.values()].map((at) => Math.floor(at / 100))
    const fullest = Math.max(...tenths.map((tenth) => tenths.filter((each) => each === tenth).length))
    expect(fullest).toBeLessThan(15)
  })

  it('keeps waiting long when connections do not hold, and starts afresh after one that did', async () => {
    const waitAfter = async (livedMs: number) => {
      stream().send('heartbeat')
      await timers.pass(livedMs)
      stream().fail()
      const before = streams.count()
      const failed = timers.real()
      while (streams.count() === before) await timers.pass(10)
      return timers.real() - failed
    }
    const short: number[] = []
    for (let i = 0; i < 20; i += 1) short.push(await waitAfter(9 * SECOND))
    expect(Math.max(...short)).toBeGreaterThan(8000)
    const long: number[] = []
    for (let i = 0; i < 20; i += 1) long.push(await waitAfter(11 * SECOND))
    expect(Math.max(...long)).toBeLessThanOrEqual(1010)
  })
})

describe('what happened between two connections', () => {
  /** Connects, receives `id`, loses the connection and has it made anew. */
  async function reconnect(id: string | undefined) {
    stream().send('changed', { topic: 'hotline' }, id)
    stream().fail()
    await timers.pass(10 * SECOND)
    expect(gaps).toBe(0)
  }

  it('is asked for by the last id', async () => {
    await reconnect('e1-7')
    expect(stream().url).toMatch(/&lastEventId=e1-7$/)
  })

  it('is known when the server goes on in the same epoch', async () => {
    await reconnect('e1-7')
    stream().send('changed', { topic: 'hotline' }, 'e1-8')
    stream().send('heartbeat')
    expect([gaps, hints.length]).toEqual([0, 2])
    await reconnect('e1-9')
    expect(stream().url).toMatch(/&lastEventId=e1-9$/)
  })

  it('is unknown after a restart of the server: everything may have changed', async () => {
    await reconnect('e1-7')
    stream().send('heartbeat', {}, 'e2-1')
    expect(gaps).toBe(1)
    stream().send('heartbeat', {}, 'e2-1')
    expect(gaps).toBe(1)
  })

  it.each(['e1-7', undefined])('is unknown when the server names no id (last was %s)', async (id) => {
    await reconnect(id)
    stream().send('heartbeat')
    expect(gaps).toBe(1)
    stream().send('heartbeat')
    stream().send('changed', { topic: 'hotline' }, 'e1-8')
    expect(gaps).toBe(1)
  })

  it('is unknown when the server says so', async () => {
    await reconnect('e1-7')
    stream().send('reset', {}, 'e1-30')
    expect(gaps).toBe(1)
  })

  it('does not matter on the first connection, however late: the first poll has read everything', async () => {
    stream().fail()
    await timers.pass(10 * SECOND)
    stream().send('heartbeat')
    expect(gaps).toBe(0)
  })

  it('a new epoch in the middle of a connection counts as well', () => {
    stream().send('heartbeat', {}, 'e1-1')
    stream().send('heartbeat', {}, 'e2-1')
    expect(gaps).toBe(1)
  })
})
