import { useMemo } from 'react'
import { clockText, MINUTE } from '../lib/calendar'
import { keepTrying } from '../lib/keep-trying'
import type { askingOf } from '../panel/picture-addresses'
import { useAt, useScreen } from '../panel/screen-context'
import { usePictureRules } from '../panel/use-picture-rules'
import { addressesOf } from '../video/source'
import { Tiles, type TilesProps } from '../video/Tiles'
import type { AskFor } from '../video/wanted'
import { allowed } from './allowed'

/**
 * Pictures as they may be seen here: what a city keeps from visitors is kept from them, its watermark lies over them, and the site's
 * providers are asked for their addresses, where their records name one.
 */
export function AskedTiles({ cameras, ...props }: Omit<TilesProps, 'askFor' | 'watermark'>) {
  const { config, feed } = useScreen()
  const visits = config.audience === 'tour'
  const rules = usePictureRules()
  const minute = useAt((now) => Math.floor(now / MINUTE))
  const seen = useMemo(() => allowed(cameras, rules, visits), [cameras, rules, visits])
  const askFor = useMemo<AskFor>(() => {
    let asking: Promise<ReturnType<typeof askingOf>> | undefined
    return async (stream) => {
      asking ??= keepTrying(() => import('../panel/picture-addresses')).then((loaded) =>
        loaded.askingOf({ config, feed }),
      )
      return addressesOf(await (await asking)(stream))
    }
  }, [config, feed])
  const mark = rules?.watermark
  const who = mark?.user ?? config.duty?.chief
  const watermark = mark ? [...(who === undefined ? [] : [who]), clockText(minute * MINUTE)].join(' ') : null
  return <Tiles {...props} cameras={seen} askFor={askFor} watermark={watermark} />
}
