import { useMemo } from 'react'
import { useWall } from '../../../panel/wall-context'
import type { Raising } from './conclude'

/** The domains that the list speaks of. */
export function useRaising(): Raising {
  const { domains } = useWall()
  return useMemo(
    () => ({ ids: domains.inputsOf('raises').map(({ id }) => id), nameOf: domains.nameOf }),
    [domains],
  )
}
