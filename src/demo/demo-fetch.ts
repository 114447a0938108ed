import type { Clock, ClockWish, Replay } from '../lib/clock'
import { keepTrying } from '../lib/keep-trying'
import type { WorkCalendar } from '../lib/working-time'
import { between, movable, runOf, USUAL_SPEED } from './day-clock'

/** What the page says to the city's thread: once how to open, then one question after the other. */
export type CityMessage =
  | { readonly kind: 'open'; readonly base: string; readonly calendar: WorkCalendar }
  | {
      readonly kind: 'ask'
      readonly id: number
      /** Address behind `demo/`. */
      readonly address: string
      /** The shown moment, epoch ms. */
      readonly now: number
      readonly post: { readonly key: string } | null
    }

export interface CityReply {
  readonly id: number
  readonly status: number
  readonly etag: string | null
  readonly body: Uint8Array<ArrayBuffer>
}

/** The part of a Worker that is needed. */
export interface CityThread {
  postMessage(message: CityMessage): void
  addEventListener(type: 'message', listener: (event: MessageEvent<CityReply>) => void): void
  addEventListener(type: 'error', listener: (event: Event) => void): void
}

export interface DemoOptions {
  readonly thread: CityThread
  /** Everything that is not the demo's. */
  readonly network: typeof globalThis.fetch
  /** Address of the page. */
  readonly base: string
  /** When the city's offices work. */
  readonly calendar: WorkCalendar
}

/** The demo's city, to be asked at any moment and replayed. */
type City = Replay<typeof globalThis.fetch>

/** Addresses of the demo, relative to the page. */
const DEMO = 'demo/'

interface Waiting {
  readonly resolve: (response: Response) => void
  readonly reject: (reason: unknown) => void
}

/**
 * A city behind `fetch`: addresses below `demo/` are answered by the city's thread, as a server would; everything else goes to the
 * network. Nobody who reads through it can tell which.
 * @returns `fetch` as of the moment that `now` gives, epoch ms
 */
export function demoFetch({ thread, network, base, calendar }: DemoOptions): City['asking'] {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  thread.addEventListener('message', ({ data: { id, status, etag, body } }) => {
    const headers = { 'content-type': 'application/json', ...(etag === null ? {} : { etag }) }
    waiting.get(id)?.resolve(new Response(body, { status, headers }))
    waiting.delete(id)
  })
  thread.addEventListener('error', (event) => {
    // Told on the panels; not for the console.
    event.preventDefault()
    for (const { reject } of waiting.values()) reject(new TypeError('演示城市没有回答'))
    waiting.clear()
  })
  thread.postMessage({ kind: 'open', base, calendar })

  return (now) => (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(DEMO)) return network(input, init)
    const id = ++asked
    const key = new Headers(init?.headers).get('idempotency-key')
    const post = init?.method === 'POST' && key !== null ? { key } : null
    return new Promise((resolve, reject) => {
      if (init?.signal?.aborted) return reject(new DOMException('已取消', 'AbortError'))
      waiting.set(id, { resolve, reject })
      init?.signal?.addEventListener('abort', () => {
        waiting.delete(id)
        reject(new DOMException('已取消', 'AbortError'))
      })
      thread.postMessage({ kind: 'ask', id, address: input.slice(DEMO.length), now: now(), post })
    })
  }
}

const DATA = '演示数据'

export interface DemoCity {
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
  /** What the header says: also how fast the clock goes, where no strip does. */
  readonly label: (wish: ClockWish) => string
  /** Null where the link has fixed the moment. */
  readonly day: City | null
}

/**
 * The same with a thread of its own, started at once, and with the clock of the demo: the one that a link has `frozen`, or one that
 * runs through the newest working day.
 */
export function startCity(
  options: Omit<DemoOptions, 'thread'>,
  wish: ClockWish,
  frozen: Clock | null,
): DemoCity {
  const asking = demoFetch({
    ...options,
    thread: new Worker(new URL('./city.worker.ts', import.meta.url), { type: 'module' }),
  })
  if (frozen) return { clock: frozen, fetch: asking(frozen.now), label: () => DATA, day: null }
  const now = () => Date.now()
  const today = { real: now, calendar: options.calendar }
  const clock = movable(now, between(runOf(wish, today)))
  // Nothing of it is needed for the first picture.
  const replay = keepTrying(() => import('./replay')).then(({ createReplay }) =>
    createReplay(clock, wish, today, () => document.documentElement.dataset['ready'] === 'true'),
  )
  return {
    clock,
    fetch: asking(clock.now),
    label: ({ strip, clock: live, speed = USUAL_SPEED }) => (strip && !live ? `演示时钟 ×${speed}` : DATA),
    day: {
      asking,
      follow: (other) => void replay.then((made) => made.follow(other)),
      drive(reads) {
        let stop: (() => void) | undefined
        let ended = false
        void replay.then(({ drive }) => {
          if (!ended) stop = drive(reads)
        })
        return () => {
          ended = true
          stop?.()
        }
      },
    },
  }
}
