import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { isoTime } from '../../src/lib/calendar'
import { serveBuilt } from './built-site'
import { EventStream } from './event-stream'
import { liveDocuments, MEASURED, type LiveDocument } from './live-documents'
import type { Fault } from './wrong-answers'

/** What a request is counted and spoilt by: a dataset, `session`, `stream`, or `mock-data`. */
type Part = string

const ROUTE = /^\/api\/[^/]+\/([^/]+)\/([^/]+)$/

/**
 * A live city in front of which anything can go wrong: the built wall, its API, its push stream and its session on one real
 * HTTP server. Parts are spoilt and mended at run time; every request is counted. Its clock is set by the test.
 */
export class FaultProxy {
  readonly stream = new EventStream(() => this.now())
  /** Configuration files served in place of the built ones, by path. */
  readonly files = new Map<string, unknown>()
  private readonly faults = new Map<Part, Fault>()
  private readonly counts = new Map<Part, number>()
  private readonly frozen = new Set<Part>()
  private readonly sockets = new Set<Socket>()
  private held: Promise<void> | undefined
  private letGo = () => {}
  private shift = MEASURED - Date.now()
  private signedIn = true
  private server: Server | undefined
  private port = 0

  private constructor(
    private readonly host: string,
    readonly documents: Map<string, LiveDocument>,
  ) {}

  /** `host`: the name that clients know it by; it listens on loopback only. `port`: where, if that is still free. */
  static async start(host: string, port = 0): Promise<FaultProxy> {
    const proxy = new FaultProxy(host, liveDocuments())
    await proxy.up(port).catch(() => proxy.up())
    return proxy
  }

  get address(): number {
    return this.port
  }

  get url(): string {
    return `http://${this.host}:${this.port}`
  }

  /** The city's true time. */
  now(): number {
    return Date.now() + this.shift
  }

  advance(ms: number): void {
    this.shift += ms
    this.stream.tick()
  }

  fault(part: Part, fault: Fault): void {
    this.faults.set(part, fault)
  }

  mend(part?: Part): void {
    if (part === undefined) this.faults.clear()
    else this.faults.delete(part)
  }

  /** The source stops renewing its data while it goes on answering. */
  freeze(part: Part): void {
    const document = this.documents.get(part)
    if (document) document.asOf = isoTime(this.now())
    this.frozen.add(part)
  }

  /** Requests for these parts so far. */
  asked(...parts: Part[]): number {
    return parts.reduce((sum, part) => sum + (this.counts.get(part) ?? 0), 0)
  }

  /** Every request is refused until the session is renewed. */
  endSession(): void {
    this.signedIn = false
  }

  /** What the session endpoint does; returns its status. */
  renew(method = 'POST'): number {
    this.signedIn ||= method === 'POST'
    return method === 'POST' ? 204 : 405
  }

  /** Nothing is answered until `release`, so that the test can move this clock and the page's as one. */
  hold(): void {
    this.held = new Promise((resolve) => {
      this.letGo = resolve
    })
  }

  release(): void {
    this.held = undefined
    this.letGo()
  }

  /** The server is gone, with every connection. */
  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    this.stream.restart()
    await closed
  }

  /** Back at the same address, remembering nothing. */
  async up(port = this.port): Promise<void> {
    this.server = createServer((request, response) => void this.serve(request, response))
    this.server.on('connection', (socket) => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    const { server } = this
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(port, '127.0.0.1', resolve),
    )
    this.port = (server.address() as AddressInfo).port
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://proxy').pathname
    const [, dataset, region] = ROUTE.exec(path) ?? []
    const part = dataset ?? path.split('/').at(path.startsWith('/api/') ? 2 : 1) ?? ''
    this.counts.set(part, this.asked(part) + 1)
    await this.held
    response.setHeader('date', new Date(this.now()).toUTCString())
    const document = dataset === undefined ? undefined : this.documentOf(dataset, region ?? '')
    const fault = this.faults.get(part)
    if (fault) fault({ request, response, body: JSON.stringify(document) })
    else if (part === 'session') response.writeHead(this.renew(request.method)).end()
    else if (path.startsWith('/api/') && !this.signedIn) response.writeHead(401).end()
    else if (part === 'stream') this.stream.accept(request, response)
    else if (document) answerJson(response, JSON.stringify(document))
    else if (this.files.has(path)) answerJson(response, JSON.stringify(this.files.get(path)))
    else serveBuilt(path, response)
  }

  private documentOf(id: string, region: string): LiveDocument | undefined {
    const document = this.documents.get(id)
    if (!document) return undefined
    const asOf = this.frozen.has(id) ? document.asOf : isoTime(this.now())
    return { ...document, region, asOf }
  }
}

function answerJson(response: ServerResponse, body: string): void {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`
  response.writeHead(200, { 'content-type': 'application/json', etag }).end(body)
}
