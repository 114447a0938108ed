import { useCallback, useEffect, useState } from 'react'
import { keepTrying } from '../../lib/keep-trying'
import type { Paper } from './paper/paper'

/**
 * The page as it is being printed; null on the screen. Nothing can be fetched when printing has begun, so the code of it comes
 * beforehand: `prepare` asks for it once the first view stands.
 */
export function usePaper(): { readonly paper: Paper | null; readonly prepare: () => void } {
  const [paper, setPaper] = useState<Paper | null>(null)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    let stop = () => {}
    void keepTrying(() => import('./paper/paper')).then(({ watchPaper }) => {
      if (!gone) stop = watchPaper(setPaper)
    })
    return () => {
      gone = true
      stop()
    }
  }, [wanted])
  const prepare = useCallback(() => setWanted(true), [])
  return { paper, prepare }
}
