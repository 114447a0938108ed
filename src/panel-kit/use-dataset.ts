import { useQueries, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import type { CityDocument } from '../contract/document'
import { asFault, type DataFault } from '../data/data-fault'
import { unit } from '../lib/random'
import { missesOf } from './failures'
import { useWall, type Wall } from './wall-context'

export interface DatasetStatus {
  readonly id: string
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  /** Consecutive failed attempts. */
  readonly failures: number
  readonly retry: () => void
}

/** No source is given up, and none is hammered: doubling from its own period up to this. */
const MAX_BACKOFF_MS = 60_000

/**
 * Milliseconds to the next read. The first wait carries a phase of the dataset's own, so that panels do not all change
 * in the same frame; after a failure the wait doubles up to a cap, jittered after the cap so that walls do not return in step.
 */
export function nextDelay(id: string, everyMs: number, reads: number, failures: number, seed = ''): number {
  if (failures > 0) {
    const capped = Math.min(Math.max(everyMs, 1000) * 2 ** (failures - 1), Math.max(MAX_BACKOFF_MS, everyMs))
    return capped * (0.75 + 0.5 * unit('jitter', seed, id, failures))
  }
  return reads <= 1 ? everyMs * (0.5 + unit('phase', id)) : everyMs
}

function queryOptions(wall: Wall, id: string) {
  const everyMs = wall.config.sources[id]?.everyMs ?? MAX_BACKOFF_MS
  // A map shows all towns whichever is chosen: it must not be read and built anew under the finger that chooses.
  const region = wall.datasets.get(id)?.wholeCity ? null : wall.region
  return {
    queryKey: ['dataset', wall.city.id, region, id],
    queryFn: async ({
      client,
      queryKey,
    }: {
      client: { getQueryData(key: readonly unknown[]): unknown }
      queryKey: readonly unknown[]
    }) => {
      const next = await wall.load(id, { city: wall.city.id, region, now: wall.clock.now() })
      const held = client.getQueryData(queryKey)
      return isDocument(held) && Date.parse(held.asOf) > Date.parse(next.asOf) && wall.config.mode === 'live'
        ? held
        : next
    },
    refetchInterval: (query: Query<CityDocument>) =>
      nextDelay(id, everyMs, query.state.dataUpdateCount, missesOf(query).count, wall.seed),
  }
}

function isDocument(value: unknown): value is CityDocument {
  return typeof value === 'object' && value !== null && 'asOf' in value && 'contract' in value
}

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
