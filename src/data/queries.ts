import type { AppConfig } from '../config/app-config'
import type { CityDocument } from '../contract/document'
import { STALE_PERIODS } from '../contract/freshness'
import type { Answer, Resource } from '../contract/resource'
import { keyOf, type Ask, type Feed } from './feed'
import { domainOf, everyMsOf } from './record-sources'
import { nextDelay } from './transport/back-off'

/** Where questions are asked from. */
export interface Asker {
  readonly feed: Pick<Feed, 'get' | 'failures' | 'hints' | 'streams'>
  readonly config: Pick<AppConfig, 'sources'>
  readonly city: { readonly id: string }
  /** Epoch ms of the shown moment. */
  readonly clock: { readonly now: () => number }
  readonly seed: string
}

/** The part of a query's state that decides when it is read next. */
interface Asked {
  readonly state: { readonly data: Answer | undefined; readonly dataUpdateCount: number }
}

/** A source that nobody configured is not read in earnest, but may be by the next page load. */
const UNREAD_MS = 60_000

/** First part of every key, so that a hint finds what it is about: `['answer', city, resource, …]`. */
export const ANSWER = 'answer'

/** What the query library needs to keep the answer to one question: key, read, and the wait until the next. */
export function queryOf<A extends Answer>(
  { feed, config, city, clock, seed }: Asker,
  resource: Resource<Resource['kind'], A>,
  ask: Ask,
) {
  const { id } = resource
  const source = config.sources[id]
  const key = keyOf(id, ask)
  // Records are read again with the document that is counted from them.
  const everyMs = everyMsOf(config.sources, id) ?? everyMsOf(config.sources, domainOf(id)) ?? UNREAD_MS
  // A hint speaks of a document by its id; what is read with it must be as new, but settles nothing.
  const hinted = () => feed.hints.pending(domainOf(id))
  return {
    queryKey: [ANSWER, city.id, id, key],
    queryFn: async (): Promise<A> => {
      const startedAt = Date.now()
      const answer = await feed.get(resource, ask, { now: clock.now(), fresh: hinted() !== undefined })
      if (isDocument(answer)) feed.hints.settle(id, answer.asOf, startedAt)
      return answer
    },
    // Whatever opens later shows what is known, and waits for the next reading like all that stood there before.
    staleTime: everyMs,
    refetchInterval: ({ state }: Asked) =>
      nextDelay({
        id,
        everyMs,
        seed,
        reads: state.dataUpdateCount,
        failures: feed.failures.of(key).count,
        streamUp: feed.streams.covers(id),
        hint: hinted(),
        staleAfterMs: source?.staleAfterMs ?? staleAfterOf(state.data),
      }),
  }
}

const isDocument = (answer: Answer | undefined): answer is CityDocument =>
  answer !== undefined && 'operation' in answer

/** Age from which a document is stale by its own period; nothing read yet can wait for ever. */
const staleAfterOf = (answer: Answer | undefined): number =>
  isDocument(answer) ? STALE_PERIODS * answer.source.cadenceSeconds * 1000 : Number.POSITIVE_INFINITY
