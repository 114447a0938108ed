import { useQueries } from '@tanstack/react-query'
import type { Answer, Resource } from '../contract/resource'
import { asFault, type DataFault } from '../data/data-fault'
import type { Ask } from '../data/feed'
import { queryOf } from '../data/queries'
import { useScreen } from './screen-context'

/** The answer to a question that somebody asked by opening something: the last good one stays through every failure. */
export interface Asked<A extends Answer> {
  readonly answer: A | undefined
  /** Why there is none yet, or no newer one. */
  readonly fault: DataFault | undefined
}

/**
 * As `useAnswer`, of several questions at once: their answers in the same order. Whoever goes on to other questions all day says how long, in ms,
 * those that nobody asks any more are kept: otherwise for ten minutes, as everything that was shown.
 */
export function useAnswers<A extends Answer>(
  resource: Resource<Resource['kind'], A>,
  asks: readonly Ask[],
  kept?: { readonly gcTime: number },
): readonly Asked<A>[] {
  const screen = useScreen()
  const queries = asks.map((ask) => ({ ...queryOf(screen, resource, ask), ...kept }))
  return useQueries({ queries }).map((result) => ({
    answer: result.data,
    fault: result.error ? asFault(result.error) : undefined,
  }))
}

export function useAnswer<A extends Answer>(resource: Resource<Resource['kind'], A>, ask: Ask): Asked<A> {
  const screen = useScreen()
  // The hook that documents are read by: one for a single query would come with the first view, which has no use for it.
  const [result] = useQueries({ queries: [queryOf(screen, resource, ask)] })
  return { answer: result.data, fault: result.error ? asFault(result.error) : undefined }
}
