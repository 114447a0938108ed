import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CityDocument } from '../contract/document'
import { staleOf } from '../contract/freshness'
import type { DocumentResource } from '../contract/resource'
import { queryOf } from '../data/queries'
import { plansOf, statusOf, type DocumentStatus, type Gathered, type Question } from './document-plan'
import { useAt, useScreen, type Screen } from './screen-context'

/**
 * The documents of `resources` as this city and region have them now, each with the last good one kept through every failure.
 * A derived one is put together whenever one of its inputs changes or goes stale. `resources` must keep its identity.
 */
export function useDocuments(resources: readonly DocumentResource[]): readonly DocumentStatus[] {
  const screen = useScreen()
  const { plans, questions } = useMemo(() => plansOf(screen, resources), [screen, resources])
  const combine = useCallback(
    (results: UseQueryResult<CityDocument>[]) =>
      questions.map((question, i) => gather(screen, question, results[i])),
    [screen, questions],
  )
  const gathered = useQueries({
    queries: questions.map(({ resource, region }) => queryOf(screen, resource, { region })),
    combine,
  })
  const stale = useStale(gathered, screen)
  return useMemo(() => {
    const old = new Set(stale === '' ? [] : stale.split(' '))
    return plans.map((plan) => statusOf(screen, plan, new Map(gathered.map((one) => [one.key, one])), old))
  }, [screen, plans, gathered, stale])
}

/** One document; see `useDocuments`. */
export function useDocument(resource: DocumentResource): DocumentStatus {
  const [status] = useDocuments(useMemo(() => [resource], [resource]))
  if (!status) throw new Error(`${resource.id} has no state`)
  return status
}

/** What the query library and the ledger of failures know of one question. */
function gather(
  screen: Screen,
  { key, resource }: Question,
  result: UseQueryResult<CityDocument> | undefined,
): Gathered {
  const misses = screen.feed.failures.of(key)
  // Read, so that another failure is another result; the ledger keeps the fault while the library forgets it.
  const failed = result?.error
  // An answer out of a cache is no error of the library's and changes no data: only that it came says to look again.
  void result?.dataUpdatedAt
  return {
    key,
    id: resource.id,
    document: result?.data,
    fault: misses.fault,
    failures: failed || misses.fault ? misses.count : 0,
    refetch: result?.refetch,
  }
}

/** What is too old to speak for the present. */
function useStale(gathered: readonly Gathered[], { config }: Screen): string {
  return useAt((now) =>
    gathered
      .flatMap(({ id, document }) => staleOf(id, document, now, config.sources[id]?.staleAfterMs))
      .join(' '),
  )
}
