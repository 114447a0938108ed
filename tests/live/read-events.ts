import { get, type ClientRequest, type IncomingMessage } from 'node:http'

export interface StreamEvent {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

/** One event stream, read as it comes over the wire; `next` waits for the next event of a name. */
export class EventReader {
  private buffer = ''
  private waiting: (() => void)[] = []
  private closed = false
  readonly seen: StreamEvent[] = []

  private constructor(
    private readonly request: ClientRequest,
    response: IncomingMessage,
  ) {
    response.setEncoding('utf8')
    response.on('data', (text: string) => this.take(text))
    response.on('close', () => {
      this.closed = true
      this.wake()
    })
    // Cut off by a test that kills a server.
    response.on('error', () => {})
  }

  static open(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
    return new Promise((done, fail) => {
      // As a browser asks: a packed stream would wait for its block to fill.
      const asked = { 'accept-encoding': 'gzip, br', ...headers }
      const request = get(url, { headers: asked }, (response) => done(new EventReader(request, response)))
      request.on('error', fail)
    })
  }

  private take(text: string): void {
    const blocks = (this.buffer + text).split('\n\n')
    this.buffer = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      this.seen.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data') || 'null') })
    }
    this.wake()
  }

  private wake(): void {
    for (const go of this.waiting.splice(0)) go()
  }

  /** The first event called `name` that was not handed out before. */
  async next(name: string): Promise<StreamEvent> {
    for (;;) {
      const at = this.seen.findIndex(({ event }) => event === name)
      const [found] = at === -1 ? [] : this.seen.splice(0, at + 1).slice(-1)
      if (found) return found
      if (this.closed) throw new Error(`the stream ended without ${name}`)
      await new Promise<void>((go) => this.waiting.push(go))
    }
  }

  /** Waits until the other side ends it. */
  async end(): Promise<void> {
    while (!this.closed) await new Promise<void>((go) => this.waiting.push(go))
  }

  close(): void {
    this.request.destroy()
  }
}
