import '../lib/older-browsers'
import { isFields } from '../lib/fields'
import { createCity } from './city'
import type { CityMessage, CityReply } from './demo-fetch'
import type { Demo } from './kit/domain'

/** The demo's city, beside the picture. Its thread is started with the page and only in a demo. */
const modules = import.meta.glob<{ readonly demo: Demo }>('./*/demo.ts', { eager: true })
const demos = new Map(
  Object.entries(modules).map(([path, { demo }]) => [path.split('/').at(-2) ?? path, demo] as const),
)

/** The seeds of a city by domain, each city read once. */
function readSeeds(base: string) {
  const kept = new Map<string, Promise<ReadonlyMap<string, unknown>>>()
  const read = async (path: string) => {
    const response = await fetch(new URL(path, base))
    if (response.status === 404) return new Map<string, unknown>()
    if (!response.ok) throw new Error(`${path} HTTP ${response.status}`)
    const seeds: unknown = await response.json()
    return new Map<string, unknown>(isFields(seeds) ? Object.entries(seeds) : [])
  }
  return async (city: string, domain: string): Promise<unknown> => {
    const path = `mock-data/${encodeURIComponent(city)}/seed.json`
    const begun = kept.get(path) ?? read(path)
    kept.set(path, begun)
    // What did not arrive may arrive next time.
    begun.catch(() => kept.delete(path))
    return (await begun).get(domain) ?? null
  }
}

/** Nobody asks where the towns of a city lie before a map of single things is opened. */
const outlines = (base: string) => async (name: string) =>
  (await import('./kit/read-outlines')).readOutlines(base, name)

let city: ReturnType<typeof createCity> | undefined

async function answer(message: Exclude<CityMessage, { kind: 'open' }>): Promise<CityReply> {
  const { id, address, now, post } = message
  try {
    if (!city) throw new Error('not open')
    const { status, etag, body } = await city(address, now, post)
    return { id, status, etag, body: new TextEncoder().encode(JSON.stringify(body)) }
  } catch (error) {
    const body = new TextEncoder().encode(JSON.stringify({ title: String(error) }))
    return { id, status: 500, etag: null, body }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CityMessage>) => {
  if (data.kind === 'open')
    city = createCity({
      seed: readSeeds(data.base),
      outlines: outlines(data.base),
      demos,
      calendar: data.calendar,
    })
  else void answer(data).then((reply) => self.postMessage(reply, { transfer: [reply.body.buffer] }))
})
