import { useEffect, useState } from 'react'
import { keepTrying } from '../lib/keep-trying'

/** Whether texts hold what is looked for. */
export type Holds = (texts: readonly string[]) => boolean

/** Nobody looks for anything in the first view, and the table of ways to write a word is large. */
const search = () => keepTrying(() => import('../contract/records/search'))

/** Null where nothing is looked for; undefined while what looks for words is on its way. */
export function useHolds(q: string): Holds | null | undefined {
  const [found, setFound] = useState<{ readonly q: string; readonly holds: Holds | null }>()
  useEffect(() => {
    if (q === '') return undefined
    let wanted = true
    void search().then(({ searchFor }) => {
      if (wanted) setFound({ q, holds: searchFor(q) })
    })
    return () => {
      wanted = false
    }
  }, [q])
  if (q === '') return null
  return found?.q === q ? found.holds : undefined
}
