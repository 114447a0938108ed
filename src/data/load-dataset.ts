import type { SourceConfig } from '../config/app-config'
import type { Dataset } from '../contract/dataset'
import type { CityDocument } from '../contract/document'
import { isoTime } from '../lib/calendar'
import { DataFault } from './data-fault'
import { normalise } from './normalise'
import { readJson } from './read-json'

export interface LoaderContext {
  readonly mode: 'demo' | 'live'
  readonly sources: Readonly<Record<string, SourceConfig>>
  readonly datasets: ReadonlyMap<string, Dataset>
  /** Thresholds by metric id, for the demo's exceptions. */
  readonly limits: Readonly<Record<string, number>>
  readonly fetch: typeof globalThis.fetch
  /** Real time in ms, for request bookkeeping only; data time comes with the request. */
  readonly real: () => number
}

export interface DatasetRequest {
  readonly city: string
  readonly region: string | null
  /** The shown moment, epoch ms. */
  readonly now: number
}

export type Loader = (id: string, request: DatasetRequest) => Promise<CityDocument>

interface Held {
  readonly document: CityDocument
  readonly etag: string | undefined
  readonly readAt: number
}

/** A source's data may run ahead of our clock by this much before it is called wrong (clocks drift). */
const AHEAD_MS = 5 * 60_000

/** Documents kept per dataset and region; more than a wall ever asks for at once. */
const MAX_MOVED = 24

/**
 * The pipeline: source → normalise → mask → contract → (demo only) simulate. Mock files and live APIs take the same path;
 * the only difference is that a mock document is then moved to the shown moment.
 * A payload that did not change (same ETag) is not parsed again, and one tick simulates each dataset once however many
 * others are derived from it.
 * @throws DataFault
 */
export function createLoader(context: LoaderContext): Loader {
  const held = new Map<string, Held>()
  const inFlight = new Map<string, Promise<CityDocument>>()
  const moved = new Map<string, { base: CityDocument; now: number; result: CityDocument }>()

  function lookup(id: string): { dataset: Dataset; source: SourceConfig } {
    const dataset = context.datasets.get(id)
    const source = context.sources[id]
    if (!dataset || !source) throw new DataFault('not-connected', `未配置数据源 sources.${id}`)
    return { dataset, source }
  }

  async function refresh(url: string, dataset: Dataset, source: SourceConfig): Promise<CityDocument> {
    const before = held.get(url)
    const read = await readJson(url, {
      ...source,
      etag: before?.etag,

      fetch: context.fetch,
    })
    const document = read.unchanged && before ? before.document : check(dataset, read.body)
    held.set(url, { document, etag: read.etag, readAt: context.real() })
    return document
  }

  function base(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id)
    const region = context.mode === 'live' ? (request.region ?? '') : ''
    const url = source.url
      .replaceAll('{city}', encodeURIComponent(request.city))
      .replaceAll('{region}', encodeURIComponent(region))
      .replaceAll('{dataset}', encodeURIComponent(id))
    const recent = held.get(url)
    // Derived datasets ask for the same documents within one tick: one request serves them all.
    if (recent && context.real() - recent.readAt < source.everyMs / 2) return Promise.resolve(recent.document)
    const pending = inFlight.get(url)
    if (pending) return pending
    const started = refresh(url, dataset, source).finally(() => inFlight.delete(url))
    inFlight.set(url, started)
    return started
  }

  async function load(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id)
    const document = await base(id, request)
    if (context.mode === 'live') return refuseFuture(document, request.now)
    if (!dataset.simulate) return document
    const now = Math.floor(request.now / source.everyMs) * source.everyMs
    const inputs = await loadInputs(dataset, {
      ...request,
      now,
      region: dataset.wholeCity ? null : request.region,
    })
    const key = `${id}|${request.city}|${request.region ?? ''}`
    const last = moved.get(key)
    if (dataset.derivedFrom.length === 0 && last?.base === document && last.now === now) return last.result
    const result = dataset.simulate(document, { now, region: request.region, limits: context.limits }, inputs)
    if (moved.size > MAX_MOVED) moved.clear()
    moved.set(key, { base: document, now, result })
    return result
  }

  /** An input that fails is left out, not fatal: the derived document says what it could not see. */
  async function loadInputs(dataset: Dataset, request: DatasetRequest): Promise<Map<string, CityDocument>> {
    const settled = await Promise.allSettled(dataset.derivedFrom.map((id) => load(id, request)))
    return new Map(
      settled.flatMap((outcome, i) => {
        const id = dataset.derivedFrom[i]
        return outcome.status === 'fulfilled' && id !== undefined ? [[id, outcome.value] as const] : []
      }),
    )
  }

  return load
}

/** Parses a foreign body by the contract; the first wrong field is named. */
function check(dataset: Dataset, body: unknown): CityDocument {
  const parsed = dataset.parse(normalise(body))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new DataFault(
    'contract',
    issue?.message ?? '未知错误',
    issue?.path.map(String).join('.') || '(整个文档)',
  )
}

function refuseFuture(document: CityDocument, now: number): CityDocument {
  if (Date.parse(document.asOf) <= now + AHEAD_MS) return document
  throw new DataFault('contract', `数据时间 ${document.asOf} 晚于当前时间 ${isoTime(now)}`, 'asOf')
}
