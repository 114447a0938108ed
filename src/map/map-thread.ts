import { afterRunning, pageAfter } from '../lib/after-running'
import { cornersIn } from './corners'
import type { Drawing, DrawingAsk, Ground, MapHead } from './drawing'
import type { MapQuestion, MapReply } from './map-answer'
import { words } from './words'

/** A region map that has been read and checked. Its geometry stays in the worker, which draws it on request. */
export interface RegionMap extends MapHead {
  /** The picture for `ask`. @throws MapRefused when it takes too long; Error when the worker cannot be started or has died */
  draw(ask: DrawingAsk): Promise<Drawing>
  /** The last picture drawn on this canvas, so that a scene one returns to stands at once. */
  lastOn(canvas: DrawingAsk['canvas']): Drawing | undefined
}

export interface MapMessage {
  readonly no: number
  readonly question: MapQuestion
}

export interface MapResponse {
  readonly no: number
  readonly reply?: MapReply
  /** The worker's own fault, none of the file's. */
  readonly error?: string
}

/** The part of a Worker the map needs. */
export interface MapWorker {
  postMessage(message: MapMessage): void
  addEventListener(type: 'message', listener: (event: MessageEvent<MapResponse>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

/** The map file itself is wrong, or more than can be drawn; the message names the place in it, or how much it is. */
export class MapRefused extends Error {}

interface Waiting {
  readonly resolve: (reply: MapReply) => void
  readonly reject: (error: Error) => void
  /** The file it is about. */
  readonly bytes: Uint8Array
}

/** A worker that has answered nothing for so long is ended: no map that may be used takes a wall's machine a tenth of it. */
const DEADLINE_MS = 60_000
/** A picture that took too long is not tried again before this, so that the reason can be read and the machine rests. */
const REST_MS = 10 * 60_000

/** One worker for all maps of the page, started by the first and, should it die, anew by the next question. */
export class MapThread {
  private worker: MapWorker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private opened = 0
  private endDeadline = () => {}
  private readonly start: () => MapWorker

  constructor(start: () => MapWorker) {
    this.start = start
  }

  /**
   * Reads a map file. Its bytes are kept, so that a worker that had to be replaced can read it again.
   * @param bytes a GeoJSON file in UTF-8
   * @throws MapRefused when it is no map or takes too long; Error when the worker fails
   */
  async open(bytes: Uint8Array): Promise<RegionMap> {
    const map = ++this.opened
    const drawings = new Map<string, Drawing>()
    const refusals = new Map<string, MapRefused>()
    const head = await this.read(map, bytes)
    let reader = this.worker
    return {
      ...head,
      lastOn: (canvas) => drawings.get(JSON.stringify(canvas)),
      draw: async (ask) => {
        const key = JSON.stringify(ask.canvas)
        const refused = refusals.get(key)
        if (refused) throw refused
        if (this.worker !== reader) {
          await this.read(map, bytes)
          reader = this.worker
        }
        try {
          const drawing = await this.draw(map, bytes, ask, drawings.get(key)?.ground)
          keep(drawings, key, drawing)
          return drawing
        } catch (error) {
          if (error instanceof MapRefused) {
            refusals.set(key, error)
            pageAfter(REST_MS, () => refusals.delete(key))
          }
          throw error
        }
      },
    }
  }

  private async read(map: number, bytes: Uint8Array): Promise<MapHead> {
    const reply = await this.ask({ kind: 'open', map, bytes }, bytes)
    if (reply.kind === 'refused') throw new MapRefused(reply.reason)
    if (reply.kind !== 'head') throw new Error(words.thread.otherReply)
    return reply.head
  }

  private async draw(
    map: number,
    bytes: Uint8Array,
    ask: DrawingAsk,
    known: Ground | undefined,
  ): Promise<Drawing> {
    const reply = await this.ask({ kind: 'draw', map, ground: known === undefined, ...ask }, bytes)
    const ground = reply.kind === 'drawing' ? (reply.ground ?? known) : undefined
    if (reply.kind !== 'drawing' || !ground) throw new Error(words.thread.otherReply)
    return { ground, picture: reply.picture }
  }

  private ask(question: MapQuestion, bytes: Uint8Array): Promise<MapReply> {
    return new Promise((resolve, reject) => {
      const no = ++this.asked
      this.waiting.set(no, { resolve, reject, bytes })
      if (this.waiting.size === 1) this.watch()
      try {
        this.worker ??= this.started()
        this.worker.postMessage({ no, question })
      } catch (error) {
        this.fail(words.thread.notStarted(error instanceof Error ? error.message : String(error)))
      }
    })
  }

  private started(): MapWorker {
    const worker = this.start()
    worker.addEventListener('message', ({ data: { no, reply, error } }) => {
      const { resolve, reject } = this.waiting.get(no) ?? {}
      this.waiting.delete(no)
      if (this.worker === worker) this.watch()
      if (reply) resolve?.(reply)
      else reject?.(new Error(words.thread.failed(error ?? '')))
    })
    const onDeath = (event: Event) => {
      // Told on the panel; not for the console.
      event.preventDefault()
      if (this.worker === worker) this.fail(words.thread.died)
    }
    worker.addEventListener('error', onDeath)
    worker.addEventListener('messageerror', onDeath)
    return worker
  }

  /** The worker takes questions in order: while it works, the time is that of the oldest. */
  private watch(): void {
    this.endDeadline()
    if (this.waiting.size === 0) return
    this.endDeadline = afterRunning({ after: pageAfter }, DEADLINE_MS, () => {
      const [oldest] = this.waiting
      if (!oldest) return
      const [no, { reject, bytes }] = oldest
      this.waiting.delete(no)
      this.fail(words.thread.restarted)
      reject(new MapRefused(words.thread.tooComplex(cornersIn(bytes), DEADLINE_MS / 1000)))
    })
  }

  private fail(reason: string): void {
    this.endDeadline()
    this.worker?.terminate()
    this.worker = undefined
    const left = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of left) reject(new Error(reason))
  }
}

/** Pictures kept on the page: as many canvases as a wall changes between. */
const KEPT = 6

function keep(drawings: Map<string, Drawing>, key: string, drawing: Drawing): void {
  drawings.delete(key)
  const [oldest] = drawings.keys()
  if (oldest !== undefined && drawings.size >= KEPT) drawings.delete(oldest)
  drawings.set(key, drawing)
}

/** The map thread of this page. */
export const mapThread = new MapThread(
  () => new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' }),
)
