import { useMemo } from 'react'
import { useScreen } from '../../../panel/screen-context'
import type { Raising } from './conclude'

/** The domains that the list speaks of. */
export function useRaising(): Raising {
  const { domains } = useScreen()
  return useMemo(
    () => ({ ids: domains.inputsOf('raises').map(({ id }) => id), nameOf: domains.nameOf }),
    [domains],
  )
}
