import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Feed } from '../data/feed'
import { ANSWER } from '../data/queries'

/** Opens the streams of a wall, and has everything that one of them says has changed read again. */
export function useStreams(feed: Feed): void {
  const client = useQueryClient()
  useEffect(() => {
    const forget = feed.hints.onMark((id) => {
      void client.refetchQueries({
        predicate: ({ queryKey }) => queryKey[0] === ANSWER && isOf(queryKey[2], id),
      })
    })
    const close = feed.open()
    return () => {
      forget()
      close()
    }
  }, [client, feed])
}

/** A document, or a list or record of the same domain. */
const isOf = (resource: unknown, domain: string) =>
  resource === domain || (typeof resource === 'string' && resource.startsWith(`${domain}.`))
