import type { Receipt, Resource } from '../contract/resource'
import type { SourceConfig } from '../config/source'
import { addressOf, type Parts, type Place } from './address'
import { asFault, DataFault } from './data-fault'
import type { FaultKind } from './fault-kind'
import type { Ask, Feed } from './feed'
import type { LatestContext } from './latest'
import { scopeOf } from './read-source'
import { longestRetryMs } from './transport/back-off'
import { postBytes } from './transport/post-json'
import { pageTimers, type Timers } from './transport/timers'
import { words } from './words'

export interface Deed {
  readonly resource: Resource<'action', Receipt>
  readonly source: SourceConfig
  readonly place: Place
  readonly parts: Parts
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, unknown>>
  /** The same for every attempt at this one deed, so that none acts twice. */
  readonly key: string
}

/**
 * POSTs `body` to the source of `resource` through everything that `feed` reads through; the same `key` never acts twice.
 * @throws DataFault of the last attempt
 */
export async function actBy(
  feed: Pick<Feed, 'acting'>,
  resource: Deed['resource'],
  { region, parts = {} }: Ask,
  body: Deed['body'],
  key: string,
): Promise<Receipt> {
  const { context, source, place } = feed.acting(resource.id, region)
  return act(context, { resource, source, place, parts, body, key })
}

/** Faults after which nobody knows whether the deed was done; asking again under the same key is safe and finds out. */
const UNKNOWN: ReadonlySet<FaultKind> = new Set(['network', 'timeout'])

const ATTEMPTS = 4
const FIRST_WAIT_MS = 1000

/**
 * POSTs a deed with its `Idempotency-Key` and reads the receipt. It goes through the same session and gate as every read, and
 * waits as a failed read does before it tries again.
 * @throws DataFault of the last attempt
 */
export async function act(context: LatestContext, deed: Deed, timers: Timers = pageTimers): Promise<Receipt> {
  for (let failures = 1; ; failures++) {
    try {
      return await context.attempt(deed.resource.id, failures > 1, () => once(context, deed))
    } catch (error) {
      const fault = asFault(error)
      if (failures >= ATTEMPTS || !mayHaveFailed(fault)) throw fault
      await new Promise<void>((resolve) => timers.after(longestRetryMs(FIRST_WAIT_MS, failures), resolve))
    }
  }
}

const mayHaveFailed = ({ kind, detail }: DataFault) =>
  UNKNOWN.has(kind) || (kind === 'http' && /^HTTP 5\d\d/.test(detail))

async function once(
  context: LatestContext,
  { resource, source, place, parts, body, key }: Deed,
): Promise<Receipt> {
  if (!source.act) throw new DataFault('not-connected', words.noWay(resource.id, 'act'))
  const url = addressOf(source.act.url, resource.id, place, parts)
  const sent = await postBytes(url, { ...source.act, body, key, fetch: context.fetch })
  const { audience, limits, calendar } = context
  const told = { region: place.region, date: sent.date, audience, limits, calendar, count: null }
  const { answer } = await context.thread.read({
    bytes: sent.bytes,
    rules: source,
    scope: scopeOf(resource, place, told),
  })
  if (!resource.owns(answer)) throw new DataFault('contract', words.received(answer.contract), 'contract')
  if (answer.key !== key) throw new DataFault('contract', words.otherReceipt, 'key')
  return answer
}
