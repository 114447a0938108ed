import type { connect as Connect, IClientOptions } from 'mqtt'
import { textIn } from '../../lib/fields'
import { keepConnected, type Line, type LinkEvents, type LinkTarget, type OpenLink } from './link'
import type { Timers } from '../transport/timers'

type Client = ReturnType<typeof Connect>

export interface MqttOptions {
  readonly timers: Timers
  /** Address of the page; the broker is reached through the same host. */
  readonly page: () => string
  /** The library, which is as big as the rest of the program and loaded only for a city that has a broker. */
  readonly load?: () => Promise<typeof Connect>
}

const KEEPALIVE_S = 15
/** A city's broker may publish whole documents; longer ones are not searched for their time. */
const LONGEST = 100_000

const OPTIONS: IClientOptions = {
  // Waiting and dialling again is ours, so that all streams do it alike.
  reconnectPeriod: 0,
  connectTimeout: 10_000,
  keepalive: KEEPALIVE_S,
  clean: true,
  // The default starts a worker from a blob, which the wall's content policy forbids.
  timerVariant: 'native',
}

/** MQTT over a WebSocket of our own origin. Every message is a hint; its payload may name the data time as JSON `{asOf}`. */
export function mqttOpener({ timers, page, load = library }: MqttOptions): OpenLink {
  return (target, events) => {
    let connectedBefore = false
    const dial = (line: Line) => {
      let client: Client | undefined
      let over = false
      load()
        .then((connect) => {
          if (over) return
          client = connect(addressOf(target.url, page()), OPTIONS)
          attend(client, target, line, events, () => {
            // The broker keeps nothing for us while we are away.
            if (connectedBefore) events.onGap()
            connectedBefore = true
          })
        })
        .catch(line.lost)
      return () => {
        over = true
        client?.end(true)
      }
    }
    return keepConnected(dial, { timers, name: `${target.seed}|${target.url}`, onState: events.onState })
  }
}

const library = async () => (await import('mqtt')).default.connect

/** ws://host/path for a page at http://host/, so a page under a subpath finds its broker under the same. */
function addressOf(url: string, page: string): string {
  const address = new URL(url, page)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}

function attend(
  client: Client,
  { topics }: LinkTarget,
  line: Line,
  events: LinkEvents,
  onReady: () => void,
): void {
  let ready = false
  client.on('connect', () => {
    client.subscribe([...topics], { qos: 1 }, (error) => {
      // A topic that the broker refuses is an error too: half a subscription would pass for silence.
      if (error) return line.lost()
      ready = true
      line.expect(KEEPALIVE_S * 1000)
      line.alive()
      onReady()
    })
  })
  client.on('packetreceive', ({ cmd }) => {
    if (!ready) return
    line.alive()
    if (cmd === 'pingresp') events.onHeartbeat(undefined)
  })
  client.on('message', (topic, payload, { retain }) => {
    // A retained message is the last one, not a new one.
    if (retain) return
    for (const filter of topics) if (matches(filter, topic)) events.onHint(filter, asOfIn(payload))
  })
  client.on('close', line.lost)
  client.on('error', line.lost)
}

/** MQTT's wildcards: `+` is one level, `#` all that follow. */
function matches(filter: string, topic: string): boolean {
  const levels = topic.split('/')
  const wanted = filter.split('/')
  if (wanted.at(-1) === '#')
    return wanted.slice(0, -1).every((level, i) => level === '+' || level === levels[i])
  return wanted.length === levels.length && wanted.every((level, i) => level === '+' || level === levels[i])
}

function asOfIn(payload: Uint8Array): string | undefined {
  if (payload.byteLength > LONGEST) return undefined
  try {
    return textIn(JSON.parse(new TextDecoder().decode(payload)), 'asOf') ?? undefined
  } catch {
    return undefined
  }
}
