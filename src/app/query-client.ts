import { QueryClient } from '@tanstack/react-query'

/**
 * Query defaults of a wall that nobody touches. With the library's own defaults one failed fetch in an occluded window stops
 * polling for ever, and an isolated network counts as offline.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The wall's network has no internet, so navigator.onLine says nothing about our API.
        networkMode: 'always',
        // Our own capped, jittered back-off decides (data/queries).
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
