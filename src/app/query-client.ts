import { QueryCache, QueryClient } from '@tanstack/react-query'
import { noteOutcome } from '../data/failures'

/**
 * Query defaults of a wall that nobody touches. With the library's own defaults one failed fetch in an occluded window stops
 * polling for ever, and an isolated network counts as offline.
 */
export function createQueryClient(): QueryClient {
  const queryCache = new QueryCache({
    onSuccess: (_, query) => noteOutcome(query, null),
    onError: (error, query) => noteOutcome(query, error),
  })
  return new QueryClient({
    queryCache,
    defaultOptions: {
      queries: {
        // The wall's network has no internet, so navigator.onLine says nothing about our API.
        networkMode: 'always',
        // Our own capped, jittered back-off decides (panel/use-dataset).
        retry: false,
        refetchIntervalInBackground: true,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 0,
        gcTime: 10 * 60_000,
      },
    },
  })
}
