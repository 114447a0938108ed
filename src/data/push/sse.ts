import { isFields, numberIn, textIn, type Fields } from '../../lib/fields'
import { keepConnected, type Line, type LinkEvents, type LinkTarget, type OpenLink } from './link'
import type { Timers } from '../transport/timers'

interface StreamMessage {
  readonly data?: unknown
  readonly lastEventId?: unknown
}

/** The part of `EventSource` that is used. */
export interface EventStream {
  readonly addEventListener: (type: string, listener: (message: StreamMessage) => void) => void
  readonly close: () => void
}

export interface SseOptions {
  readonly timers: Timers
  /** `(url) => new EventSource(url)` */
  readonly connect: (url: string) => EventStream
}

/**
 * Server-sent events over the browser's own `EventSource`, which alone would stay dead after one 502, never notice a silent
 * socket, and let all walls come back in step. It is therefore closed on every error and made anew.
 * Events: `changed` {topic, asOf?}, `heartbeat` {now?, everyMs?}, `reset`; ids `<epoch>-<seq>` resume by `?lastEventId=`.
 */
export function sseOpener({ timers, connect }: SseOptions): OpenLink {
  return (target, events) => {
    const place = createPlace(events)
    const dial = (line: Line) => {
      const source = connect(addressOf(target, place.last()))
      const isNext = place.begin()
      const beat = createBeat(timers.real, line)
      const on = (type: string, act: (message: StreamMessage) => void) =>
        source.addEventListener(type, (message) => {
          line.alive()
          isNext(message.lastEventId)
          act(message)
        })
      on('changed', ({ data }) => {
        const told = read(data)
        const [topic, asOf] = [textIn(told, 'topic'), textIn(told, 'asOf')]
        if (topic === null || (asOf === null && told?.['asOf'] !== undefined)) events.onMalformed()
        else events.onHint(topic, asOf ?? undefined)
      })
      on('heartbeat', ({ data }) => {
        const told = read(data)
        if (!told) events.onMalformed()
        beat(numberIn(told, 'everyMs') ?? undefined)
        events.onHeartbeat(textIn(told, 'now') ?? undefined)
      })
      on('reset', events.onGap)
      source.addEventListener('error', line.lost)
      return () => source.close()
    }
    return keepConnected(dial, { timers, name: `${target.seed}|${target.url}`, onState: events.onState })
  }
}

function addressOf({ url, topics }: LinkTarget, lastId: string | undefined): string {
  const mark = url.includes('?') ? '&' : '?'
  const resume = lastId === undefined ? '' : `&lastEventId=${encodeURIComponent(lastId)}`
  return `${url}${mark}topics=${topics.map(encodeURIComponent).join(',')}${resume}`
}

/**
 * Where in the stream we are. A connection that follows another must show by its first id that it goes on in the same
 * epoch; otherwise what happened between them is unknown.
 */
function createPlace({ onGap }: LinkEvents) {
  let last: string | undefined
  let connectedBefore = false
  return {
    last: () => last,
    begin() {
      let follows = connectedBefore
      return (told: unknown) => {
        const id = typeof told === 'string' && told !== '' ? told : undefined
        const epoch = epochOf(id)
        const known = epochOf(last)
        const unsure = follows && (epoch === undefined || known === undefined)
        const other = epoch !== undefined && known !== undefined && epoch !== known
        follows = false
        connectedBefore = true
        last = id ?? last
        if (unsure || other) onGap()
      }
    },
  }
}

const epochOf = (id: string | undefined): string | undefined => id?.slice(0, Math.max(0, id.lastIndexOf('-')))

const GAPS = 4

/**
 * Learns how often heartbeats come, where the server does not declare it: the longest of the latest gaps, because a proxy
 * may deliver several at once.
 */
function createBeat(real: () => number, { expect }: Line): (declaredMs: number | undefined) => void {
  let heardAt: number | undefined
  let gaps: number[] = []
  return (declaredMs) => {
    const now = real()
    if (heardAt !== undefined) gaps = [...gaps, now - heardAt].slice(-GAPS)
    heardAt = now
    if (declaredMs !== undefined && declaredMs > 0) expect(declaredMs)
    else if (gaps.length >= 2) expect(Math.max(...gaps))
  }
}

/** The JSON object in `data`; undefined when it is none. */
function read(data: unknown): Fields | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(data)
    return isFields(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
