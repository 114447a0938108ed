// Load on the live stack, on loopback and bounded in time: what many screens cost the servers behind one nginx.
import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const CLIENTS = 1000
const EVERY_MS = 5000
const SECONDS = 20
const LISTENERS = 500
const DATASETS = ['hotline', 'service-hall', 'video']
const RATE_SECONDS = 5
const RATE_CONNECTIONS = 64

const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? null
const round = (ms) => (ms === null ? null : Math.round(ms * 10) / 10)

/** One GET through a kept connection: status, cache word, milliseconds. */
function ask(agent, url) {
  const started = performance.now()
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.on('error', () => resolve({ status: 0, ms: performance.now() - started }))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          cache: response.headers['x-cache'] ?? '',
          ms: performance.now() - started,
        }),
      )
      response.resume()
    })
    request.on('error', () => resolve({ status: 0, ms: performance.now() - started }))
  })
}

const pathOf = (dataset) => `/api/baiyun/${dataset}/440111`

/** `CLIENTS` screens poll `DATASETS` every `EVERY_MS`, spread over the period as their own phases spread them. */
async function poll({ url, counters }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS * DATASETS.length })
  const before = await counters()
  const until = performance.now() + SECONDS * 1000
  const results = []
  const screen = async (i) => {
    await wait((EVERY_MS * i) / CLIENTS)
    for (;;) {
      const started = performance.now()
      if (started > until) return
      results.push(...(await Promise.all(DATASETS.map((dataset) => ask(agent, url + pathOf(dataset))))))
      await wait(Math.max(0, EVERY_MS - (performance.now() - started)))
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, i) => screen(i)))
  agent.destroy()
  const after = await counters()
  const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const upstream = DATASETS.map((dataset) => {
    const path = pathOf(dataset)
    return (after.requests[path] ?? 0) - (before.requests[path] ?? 0)
  })
  return {
    clients: CLIENTS,
    everyMs: EVERY_MS,
    seconds: SECONDS,
    panels: DATASETS.length,
    served: results.length,
    errors: results.filter(({ status }) => status !== 200).length,
    upstream: upstream.reduce((a, b) => a + b, 0),
    upstreamPerPanelAndSecond: round(upstream.reduce((a, b) => a + b, 0) / DATASETS.length / SECONDS),
    p50ms: round(percentile(times, 50)),
    p99ms: round(percentile(times, 99)),
  }
}

/** One listener of the event stream; `heard` resolves with the milliseconds at which a `changed` came. */
function listen(url) {
  let opened
  let heard
  const open = new Promise((resolve) => (opened = resolve))
  const change = new Promise((resolve) => (heard = resolve))
  const request = get(`${url}/api/stream?topics=hotline`, { agent: false }, (response) => {
    opened(response.statusCode === 200)
    response.setEncoding('utf8')
    response.on('data', (text) => text.includes('event: changed') && heard(performance.now()))
    response.on('error', () => undefined)
  })
  request.on('error', () => opened(false))
  return { open, change, close: () => request.destroy() }
}

async function push({ url, change }) {
  const listeners = Array.from({ length: LISTENERS }, () => listen(url))
  const opened = (await Promise.all(listeners.map(({ open }) => open))).filter(Boolean).length
  const changedAt = performance.now()
  await change()
  const arrived = await Promise.race([
    Promise.all(listeners.map((each) => each.change)),
    wait(15_000).then(() => null),
  ])
  for (const { close } of listeners) close()
  const times = (arrived ?? []).map((at) => at - changedAt).toSorted((a, b) => a - b)
  return {
    listeners: LISTENERS,
    opened,
    heard: times.length,
    p50ms: round(percentile(times, 50)),
    p99ms: round(percentile(times, 99)),
  }
}

/** As fast as `RATE_CONNECTIONS` connections go; the load generator shares the cores with what it measures. */
async function rate({ url }) {
  const agent = new Agent({ keepAlive: true, maxSockets: RATE_CONNECTIONS })
  const until = performance.now() + RATE_SECONDS * 1000
  let served = 0
  let errors = 0
  const loop = async () => {
    while (performance.now() < until) {
      const { status } = await ask(agent, url + pathOf('hotline'))
      if (status === 200) served += 1
      else errors += 1
    }
  }
  await Promise.all(Array.from({ length: RATE_CONNECTIONS }, loop))
  agent.destroy()
  return { connections: RATE_CONNECTIONS, perSecond: Math.round(served / RATE_SECONDS), errors }
}

/** Starts the live stack, loads it, ends it. Prints one JSON object. */
export async function benchLive() {
  const { startStack } = await import('../live/stack.mjs')
  const stack = await startStack({ tickMs: 0 })
  try {
    const change = () => stack.pg.query("select ops.touch('baiyun', 'hotline')")
    const target = { url: stack.url, counters: () => stack.counters(), change }
    const polling = await poll(target)
    const pushing = await push(target)
    const rating = await rate(target)
    console.log(JSON.stringify({ polling, pushing, rating }, null, 2))
  } finally {
    await stack.stop()
  }
}
