import { useEffect } from 'react'
import { isPageKey } from '../ui/keys'

/** Does something when a key of the page (`event.key`, letters small) is pressed, for as long as it stands there. */
export function usePageKey(wanted: string, does: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isPageKey(event) && event.key.toLowerCase() === wanted) does()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
