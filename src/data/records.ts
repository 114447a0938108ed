import { recordsOf } from '../contract/resource'
import { LATE_PERIODS } from '../contract/freshness'
import { DAY, isoTime, MINUTE } from '../lib/calendar'
import { addressOf, type Parts, type Place } from './address'
import { isCached } from './cached'
import { DataFault } from './data-fault'
import type { LatestContext } from './latest'
import { scopeOf } from './read-source'
import { recordSources, type RecordSource, type Sources } from './record-sources'
import type { CountAsk, PageAsk } from './shape/shape'
import { readBytes } from './transport/read-json'

export interface BringOptions {
  /** The shown moment, epoch ms. */
  readonly now: number
  readonly retry: boolean
  /** The source said that it changed: what was read last will not do. */
  readonly fresh: boolean
}

export interface Brought {
  readonly count: CountAsk
  /** Some of them came out of a cache in between, because their source itself did not answer. */
  readonly cached: boolean
}

export interface Records {
  /**
   * Brings the records of a domain up to date, each kind as often as its source says, and says what can be counted; null where the
   * domain sends none. All towns of a wall share one reading.
   * @throws DataFault of a kind that could not be read, unless the document is counted without it
   */
  bring(id: string, place: Place, options: BringOptions): Promise<Brought | null>
}

/** What is known here of the records that the data worker keeps of one kind. */
interface Held {
  /** The worker that keeps them, and when they were read, by the clock that nobody sets. */
  readonly life: number
  readonly readAt: number
  readonly wholeAt: number
  /** Data time, epoch ms. */
  readonly asOf: number
  readonly etag: string | undefined
  /** A cache gave at least one page of the last reading. */
  readonly cached: boolean
}

/** Asked again for what a change may have been written after it happened. */
const OVERLAP_MS = 2 * MINUTE

/** A reading may be a little early for its period: timers are. */
const EARLY = 0.8

/** Reads the records of every kind by the page, whole or what changed, into the store of the data worker. */
export function createRecords(context: LatestContext, sources: Sources): Records {
  const held = new Map<string, Held>()
  const running = new Map<string, Promise<Held>>()

  function isDue(name: string, source: RecordSource, { now, fresh }: BringOptions): boolean {
    const kept = held.get(name)
    if (!kept || kept.life !== context.thread.lives() || kept.asOf > now + OVERLAP_MS) return true
    return fresh || context.real() - kept.readAt >= EARLY * (source.poll?.everyMs ?? 0)
  }

  async function upToDate(name: string, source: RecordSource, place: Place, options: BringOptions) {
    const kept = held.get(name)
    if (!isDue(name, source, options) && kept) return kept
    const begun = running.get(name) ?? readAll(context, { name, source, place, kept }, options)
    running.set(name, begun)
    try {
      const read = await begun
      held.set(name, read)
      return read
    } finally {
      running.delete(name)
    }
  }

  return {
    async bring(id, place, options) {
      const read = await Promise.all(
        recordSources(sources, id).map(async ([name, source]) => {
          const { dirtyShare, optional } = source.records
          try {
            const { asOf, cached } = await upToDate(name, source, place, options)
            return [{ id: name, dirtyShare, optional, asOf, cached, periodMs: periodOf(source) }]
          } catch (error) {
            if (!optional) throw error
            return []
          }
        }),
      )
      const ready = read.flat()
      if (ready.length === 0) return null
      const kinds = ready.map(({ id: kind, dirtyShare, optional }) => ({ id: kind, dirtyShare, optional }))
      return {
        count: { asOf: isoTime(timeOf(ready)), sources: kinds },
        cached: ready.some(({ cached }) => cached),
      }
    },
  }
}

/** How old the records of a source are when all is well, ms: as it renews them, or as they are asked for. */
const periodOf = ({ poll, about }: RecordSource): number =>
  Math.max(poll?.everyMs ?? 0, 1000 * (about?.cadenceSeconds ?? 0))

interface Dated {
  /** Epoch ms. */
  readonly asOf: number
  readonly periodMs: number
  readonly cached: boolean
}

/**
 * Of when a document is that is counted from all of these: as new as the newest of them, since a kind that is read or renewed once an
 * hour is good for that hour; but as old as one that is late by its own period, or that a cache gave in place of its source.
 */
function timeOf(kinds: readonly Dated[]): number {
  const newest = Math.max(...kinds.map(({ asOf }) => asOf))
  const late = kinds.filter(({ asOf, periodMs, cached }) => cached || newest - asOf > LATE_PERIODS * periodMs)
  return Math.min(newest, ...late.map(({ asOf }) => asOf))
}

interface Wanted {
  readonly name: string
  readonly source: RecordSource
  readonly place: Place
  readonly kept: Held | undefined
}

/** Placeholders by which pages are asked for. */
const WAYS = ['page', 'offset', 'cursor'] as const

