import type { Drawing, DrawingAsk, Ground, MapHead } from './drawing'
import type { MapQuestion, MapReply } from './map-answer'
import { words } from './words'

/** A region map that has been read and checked. Its geometry stays in the worker, which draws it on request. */
export interface RegionMap extends MapHead {
  /** The picture for `ask`. @throws Error when the worker cannot be started or has died */
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

/** The map file itself is wrong; the message names the place in it. */
export class MapRefused extends Error {}

interface Waiting {
  readonly resolve: (reply: MapReply) => void
  readonly reject: (error: Error) => void
}

/** One worker for all maps of the page, started by the first and, should it die, anew by the next question. */
export class MapThread {
  private worker: MapWorker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private opened = 0
  private readonly start: () => MapWorker

  constructor(start: () => MapWorker) {
    this.start = start
  }

  /**
   * Reads a map file. Its bytes are kept, so that a worker that had to be replaced can read it again.
   * @param bytes a GeoJSON file in UTF-8
   * @throws MapRefused when it is no map; Error when the worker fails
   */
  async open(bytes: Uint8Array): Promise<RegionMap> {
    const map = ++this.opened
    const drawings = new Map<string, Drawing>()
    const head = await this.read(map, bytes)
    let reader = this.worker
    return {
      ...head,
      lastOn: (canvas) => drawings.get(JSON.stringify(canvas)),
      draw: async (ask) => {
        if (this.worker !== reader) {
          await this.read(map, bytes)
          reader = this.worker
        }
        const key = JSON.stringify(ask.canvas)
        const known = drawings.get(key)?.ground
        const drawing = await this.draw(map, ask, known)
        keep(drawings, key, drawing)
        return drawing
      },
    }
  }

  private async read(map: number, bytes: Uint8Array): Promise<MapHead> {
    const reply = await this.ask({ kind: 'open', map, bytes })
    if (reply.kind === 'refused') throw new MapRefused(reply.reason)
    if (reply.kind !== 'head') throw new Error(words.thread.otherReply)
    return reply.head
  }

  private async draw(map: number, ask: DrawingAsk, known: Ground | undefined): Promise<Drawing> {
    const reply = await this.ask({ kind: 'draw', map, ground: known === undefined, ...ask })
    const ground = reply.kind === 'drawing' ? (reply.ground ?? known) : undefined
    if (reply.kind !== 'drawing' || !ground) throw new Error(words.thread.otherReply)
    return { ground, picture: reply.picture }
  }

  private ask(question: MapQuestion): Promise<MapReply> {
    return new Promise((resolve, reject) => {
      const no = ++this.asked
      this.waiting.set(no, { resolve, reject })
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

  private fail(reason: string): void {
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
