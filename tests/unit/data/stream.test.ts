import { beforeEach, describe, expect, it } from 'vitest'
import type { PushConfig } from '../../../src/config/source'
import { sourceConfig } from '../../../src/config/source'
import { createHints, type Hints } from '../../../src/data/push/hints'
import type { LinkEvents, LinkTarget, OpenLink } from '../../../src/data/push/link'
import { sseOpener } from '../../../src/data/push/sse'
import { createStreams, type StreamsOptions } from '../../../src/data/push/stream'
import { manualTimers, type ManualTimers } from './manual-timers'
import { scriptedStreams } from './scripted-stream'

const sse = (topic: string, url = 'api/stream'): { push: PushConfig } => ({
  push: { kind: 'sse', url, topic },
})
const mqtt = (topic: string): { push: PushConfig } => ({ push: { kind: 'mqtt', url: 'mqtt', topic } })

let timers: ManualTimers
let hints: Hints
let links: { kind: string; target: LinkTarget; events: LinkEvents; closed: boolean }[]
beforeEach(() => {
  timers = manualTimers()
  hints = createHints(timers)
  links = []
})

const record =
  (kind: string): OpenLink =>
  (target, events) => {
    const link = { kind, target, events, closed: false }
    links.push(link)
    return () => {
      link.closed = true
    }
  }

function create(sources: StreamsOptions['sources'], options: Partial<StreamsOptions> = {}) {
  const streams = createStreams({
    sources,
    city: 'baiyun',
    hints,
    seed: 'wall',
    timers,
    openSse: record('sse'),
    openMqtt: record('mqtt'),
    ...options,
  })
  streams.open()
  return streams
}

const link = (at = 0) => {
  const found = links[at]
  if (!found) throw new Error(`no link ${at}`)
  return found
}

/** Sources with a pending hint. */
const hinted = (...ids: string[]) => ids.filter((id) => hints.pending(id))

describe('connections', () => {
  it('are one per address and kind, with all topics; sources without push need none', () => {
    create({
      hotline: sse('hotline'),
      video: sse('video'),
      hall: sse('hall', 'api/{city}/stream'),
      data: mqtt('city/{city}/{dataset}'),
      overview: {},
    })
    expect(links.map(({ kind, target }) => [kind, target.url, target.topics])).toEqual([
      ['sse', 'api/stream', ['hotline', 'video']],
      ['sse', 'api/baiyun/stream', ['hall']],
      ['mqtt', 'mqtt', ['city/baiyun/data']],
    ])
  })

  it('are made on open, once, and closed on stop; then they can be opened again', () => {
    const streams = create({ hotline: sse('hotline') })
    streams.open()
    expect(links).toHaveLength(1)
    link().events.onState('up')
    streams.stop()
    expect([link().closed, streams.covers('hotline')]).toEqual([true, false])
    streams.open()
    expect(links).toHaveLength(2)
  })
})

