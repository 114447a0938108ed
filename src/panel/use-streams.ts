import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Feed } from '../data/feed'

/** Opens the streams of a wall, and has every dataset that one of them says has changed read again. */
export function useStreams(feed: Feed): void {
  const client = useQueryClient()
  useEffect(() => {
    const forget = feed.hints.onMark((id) => {
      void client.refetchQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'dataset' && queryKey[3] === id,
      })
    })
    const close = feed.open()
    return () => {
      forget()
      close()
    }
  }, [client, feed])
}
