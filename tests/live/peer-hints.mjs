// Push, as a source should do it: PostgreSQL's NOTIFY → server-sent events and retained MQTT messages that say which topic to
// read again, never what it says. What a client missed while away is sent by its last id; what cannot be known is a `reset`.
import { randomUUID } from 'node:crypto'
import { connect } from 'mqtt'
import pg from 'pg'

/** A client that does not read would fill our memory: it is dropped, and catches up by its last id when it comes back. */
const SLOW_BYTES = 256 * 1024
/** Events kept for those who come back. */
const RING = 500

const format = ({ id, data }) => `id: ${id}\nevent: changed\ndata: ${JSON.stringify(data)}\n\n`
// Its own event, not a comment: a comment never reaches the page, so a half-open connection would look like a quiet one.
const heartbeat = () => `event: heartbeat\ndata: ${JSON.stringify({ now: new Date().toISOString() })}\n\n`
const numberOf = (id) => Number(id.split('-')[1])

export function createHints(database, broker) {
  const clients = new Set()
  const mqtt = broker ? connect(broker, { reconnectPeriod: 500 }).on('error', () => {}) : null
  let [epoch, sequence, ring, beating] = ['', 0, [], undefined]

  function send({ response }, text) {
    if (response.writableLength > SLOW_BYTES) response.destroy()
    else response.write(text)
  }

  const resetText = () => `id: ${epoch}-${sequence}\nevent: reset\ndata: {}\n\n`

  /** Nobody knows what was missed before now: ids of another epoch mean "read everything again". */
  function begin() {
    epoch = randomUUID().slice(0, 8)
    ring = []
    sequence = 0
    for (const client of clients) send(client, resetText())
  }

  function announce(data) {
    const event = { id: `${epoch}-${++sequence}`, data }
    ring = [...ring.slice(1 - RING), event]
    for (const client of clients) if (client.topics.has(data.topic)) send(client, format(event))
    // Retained: whoever subscribes later is told at once how far the data is.
    mqtt?.publish(`guancheng/${data.city}/${data.topic}`, JSON.stringify(data), { retain: true })
  }

  /** Events after `lastId`; null where they cannot be known. */
  function missedSince(lastId) {
    const oldest = ring[0] ? numberOf(ring[0].id) : sequence + 1
    const isKnown = lastId.startsWith(`${epoch}-`) && numberOf(lastId) >= oldest - 1
    return isKnown ? ring.filter(({ id }) => numberOf(id) > numberOf(lastId)) : null
  }

  function open(request, response, url) {
    const client = { response, topics: new Set((url.searchParams.get('topics') ?? '').split(',')) }
    // X-Accel-Buffering: for a proxy whose configuration nobody may touch.
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    send(client, heartbeat())
    const lastId = request.headers['last-event-id'] ?? url.searchParams.get('lastEventId')
    const missed = lastId ? missedSince(lastId) : []
    if (missed === null) send(client, resetText())
    else for (const event of missed) if (client.topics.has(event.data.topic)) send(client, format(event))
    clients.add(client)
    response.on('close', () => clients.delete(client))
  }

  function beatEvery(ms) {
    clearInterval(beating)
    beating = setInterval(() => {
      for (const client of clients) send(client, heartbeat())
    }, ms)
  }

  /** Listens for ever: when the database goes, it is tried again every half second. */
  async function listen() {
    const client = new pg.Client(database)
    client.on('error', () => {})
    client.on('notification', ({ payload }) => announce(JSON.parse(payload ?? '{}')))
    try {
      await client.connect()
      client.on('end', () => void listen())
      await client.query('listen changed')
      begin()
    } catch {
      setTimeout(() => void listen(), 500)
    }
  }

  begin()
  beatEvery(15_000)
  void listen()
  return { open, beatEvery, count: () => clients.size }
}
