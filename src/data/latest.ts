import type { Answer } from '../contract/resource'
import { addressOf } from './address'
import { isCached } from './cached'
import { DataFault } from './data-fault'
import { readSource, type Question, type ReadContext, type Reading } from './read-source'
import { words } from './words'

export interface LatestContext extends ReadContext {
  /** Real time in ms, for request bookkeeping only; data time comes with the answer. */
  readonly real: () => number
  /** What stands around every request: the budget of the origin, the session. */
  readonly attempt: <T>(id: string, retry: boolean, work: () => Promise<T>) => Promise<T>
}

export interface ReadRequest extends Question {
  /** The source said that it changed: what is on its way will not do. */
  readonly fresh?: boolean
  /** The last attempt failed. */
  readonly retry?: boolean
}

export interface Latest {
  readonly answer: Answer
  /** A cache in between gave its copy, because the source itself did not answer. */
  readonly cached: boolean
}

/** The newest answer of every address. @throws DataFault */
export type ReadLatest = (request: ReadRequest) => Promise<Latest>

interface Held {
  readonly answer: Answer
  readonly etag: string | undefined
  /** When this answer was first read, as opposed to found unchanged. */
  readonly since: number
}

/**
 * How long an older answer cannot replace a newer one: a poll that was on its way, or a second cache behind the same address.
 * After that the source has really gone back (a restored database), and what it says now counts.
 */
const NEWER_WINS_MS = 60_000

/** Answers kept; more than a wall ever asks for at once. */
const MAX_KEPT = 64

/** Keeps what was read: an answer that did not change (same ETag) is not parsed again, and an older one does not replace a newer. */
export function createLatest(context: LatestContext): ReadLatest {
  const held = new Map<string, Held>()

  function keep(key: string, { answer: sent, etag }: Reading, before: Held | undefined): Answer {
    const answer = sent ?? before?.answer
    if (!answer) throw new DataFault('http', words.nothingHeld)
    const at = context.real()
    // Asked again: another answer may have come in meanwhile.
    const kept = held.get(key)
    if (kept && isOlder(answer, kept.answer) && at - kept.since < NEWER_WINS_MS) return kept.answer
    held.delete(key)
    const [oldest] = held.keys()
    if (held.size >= MAX_KEPT && oldest !== undefined) held.delete(oldest)
    held.set(key, { answer, etag, since: answer === kept?.answer ? kept.since : at })
    return answer
  }

  return async ({ fresh = false, retry = false, ...question }) => {
    const { resource, source, place, parts, count } = question
    const url = addressOf(source.poll?.url ?? '', resource.id, place, parts)
    // The same records come to other figures for another town, and to others at another time.
    const key = count ? JSON.stringify([resource.id, place.region, parts]) : url
    const pieces = source.requests
      ? await (await import('./pieces')).readPieces(context, question, { retry, fresh })
      : null
    // What stands beside it may have changed though it did not.
    const etag = count || pieces ? undefined : held.get(key)?.etag
    const read = () => readSource(context, { ...question, pieces }, { etag, fresh })
    const before = held.get(key)
    const reading = source.poll ? await context.attempt(resource.id, retry, read) : await read()
    return { answer: keep(key, reading, before), cached: isCached(reading.cache) || pieces?.cached === true }
  }
}

const timeOf = (answer: Answer) => ('asOf' in answer ? Date.parse(String(answer.asOf)) : Number.NaN)

const isOlder = (answer: Answer, kept: Answer): boolean => timeOf(answer) < timeOf(kept)
