import { useQueries, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { everyMsOf } from '../config/source'
import { STALE_PERIODS } from '../contract/freshness'
import type { CityDocument } from '../contract/document'
import { asFault, type DataFault } from '../data/data-fault'
import { nextDelay } from '../data/transport/back-off'
import { missesOf } from '../data/failures'
import { useWall, type Wall } from './wall-context'

export interface DatasetStatus {
  readonly id: string
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  /** Consecutive failed attempts. */
  readonly failures: number
  /** Epoch ms of the last good read, changed or not: how old the check is, as opposed to the data. 0 before the first. */
  readonly checkedAt: number
  readonly retry: () => void
}

/** A dataset nobody configured is not polled in earnest; it may be configured by the next page load. */
const UNCONFIGURED_MS = 60_000

function queryOptions(wall: Wall, id: string) {
  const { feed, city, config, clock, seed } = wall
  const source = config.sources[id]
  const everyMs = source ? everyMsOf(source) : UNCONFIGURED_MS
  // A map shows all towns whichever is chosen: it must not be read and built anew under the finger that chooses.
  const region = wall.datasets.get(id)?.wholeCity ? null : wall.region
  const queryKey = ['dataset', city.id, region, id]
  return {
    queryKey,
    queryFn: async ({ client }: { client: QueryClient }) => {
      const hinted = feed.hints.pending(id) !== undefined
      const retry = missesOf(client.getQueryCache().find({ queryKey })).count > 0
      const startedAt = Date.now()
      const scope = { city: city.id, code: city.code, region }
      const next = await feed.load(id, { ...scope, now: clock.now(), fresh: hinted, retry })
      feed.hints.settle(id, next.asOf, startedAt)
      return next
    },
    refetchInterval: (query: Query<CityDocument>) =>
      nextDelay({
        id,
        everyMs,
        seed,
        reads: query.state.dataUpdateCount,
        failures: missesOf(query).count,
        streamUp: feed.streams.covers(id),
        hint: feed.hints.pending(id),
        staleAfterMs: source?.staleAfterMs ?? staleAfterOf(query.state.data),
      }),
  }
}

/** Age from which a document is stale by its own period; nothing read yet can wait for ever. */
const staleAfterOf = (document: CityDocument | undefined): number =>
  document ? STALE_PERIODS * document.source.cadenceSeconds * 1000 : Number.POSITIVE_INFINITY

interface Answer {
  readonly data: CityDocument | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

function statusOf(
  client: QueryClient,
  queryKey: readonly unknown[],
  id: string,
  answer: Answer,
): DatasetStatus {
  const misses = missesOf(client.getQueryCache().find({ queryKey }))
  // The answer's own error comes first because the library renders again only for what is read of the answer.
  const error = answer.error ?? misses.error
  return {
    id,
    document: answer.data,
    fault: error ? asFault(error) : undefined,
    failures: misses.count,
    // Read, not subscribed to: a check that changed nothing must not draw a panel again.
    checkedAt: client.getQueryState(queryKey)?.dataUpdatedAt ?? 0,
    retry: () => void answer.refetch(),
  }
}

/** The dataset as this city and region have it now, with the last good document kept through every failure. */
export function useDataset(id: string): DatasetStatus {
  const options = queryOptions(useWall(), id)
  return statusOf(useQueryClient(), options.queryKey, id, useQuery(options))
}

/** The same for several datasets at once (data health). */
export function useDatasets(ids: readonly string[]): DatasetStatus[] {
  const wall = useWall()
  const client = useQueryClient()
  const queries = ids.map((id) => queryOptions(wall, id))
  const answers = useQueries({ queries })
  return answers.map((answer, i) => statusOf(client, queries[i]?.queryKey ?? [], ids[i] ?? '', answer))
}
