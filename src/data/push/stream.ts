import type { PushConfig, SourceConfig } from '../../config/source'
import { unit } from '../../lib/random'
import { domainOf } from '../record-sources'
import { fetched } from './fetched'
import type { Hints } from './hints'
import type { LinkState, OpenLink } from './link'
import { pageTimers, type Timers } from '../transport/timers'

export interface StreamStatus {
  readonly url: string
  readonly kind: PushConfig['kind']
  readonly state: LinkState
  /** When it came into this state, epoch ms. */
  readonly since: number
  readonly lastHeartbeat: number | undefined
  /** Messages that could not be understood. */
  readonly malformed: number
}

/** All streams of a city. They say that something changed, never what; the documents are read as ever. */
export interface Streams {
  /** Connects; does nothing when it already is. */
  readonly open: () => void
  readonly stop: () => void
  /** The same array until something changes. */
  readonly status: () => readonly StreamStatus[]
  /** True while a stream would tell of a change of this source. */
  readonly covers: (id: string) => boolean
  readonly subscribe: (listener: () => void) => () => void
}

export interface StreamsOptions {
  readonly sources: Readonly<Record<string, Pick<SourceConfig, 'push' | 'records'>>>
  readonly city: string
  readonly hints: Pick<Hints, 'mark'>
  readonly seed: string
  readonly timers?: Timers
  /** Takes the server's time from a heartbeat. */
  readonly onServerTime?: (now: string) => void
  readonly openSse?: OpenLink
  readonly openMqtt?: OpenLink
}

interface Group {
  readonly url: string
  readonly kind: PushConfig['kind']
  /** Topic → datasets it speaks of. */
  readonly topics: ReadonlyMap<string, readonly string[]>
}

/** Walls that hear of a change at the same moment read it within this time, each at its own. */
const SPREAD_MS = 1000

/** One connection per kind and address, however many sources listen: streams share a browser's few connections with everything else. */
export function createStreams(options: StreamsOptions): Streams {
  const { seed, timers = pageTimers, hints } = options
  const open: Record<PushConfig['kind'], OpenLink> = {
    sse:
      options.openSse ??
      fetched(() => import('./sse').then(({ sseOpener }) => sseOpener({ timers, connect: eventSource }))),
    mqtt:
      options.openMqtt ??
      fetched(() => import('./mqtt').then(({ mqttOpener }) => mqttOpener({ timers, page }))),
  }
  const groups = groupsOf(options)
  const listeners = new Set<() => void>()
  const waiting = createWaiting(options, timers, hints)
  let closers: (() => void)[] = []
  const idle = () => groups.map((group) => statusOf(group, timers.real()))
  let shown = idle()

  function update(at: number, change: (status: StreamStatus) => Partial<StreamStatus>): void {
    shown = shown.map((status, i) => (i === at ? { ...status, ...change(status) } : status))
    for (const listener of listeners) listener()
  }

  function connect({ url, kind, topics }: Group, at: number): () => void {
    const hint = (topic: string, asOf?: string) => {
      // What is said of records is said of the document that is counted from them.
      for (const id of topics.get(topic) ?? [])
        waiting.add(options.sources[id]?.records ? domainOf(id) : id, asOf)
    }
    return open[kind](
      { url, topics: [...topics.keys()], seed },
      {
        onState: (state) => update(at, () => ({ state, since: timers.real() })),
        onHint: hint,
        onGap: () => [...topics.keys()].forEach((topic) => hint(topic)),
        onHeartbeat: (now) => {
          if (now !== undefined) options.onServerTime?.(now)
          update(at, () => ({ lastHeartbeat: timers.real() }))
        },
        onMalformed: () => update(at, ({ malformed }) => ({ malformed: malformed + 1 })),
      },
    )
  }

  return {
    open() {
      if (closers.length === 0) closers = groups.map(connect)
    },
    stop() {
      for (const close of closers) close()
      closers = []
      waiting.clear()
      shown = idle()
    },
    status: () => shown,
    covers: (id) =>
      groups.some(
        ({ topics }, i) => shown[i]?.state === 'up' && [...topics.values()].some((ids) => ids.includes(id)),
      ),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const eventSource = (url: string) => new EventSource(url)
const page = () => document.baseURI

function statusOf({ url, kind }: Group, since: number): StreamStatus {
  return { url, kind, state: 'connecting', since, lastHeartbeat: undefined, malformed: 0 }
}

function groupsOf({ sources, city }: StreamsOptions): Group[] {
  const groups = new Map<string, Group & { topics: Map<string, string[]> }>()
  for (const [id, { push }] of Object.entries(sources)) {
    if (!push) continue
    const { kind } = push
    const url = push.url
      .replaceAll('{city}', encodeURIComponent(city))
      .replaceAll('{dataset}', encodeURIComponent(id))
    const topic = push.topic.replaceAll('{city}', city).replaceAll('{dataset}', id)
    const group = groups.get(`${kind} ${url}`) ?? { kind, url, topics: new Map<string, string[]>() }
    group.topics.set(topic, [...(group.topics.get(topic) ?? []), id])
    groups.set(`${kind} ${url}`, group)
  }
  return [...groups.values()]
}

/** Hints on their way: several for one source become one read, at a moment of this wall's own. */
function createWaiting({ seed }: StreamsOptions, timers: Timers, hints: Pick<Hints, 'mark'>) {
  const queued = new Map<string, { blank: boolean; asOf: string | undefined; cancel: () => void }>()
  let count = 0
  return {
    add(id: string, asOf: string | undefined): void {
      const before = queued.get(id)
      if (before) {
        before.asOf = asOf ?? before.asOf
        before.blank ||= asOf === undefined
        return
      }
      count += 1
      const cancel = timers.after(SPREAD_MS * unit('spread', seed, id, count), () => {
        const hint = queued.get(id)
        queued.delete(id)
        if (hint?.blank) hints.mark(id)
        if (hint?.asOf !== undefined) hints.mark(id, hint.asOf)
      })
      queued.set(id, { blank: asOf === undefined, asOf, cancel })
    },
    clear(): void {
      for (const { cancel } of queued.values()) cancel()
      queued.clear()
    },
  }
}
