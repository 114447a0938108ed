import { LATE_PERIODS } from '../contract/freshness'
import { DAY, isoTime, MINUTE } from '../lib/calendar'
import type { Place } from './address'
import type { LatestContext } from './latest'
import { fetchPage, putPage, readPages, wayOf } from './pages'
import { sourcesFor, type RecordSource, type Sources } from './record-sources'
import type { CountAsk, PageAsk } from './shape/shape'

// What reads records by the page reads pieces of a document so; in one file with them, since the demo loads that at once.
export { fetchPage, putPage, readPages } from './pages'

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
   * Brings the records that the resource `id` is made from up to date, each kind as often as its source says, and says what can be
   * counted; null where its domain sends none. All towns of a wall share one reading.
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
    // A change of today is no change of the year.
    if (fresh && !source.records.whenOpened) return true
    return context.real() - kept.readAt >= EARLY * (source.poll?.everyMs ?? 0)
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
        sourcesFor(sources, id).map(async ([name, source]) => {
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
    const wanted = { name, source: asked, place: { ...place, region: null }, since, etag: tag }
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

const beginOf = (keepDays: number | undefined, now: number) =>
  keepDays === undefined ? '' : isoTime(now - keepDays * DAY)