describe('a hint', () => {
  it('reaches every source of its topic, within a second', async () => {
    create({ hotline: sse('hotline'), exceptions: sse('hotline'), video: sse('video') })
    link().events.onHint('hotline', '2026-05-12T08:59:00+08:00')
    link().events.onHint('unheard-of', undefined)
    expect(hinted('hotline', 'exceptions', 'video')).toEqual([])
    await timers.pass(1000)
    expect(hinted('hotline', 'exceptions', 'video')).toEqual(['hotline', 'exceptions'])
    expect(hints.pending('hotline')?.asOf).toBe('2026-05-12T08:59:00+08:00')
  })

  it('about records reaches the document that is counted from them', async () => {
    const { records } = sourceConfig.parse({
      poll: { url: 'api/{city}/orders', everyMs: 5000 },
      records: {},
    })
    create({ 'hotline.work-order': { ...sse('orders'), records } })
    link().events.onHint('orders', '2026-05-12T08:59:00+08:00')
    await timers.pass(1000)
    expect(hinted('hotline', 'hotline.work-order')).toEqual(['hotline'])
  })

  it('is one however often it is repeated within that second, and the last word counts', async () => {
    create({ hotline: sse('hotline') })
    const marks: string[] = []
    hints.onMark((id) => marks.push(id))
    for (let i = 10; i < 60; i += 1) link().events.onHint('hotline', `2026-05-12T08:58:${i}+08:00`)
    await timers.pass(1000)
    expect(marks).toEqual(['hotline'])
    expect(hints.pending('hotline')?.asOf).toBe('2026-05-12T08:58:59+08:00')
  })

  it('with a time and one without are both kept', async () => {
    create({ hotline: sse('hotline') })
    link().events.onHint('hotline', '2026-05-12T08:58:00+08:00')
    link().events.onHint('hotline', undefined)
    await timers.pass(1000)
    hints.settle('hotline', '2026-05-12T08:58:00+08:00', timers.real() - 2000)
    expect(hinted('hotline')).toEqual(['hotline'])
    hints.settle('hotline', '2026-05-12T08:57:00+08:00', timers.real())
    expect(hinted('hotline')).toEqual(['hotline'])
  })

  it('comes at another moment on every wall, and every time', async () => {
    const moments: number[] = []
    for (let i = 0; i < 200; i += 1) {
      const streams = create({ hotline: sse('hotline') }, { seed: `wall-${i % 100}` })
      const told = timers.real()
      const leave = hints.onMark(() => moments.push(timers.real() - told))
      links.at(-1)?.events.onHint('hotline', undefined)
      await timers.pass(1000)
      leave()
      streams.stop()
    }
    const tenth = (n: number) => moments.filter((at) => Math.floor(at / 100) === n).length
    const tenths = Array.from({ length: 10 }, (_, n) => tenth(n))
    expect(Math.max(...tenths)).toBeLessThan(40)
    expect(Math.min(...tenths)).toBeGreaterThan(5)
  })

  it('does not come after stop', async () => {
    const streams = create({ hotline: sse('hotline') })
    link().events.onHint('hotline', undefined)
    streams.stop()
    await timers.pass(1000)
    expect(hinted('hotline')).toEqual([])
  })

  it('goes to every source of a stream that may have missed something, and to no other', async () => {
    create({ hotline: sse('hotline'), exceptions: sse('hotline'), video: sse('video'), data: mqtt('data') })
    link(0).events.onGap()
    await timers.pass(1000)
    expect(hinted('hotline', 'exceptions', 'video', 'data')).toEqual(['hotline', 'exceptions', 'video'])
  })
})

describe('the state', () => {
  it('covers a source while its own stream is up', () => {
    const streams = create({ hotline: sse('hotline'), data: mqtt('data'), overview: {} })
    const covered = () => ['hotline', 'data', 'overview'].filter(streams.covers)
    expect(covered()).toEqual([])
    link(0).events.onState('up')
    expect(covered()).toEqual(['hotline'])
    link(0).events.onState('down')
    link(1).events.onState('up')
    expect(covered()).toEqual(['data'])
  })

  it('says what every stream does, and since when', async () => {
    const streams = create({ hotline: sse('hotline'), data: mqtt('data') })
    const start = timers.real()
    await timers.pass(3000)
    link(0).events.onState('up')
    await timers.pass(2000)
    link(0).events.onHeartbeat(undefined)
    link(0).events.onMalformed()
    expect(streams.status()).toEqual([
      {
        url: 'api/stream',
        kind: 'sse',
        state: 'up',
        since: start + 3000,
        lastHeartbeat: start + 5000,
        malformed: 1,
      },
      {
        url: 'mqtt',
        kind: 'mqtt',
        state: 'connecting',
        since: start,
        lastHeartbeat: undefined,
        malformed: 0,
      },
    ])
  })

  it('is told to listeners, and is the same object until it changes', () => {
    const streams = create({ hotline: sse('hotline') })
    let told = 0
    const leave = streams.subscribe(() => (told += 1))
    const before = streams.status()
    expect(streams.status()).toBe(before)
    link().events.onState('up')
    expect(streams.status()).not.toBe(before)
    leave()
    link().events.onState('down')
    expect(told).toBe(1)
  })

  it('hands on the time the server names', () => {
    const times: string[] = []
    create({ hotline: sse('hotline') }, { onServerTime: (now) => times.push(now) })
    link().events.onHeartbeat(undefined)
    link().events.onHeartbeat('2026-05-12T01:00:00Z')
    expect(times).toEqual(['2026-05-12T01:00:00Z'])
  })
})

it('over a server restart: the wall keeps polling, learns what it missed, and slows down again', async () => {
  const sockets = scriptedStreams()
  const streams = create(
    { hotline: sse('hotline'), video: sse('video') },
    { openSse: sseOpener({ timers, connect: sockets.connect }) },
  )
  sockets.last().send('heartbeat', {}, 'e1-1')
  await timers.pass(1000)
  expect([streams.covers('hotline'), hinted('hotline', 'video')]).toEqual([true, []])
  sockets.last().fail()
  expect(streams.covers('hotline')).toBe(false)
  await timers.pass(1000)
  sockets.last().send('heartbeat', {}, 'e2-1')
  await timers.pass(1000)
  expect([streams.covers('hotline'), hinted('hotline', 'video')]).toEqual([true, ['hotline', 'video']])
})
