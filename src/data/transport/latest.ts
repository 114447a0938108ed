import { everyMsOf, type SourceConfig } from '../../config/source'
import type { Dataset } from '../../contract/dataset'
import type { CityDocument } from '../../contract/document'
import { longestRetryMs } from './back-off'
import { asFault, DataFault } from '../data-fault'
import { readSource, urlOf, type ReadContext, type Reading, type Scope } from './read-source'

export interface LatestContext extends ReadContext {
  /** Real time in ms, for request bookkeeping only; data time comes with the request. */
  readonly real: () => number
  /** True while a stream tells of every change of this dataset, so that a document read earlier still stands. */
  readonly quiet?: (id: string) => boolean
  /** What stands around every request: the budget of the origin, the session. */
  readonly attempt: (id: string, retry: boolean, read: () => Promise<Reading>) => Promise<Reading>
}

export interface ReadRequest extends Scope {
  /** The source said that it changed: what was read before, or is on its way, will not do. */
  readonly fresh?: boolean
  /** The last attempt failed. */
  readonly retry?: boolean
  /** Asked on behalf of a derived dataset, which must not wake a failing source before its own back-off does. */
  readonly input?: boolean
}

/** The newest document of every address, read again when it is due. */
export interface Latest {
  /** @throws DataFault */
  readonly read: (dataset: Dataset, source: SourceConfig, request: ReadRequest) => Promise<CityDocument>
  /** The last good document, however old; undefined when there was none. */
  readonly last: (id: string, source: SourceConfig, scope: Scope) => CityDocument | undefined
}

interface Held {
  readonly document: CityDocument
  readonly etag: string | undefined
  readonly readAt: number
  /** When this document was first read, as opposed to found unchanged. */
  readonly since: number
}

/**
 * How long an older answer cannot replace a newer one: a poll that was on its way, or a second cache behind the same address.
 * After that the source has really gone back (a restored database), and what it says now counts.
 */
const NEWER_WINS_MS = 60_000

/** Longest wait between polls while a stream tells of changes: a stream may lie, a poll cannot. */
const QUIET_MS = 60_000

/** Documents kept; more than a wall ever asks for at once. */
const MAX_KEPT = 24

/**
 * Keeps what was read. A payload that did not change (same ETag) is not parsed again; those who ask at once, or while what was
 * read still stands, share one request.
 */
export function createLatest(context: LatestContext): Latest {
  const held = new Map<string, Held>()
  const failed = new Map<string, { readonly fault: DataFault; readonly at: number; readonly count: number }>()
  const inFlight = new Map<string, Promise<CityDocument>>()

  async function refresh(
    url: string,
    dataset: Dataset,
    source: SourceConfig,
    request: ReadRequest,
  ): Promise<CityDocument> {
    const before = held.get(url)
    const read = () =>
      readSource(context, dataset, source, request, { etag: before?.etag, fresh: request.fresh ?? false })
    const reading = await context.attempt(dataset.id, request.retry ?? false, read)
    const document = reading.document ?? before?.document
    if (!document) throw new DataFault('http', '返回未变化，但本机没有上一份')
    const readAt = context.real()
    // Asked again: another answer may have come in meanwhile.
    const kept = held.get(url)
    if (kept && isOlder(document, kept) && readAt - kept.since < NEWER_WINS_MS) return kept.document
    if (held.size > MAX_KEPT) held.clear()
    const since = document === kept?.document ? kept.since : readAt
    held.set(url, { document, etag: reading.etag, readAt, since })
    return document
  }

  async function noted(url: string, reading: Promise<CityDocument>): Promise<CityDocument> {
    try {
      const document = await reading
      failed.delete(url)
      return document
    } catch (error) {
      failed.set(url, { fault: asFault(error), at: context.real(), count: (failed.get(url)?.count ?? 0) + 1 })
      throw error
    }
  }

  return {
    read(dataset, source, request) {
      const url = urlOf(source, dataset.id, request, context.mode)
      const recent = held.get(url)
      // Derived datasets ask for the same documents within one tick: one request serves them all.
      const standsFor = context.quiet?.(dataset.id) ? QUIET_MS / 2 : everyMsOf(source) / 2
      if (!request.fresh && recent && context.real() - recent.readAt < standsFor)
        return Promise.resolve(recent.document)
      const pending = inFlight.get(url)
      if (pending && !request.fresh) return pending
      const failure = failed.get(url)
      if (
        request.input &&
        failure &&
        context.real() - failure.at < longestRetryMs(everyMsOf(source), failure.count)
      )
        return Promise.reject(failure.fault)
      const started = noted(url, refresh(url, dataset, source, request)).finally(() => {
        if (inFlight.get(url) === started) inFlight.delete(url)
      })
      inFlight.set(url, started)
      return started
    },
    last: (id, source, scope) => held.get(urlOf(source, id, scope, context.mode))?.document,
  }
}

function isOlder(document: CityDocument, kept: Held): boolean {
  return Date.parse(document.asOf) < Date.parse(kept.document.asOf)
}
