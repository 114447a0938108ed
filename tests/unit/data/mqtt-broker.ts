import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const CONNECT = 1
const SUBSCRIBE = 8
const REFUSED = 0x80

/** The little of an MQTT 3.1.1 broker over WebSocket that a listener meets, on a real socket. */
export interface Broker {
  readonly url: string
  /** Paths that were dialled. */
  readonly dialled: string[]
  /** Topic filters asked for, one entry per subscription. */
  readonly asked: string[][]
  readonly publish: (topic: string, payload: string, retain?: boolean) => void
  /** Ends all connections, as a restart does. */
  readonly drop: () => void
  readonly stop: () => Promise<void>
}

export async function startBroker({ refuse = false } = {}): Promise<Broker> {
  const sockets = new Set<Socket>()
  const dialled: string[] = []
  const asked: string[][] = []

  function answer(socket: Socket, packet: Buffer): void {
    const kind = (packet[0] ?? 0) >> 4
    if (kind === CONNECT) send(socket, [0x20, 2, 0, 0])
    if (kind !== SUBSCRIBE) return
    const filters = filtersIn(packet)
    asked.push(filters)
    const codes = filters.map(() => (refuse ? REFUSED : 1))
    send(socket, [0x90, 2 + codes.length, packet[2] ?? 0, packet[3] ?? 0, ...codes])
  }

  const server = createServer()
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    dialled.push(request.url ?? '')
    sockets.add(socket)
    const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64')
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    )
    const read = frames(packets((packet) => answer(socket, packet)))
    socket.on('data', read)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dialled,
    asked,
    publish(topic, payload, retain = false) {
      const name = Buffer.from(topic)
      const body = Buffer.concat([
        Buffer.from([name.length >> 8, name.length & 255]),
        name,
        Buffer.from(payload),
      ])
      for (const socket of sockets) send(socket, [0x30 | (retain ? 1 : 0), ...lengthOf(body.length), ...body])
    },
    drop,
    stop: () =>
      new Promise((resolve) => {
        drop()
        server.close(() => resolve())
      }),
  }
}

/** MQTT's length: seven bits a byte, lowest first. */
const lengthOf = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...lengthOf(n >> 7)])

/** Filters of a SUBSCRIBE packet shorter than 128 bytes. */
function filtersIn(packet: Buffer): string[] {
  const filters: string[] = []
  for (let at = 4; at < packet.length;) {
    const length = packet.readUInt16BE(at)
    filters.push(packet.toString('utf8', at + 2, at + 2 + length))
    at += 2 + length + 1
  }
  return filters
}

/** One binary WebSocket frame from the server. */
function send(socket: Socket, bytes: number[]): void {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(0x827f)
  head.writeUInt32BE(bytes.length, 6)
  socket.write(Buffer.concat([head, Buffer.from(bytes)]))
}

type Take = (chunk: Buffer) => void

/** Hands on the payload of every masked frame that a client's socket brings. */
function frames(take: Take): Take {
  let held = Buffer.alloc(0)
  return (chunk) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 6) {
      const length = (held[1] ?? 0) & 127
      if (held.length < 6 + length) return
      const mask = held.subarray(2, 6)
      const payload = held.subarray(6, 6 + length).map((byte, i) => byte ^ (mask[i % 4] ?? 0))
      held = held.subarray(6 + length)
      take(Buffer.from(payload))
    }
  }
}

/** Hands on whole MQTT packets, which a client may write in several frames. Both are short here: under 126 bytes. */
function packets(take: Take): Take {
  let held = Buffer.alloc(0)
  return (chunk) => {
    held = Buffer.concat([held, chunk])
    for (;;) {
      const length = 2 + (held[1] ?? Number.NaN)
      if (!(held.length >= length)) return
      take(held.subarray(0, length))
      held = held.subarray(length)
    }
  }
}
