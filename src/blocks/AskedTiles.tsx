import { useMemo } from 'react'
import { keepTrying } from '../lib/keep-trying'
import type { askingOf } from '../panel/picture-addresses'
import { useScreen } from '../panel/screen-context'
import { addressesOf } from '../video/source'
import { Tiles, type TilesProps } from '../video/Tiles'
import type { AskFor } from '../video/wanted'

/** Pictures whose addresses the site's providers are asked for, where their records name one; what asks them comes with the first that does. */
export function AskedTiles(props: Omit<TilesProps, 'askFor'>) {
  const { config, feed } = useScreen()
  const askFor = useMemo<AskFor>(() => {
    let asking: Promise<ReturnType<typeof askingOf>> | undefined
    return async (stream) => {
      asking ??= keepTrying(() => import('../panel/picture-addresses')).then((loaded) =>
        loaded.askingOf({ config, feed }),
      )
      return addressesOf(await (await asking)(stream))
    }
  }, [config, feed])
  return <Tiles {...props} askFor={askFor} />
}
