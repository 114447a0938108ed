import { recordsOf } from '../contract/resource'
import { addressOf, type Parts, type Place } from './address'
import { isCached } from './cached'
import { DataFault } from './data-fault'
import type { LatestContext } from './latest'
import { scopeOf } from './read-source'
import type { RecordSource } from './record-sources'
import type { PageAsk } from './shape/shape'
import { readBytes } from './transport/read-json'

/** Placeholders by which pages are asked for. */
const WAYS = ['page', 'offset', 'cursor'] as const

/** What a page is asked for by in this address. */
export const wayOf = (url: string) => WAYS.find((way) => url.includes(`{${way}}`)) ?? null

/** Which page is asked for, and by what. */
export type Numbered = Pick<PageAsk, 'first' | 'by' | 'at'>
/** A page as it came over the line. */
export type Sent = Awaited<ReturnType<typeof fetchPage>>

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
export async function readPages({ poll, records }: RecordSource, now: number, { fetch, put }: PageTools) {
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

const firstOf = (by: PageAsk['by'], firstPage: number) =>
  by === 'page' ? String(firstPage) : by === 'offset' ? '0' : ''

/** Whose page is wanted. */
interface PageWanted {
  readonly name: string
  readonly source: RecordSource
  readonly place: Place
  /** Asks for what changed since then, ISO; empty for all of it. */
  readonly since: string
  readonly etag: string | undefined
}

/** Asks for one page, within the budget of the origin. @throws DataFault */
export async function fetchPage(
  context: LatestContext,
  { name, source: { poll, records }, place, since, etag }: PageWanted,
  page: Numbered,
  { retry, fresh }: { readonly retry: boolean; readonly fresh: boolean },
) {
  if (!poll) throw new DataFault('not-connected', name)
  const parts: Parts = {
    ...(page.by && { [page.by]: page.at }),
    ...(poll.url.includes('{size}') && { size: String(records.size) }),
    ...(since !== '' && poll.url.includes('{since}') && { since }),
  }
  const url = addressOf(poll.url, name, place, parts)
  return context.attempt(name, retry, () => readBytes(url, { ...poll, etag, fresh, fetch: context.fetch }))
}

/** Hands one page to the data worker; says what the next one is asked by. @throws DataFault */
export async function putPage(
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
  const { more, left, read } = answer
  return { unchanged: false, more, left, read, etag: sent.etag, asOf: Date.parse(answer.asOf), cached }
}
