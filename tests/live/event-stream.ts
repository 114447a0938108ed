import type { IncomingMessage, ServerResponse } from 'node:http'

interface Listener {
  readonly response: ServerResponse
  readonly topics: ReadonlySet<string>
  /** The socket stays open and nothing comes any more: what a vanished peer looks like. */
  mute: boolean
  /** Events it was sent. */
  sent: number
}

interface Told {
  readonly seq: number
  readonly topic: string
  readonly data: string
}

const HEARTBEAT_MS = 15_000

/**
 * The server's side of a push stream as docs/integrate asks for it: `changed` and `heartbeat`, ids `<epoch>-<seq>`, and what was
 * missed is told again to whoever comes back within the same epoch.
 */
export class EventStream {
  private epoch = 1
  private seq = 0
  private beatAt = 0
  private told: Told[] = []
  private listeners = new Set<Listener>()
  /** Connections asked for so far, with the event id they resumed from. */
  readonly resumed: (string | null)[] = []

  constructor(private readonly now: () => number) {}

  /** Connections that stand now. */
  get open(): number {
    return this.listeners.size
  }

  /** Whether a page that has heard `count` events on its last connection has heard everything there is. */
  isHeard(count: number): boolean {
    return [...this.listeners].every(({ mute, sent }) => mute || sent === count)
  }

  accept(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '', 'http://stream').searchParams
    const last = query.get('lastEventId')
    this.resumed.push(last)
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const listener = {
      response,
      topics: new Set((query.get('topics') ?? '').split(',')),
      mute: false,
      sent: 0,
    }
    this.listeners.add(listener)
    response.on('close', () => this.listeners.delete(listener))
    const [epoch, seq] = (last ?? '').split('-').map(Number)
    if (epoch === this.epoch)
      for (const event of this.told) if (event.seq > (seq ?? 0)) this.send(listener, event)
    this.beat(listener)
  }

  /** Says that `topic` changed; `data` as it stands goes out, so that a test can send rubbish. */
  tell(topic: string, data = JSON.stringify({ topic })): void {
    this.seq += 1
    const event = { seq: this.seq, topic, data }
    this.told.push(event)
    for (const listener of this.listeners) this.send(listener, event)
  }

  /** To be called as time passes: a heartbeat is due every 15 s. */
  tick(): void {
    if (this.now() - this.beatAt < HEARTBEAT_MS) return
    this.beatAt = this.now()
    for (const listener of this.listeners) this.beat(listener)
  }

  /** Makes the connections that stand now half-open; new ones are well. */
  mute(): void {
    for (const listener of this.listeners) listener.mute = true
  }

  /** Cuts the connections that stand now and remembers what was told: a proxy in between was reloaded. */
  drop(): void {
    for (const { response } of this.listeners) response.destroy()
  }

  /** Forgets everything, as a restarted server does. */
  restart(): void {
    this.drop()
    this.epoch += 1
    this.seq = 0
    this.told = []
  }

  private send(listener: Listener, { seq, topic, data }: Told): void {
    if (listener.topics.has(topic)) this.write(listener, 'changed', seq, data)
  }

  private beat(listener: Listener): void {
    this.write(listener, 'heartbeat', this.seq, JSON.stringify({ now: new Date(this.now()).toISOString() }))
  }

  private write(listener: Listener, event: string, seq: number, data: string): void {
    if (listener.mute) return
    listener.sent += 1
    listener.response.write(`id: ${this.epoch}-${seq}\nevent: ${event}\ndata: ${data}\n\n`)
  }
}
