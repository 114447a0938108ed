import { useEffect } from 'react'
import type { Commands } from '../commands'
import { isPageKey } from '../../ui/keys'
import { KEYS } from './keys'

/** Whose own keys arrows and pages are while it has the focus: the map's tiles, a slider. */
const OWN = '[data-town], input'

/** Does what the table of keys says. */
export function useKeys(commands: Commands, open: (what: 'health' | 'keys') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPageKey(event)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const own = event.target instanceof Element && event.target.closest(OWN) !== null
      if (own && /^(Arrow|Page)/.test(key)) return
      Object.values(KEYS)
        .find(({ keys }) => keys.includes(key))
        ?.does({ commands, open, key })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [commands, open])
}