async function readAll(context: LatestContext, { name, source, place, kept }: Wanted, options: BringOptions) {
  const { poll, records } = source
  const url = poll?.url ?? ''
  const startedAt = context.real()
  const life = context.thread.lives()
  const whole =
    !url.includes('{since}') ||
    kept?.life !== life ||
    kept.asOf > options.now + OVERLAP_MS ||
    startedAt - kept.wholeAt >= records.wholeEveryMs
  const since = whole ? beginOf(records.keepDays, options.now) : isoTime(kept.asOf - OVERLAP_MS)
  const ask = (asked: RecordSource, page: Partial<PageAsk>, tag?: string) => {
    const wanted = { name, source: asked, place, since, etag: tag }
    return readPages(asked, options.now, {
      fetch: async (one) => fetchPage(context, wanted, one, options),
      put: async (sent, one) => putPage(context, wanted, sent, { ...one, ...page, whole }),
    })
  }
  const pieces = records.requests
    ? await (
        await import('./requests')
      ).readRequests(source, async (asked, request) => ask(asked, { request }))
    : null
  // Only where one answer is all there is does "unchanged" speak of all of it.
  const alone = wayOf(url) === null && !pieces && !url.includes('{since}')
  const etag = alone && kept?.life === life ? kept.etag : undefined
  const read = await ask(source, pieces ? { missing: pieces.missing } : {}, etag)
  const asOf = Math.min(read.asOf, pieces?.asOf ?? Number.POSITIVE_INFINITY)
  const cached = read.cached || pieces?.cached === true
  if (read.unchanged && kept)
    return { ...kept, readAt: startedAt, asOf: read.told ? asOf : kept.asOf, cached }
  return {
    life: context.thread.lives(),
    readAt: startedAt,
    wholeAt: whole || !kept ? startedAt : kept.wholeAt,
    asOf,
    etag: read.etag,
    cached,
  }
}

/** What a page is asked for by in this address. */
const wayOf = (url: string) => WAYS.find((way) => url.includes(`{${way}}`)) ?? null

type Numbered = Pick<PageAsk, 'first' | 'by' | 'at'>
type Sent = Awaited<ReturnType<typeof fetchPage>>

/** Pages asked for at a time: enough that the line never waits for the store, and a place is left for every other source. */
const AT_A_TIME = 3

interface PageTools {
  readonly fetch: (page: Numbered) => Promise<Sent>
  readonly put: (sent: Sent, page: Numbered) => ReturnType<typeof putPage>
}

/**
 * Reads page after page until there are no more: as old as the oldest of them. Where pages are numbered and the source says how many
 * rows there are, the next ones are on their way while one is put in; they are put in in their order, and none is asked for that is not there.
 */
async function readPages({ poll, records }: RecordSource, now: number, { fetch, put }: PageTools) {
  const by = wayOf(poll?.url ?? '')
  const ahead = new Map<string, Promise<Sent>>()
  let page: Numbered = { first: true, by, at: firstOf(by, records.firstPage) }
  // Pages that came out of a cache are older than the last one may be.
  let [oldest, cached] = [Number.POSITIVE_INFINITY, false]
  for (;;) {
    const sent = await (ahead.get(page.at) ?? fetch(page))
    ahead.delete(page.at)
    const answer = await put(sent, page)
    cached ||= answer.cached
    oldest = Math.min(oldest, answer.asOf ?? now)
    if (answer.more === null)
      return {
        unchanged: answer.unchanged,
        told: answer.asOf !== undefined,
        asOf: oldest,
        etag: answer.etag,
        cached,
      }
    page = { first: false, by, at: answer.more }
    for (let i = 0; i < Math.min(AT_A_TIME, answer.left ?? 0); i++) {
      const at = String(Number(page.at) + i)
      if (ahead.has(at)) continue
      const coming = fetch({ ...page, at })
      // It fails when it is its turn; until then nobody listens.
      coming.catch(() => undefined)
      ahead.set(at, coming)
    }
  }
}

const beginOf = (keepDays: number | undefined, now: number) =>
  keepDays === undefined ? '' : isoTime(now - keepDays * DAY)

const firstOf = (by: PageAsk['by'], firstPage: number) =>
  by === 'page' ? String(firstPage) : by === 'offset' ? '0' : ''

interface PageWanted extends Omit<Wanted, 'kept'> {
  readonly since: string
  readonly etag: string | undefined
}

async function fetchPage(
  context: LatestContext,
  { name, source: { poll, records }, place, since, etag }: PageWanted,
  page: Numbered,
  { retry, fresh }: BringOptions,
) {
  if (!poll) throw new DataFault('not-connected', name)
  const parts: Parts = {
    ...(page.by && { [page.by]: page.at }),
    ...(poll.url.includes('{size}') && { size: String(records.size) }),
    ...(since !== '' && poll.url.includes('{since}') && { since }),
  }
  const url = addressOf(poll.url, name, { ...place, region: null }, parts)
  return context.attempt(name, retry, () => readBytes(url, { ...poll, etag, fresh, fetch: context.fetch }))
}

async function putPage(
  context: LatestContext,
  { name, source, place, etag }: PageWanted,
  sent: Sent,
  page: PageAsk,
) {
  const cached = isCached(sent.cache)
  const told = sent.date === null ? Number.NaN : Date.parse(sent.date)
  // Rows that are as they were are as of now, where their source does not say of when they are.
  const now = Number.isNaN(told) ? Date.now() : told
  if (!sent.bytes)
    return {
      unchanged: true,
      more: null,
      left: 0,
      etag,
      asOf: source.records.asOf === undefined ? now : undefined,
      cached,
    }
  const resource = recordsOf({ id: name })
  const { audience, limits, calendar, names } = context
  const about = { region: null, date: sent.date, audience, limits, calendar, names, count: null }
  const scope = scopeOf(resource, place, about)
  const { answer } = await context.thread.read({ bytes: sent.bytes, rules: source, scope, page })
  if (!resource.owns(answer)) throw new DataFault('contract', answer.contract, 'contract')
  const { more, left } = answer
  return { unchanged: false, more, left, etag: sent.etag, asOf: Date.parse(answer.asOf), cached }
}
