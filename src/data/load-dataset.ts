import { everyMsOf, type SourceConfig } from '../config/source'
import type { Dataset, Moment } from '../contract/dataset'
import type { CityDocument } from '../contract/document'
import { isoTime } from '../lib/calendar'
import { DataFault } from './data-fault'
import { check, readSource, urlOf, type ReadContext, type Reading, type Scope } from './read-source'

export interface LoaderContext extends ReadContext {
  readonly sources: Readonly<Record<string, SourceConfig>>
  /** Dataset → what is wrong with its configuration, for sources that could not be used. */
  readonly wrongSources?: Readonly<Record<string, string>>
  readonly datasets: ReadonlyMap<string, Dataset>
  /** Thresholds by metric id, for the demo's exceptions. */
  readonly limits: Readonly<Record<string, number>>
  /** Real time in ms, for request bookkeeping only; data time comes with the request. */
  readonly real: () => number
  /** True while a stream tells of every change of this dataset, so that a document read earlier still stands. */
  readonly quiet?: (id: string) => boolean
  /** What stands around every request: the budget of the origin, the session. */
  readonly attempt: (id: string, retry: boolean, read: () => Promise<Reading>) => Promise<Reading>
}

export interface DatasetRequest extends Scope {
  /** The shown moment, epoch ms. */
  readonly now: number
  /** The source said that it changed: what was read before, or is on its way, will not do. */
  readonly fresh?: boolean
  /** The last attempt failed. */
  readonly retry?: boolean
}

export type Loader = (id: string, request: DatasetRequest) => Promise<CityDocument>

interface Held {
  readonly document: CityDocument
  readonly etag: string | undefined
  readonly readAt: number
  /** When this document was first read, as opposed to found unchanged. */
  readonly since: number
}

/** A source's data may run ahead of our clock by this much before it is called wrong (clocks drift). */
const AHEAD_MS = 5 * 60_000

/**
 * How long an older answer cannot replace a newer one: a poll that was on its way, or a second cache behind the same address.
 * After that the source has really gone back (a restored database), and what it says now counts.
 */
const NEWER_WINS_MS = 60_000

/** Longest wait between polls while a stream tells of changes: a stream may lie, a poll cannot. */
const QUIET_MS = 60_000

/** Documents kept per dataset and region; more than a wall ever asks for at once. */
const MAX_KEPT = 24

/**
 * The pipeline: source → shape → contract → (demo only) simulate. Mock files and live APIs take the same path;
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
    const wrong = context.wrongSources?.[id]
    if (wrong !== undefined) throw new DataFault('not-connected', `配置有误 ${wrong}`)
    if (!dataset || !source) throw new DataFault('not-connected', `未配置数据源 sources.${id}`)
    return { dataset, source }
  }

  async function refresh(url: string, id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id)
    const before = held.get(url)
    const { document = before?.document, etag } = await context.attempt(id, request.retry ?? false, () =>
      readSource(context, dataset, source, request, { etag: before?.etag }),
    )
    if (!document) throw new DataFault('http', '返回未变化，但本机没有上一份')
    const readAt = context.real()
    // Asked again: another answer may have come in meanwhile.
    const kept = held.get(url)
    if (kept && isOlder(document, kept) && readAt - kept.since < NEWER_WINS_MS) return kept.document
    if (held.size > MAX_KEPT) held.clear()
    held.set(url, { document, etag, readAt, since: document === kept?.document ? kept.since : readAt })
    return document
  }

  function base(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { source } = lookup(id)
    const url = urlOf(source, id, request, context.mode)
    const recent = held.get(url)
    // Derived datasets ask for the same documents within one tick: one request serves them all.
    const standsFor = context.quiet?.(id) ? QUIET_MS / 2 : everyMsOf(source) / 2
    if (!request.fresh && recent && context.real() - recent.readAt < standsFor)
      return Promise.resolve(recent.document)
    const pending = inFlight.get(url)
    if (pending && !request.fresh) return pending
    const started = refresh(url, id, request).finally(() => {
      if (inFlight.get(url) === started) inFlight.delete(url)
    })
    inFlight.set(url, started)
    return started
  }

  async function load(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id)
    if (context.mode === 'live')
      return refuseFuture(source.derive ? await derive(id, request) : await base(id, request), request.now)
    const document = await base(id, request)
    if (!dataset.simulate) return document
    const now = Math.floor(request.now / everyMsOf(source)) * everyMsOf(source)
    const inputs = await loadInputs(dataset, { ...request, now })
    const key = `${id}|${request.city}|${request.region ?? ''}`
    const last = moved.get(key)
    if (dataset.derivedFrom.length === 0 && last?.base === document && last.now === now) return last.result
    const result = dataset.simulate(document, momentOf(request, now), inputs)
    if (moved.size > MAX_KEPT) moved.clear()
    moved.set(key, { base: document, now, result })
    return result
  }

  const momentOf = (request: DatasetRequest, now: number): Moment => ({
    now,
    region: request.region,
    limits: context.limits,
    staleAfterMs: Object.fromEntries(
      Object.entries(context.sources).flatMap(([id, { staleAfterMs }]) =>
        staleAfterMs === undefined ? [] : [[id, staleAfterMs] as const],
      ),
    ),
  })

  /** A live document made of the others', where the city has no system of its own for it. */
  async function derive(id: string, request: DatasetRequest): Promise<CityDocument> {
    const { dataset, source } = lookup(id)
    if (!dataset.derive)
      throw new DataFault('not-connected', `数据集 ${id} 不能由其他数据集汇成（sources.${id}.derive）`)
    const inputs = await loadInputs(dataset, request)
    const { name, owner, cadenceSeconds } = source.about ?? {
      name: '各专题汇总',
      owner: '本系统',
      cadenceSeconds: Math.ceil(everyMsOf(source) / 1000),
    }
    const envelope = {
      city: request.city,
      region: (dataset.wholeCity ? null : request.region) ?? request.code,
      source: { name, owner, cadenceSeconds, simulated: false },
    }
    return check(dataset, dataset.derive(envelope, momentOf(request, request.now), inputs))
  }

  /**
   * An input that fails is given as it last was, so that what it raised stays on the list while it ages; one that was never read
   * is left out. Either way the derived document says what it could not see.
   */
  async function loadInputs(dataset: Dataset, request: DatasetRequest): Promise<Map<string, CityDocument>> {
    const scoped = { ...request, region: dataset.wholeCity ? null : request.region, fresh: false }
    const settled = await Promise.all(
      dataset.derivedFrom.map(
        async (id) => [id, await load(id, scoped).catch(() => lastOf(id, scoped))] as const,
      ),
    )
    return new Map(settled.flatMap(([id, document]) => (document ? [[id, document] as const] : [])))
  }

  /** Live only: what a demo holds has not been moved to the shown moment. */
  function lastOf(id: string, scope: Scope): CityDocument | undefined {
    const source = context.sources[id]
    return source && context.mode === 'live'
      ? held.get(urlOf(source, id, scope, 'live'))?.document
      : undefined
  }

  return load
}

function isOlder(document: CityDocument, kept: Held): boolean {
  return Date.parse(document.asOf) < Date.parse(kept.document.asOf)
}

function refuseFuture(document: CityDocument, now: number): CityDocument {
  if (Date.parse(document.asOf) <= now + AHEAD_MS) return document
  throw new DataFault('contract', `数据时间 ${document.asOf} 晚于当前时间 ${isoTime(now)}`, 'asOf')
}
