import { useEffect, useMemo } from 'react'
import { inRegion } from '../../contract/in-region'
import type { DocumentResource } from '../../contract/resource'
import { MINUTE } from '../../lib/calendar'
import { onDemand } from '../on-demand'
import { useAt, useScreen } from '../screen-context'
import { useDocument } from '../use-documents'
import { silentIn } from './silent'
import { roomOf } from './store'

const shared = onDemand(() => import('./Shared').then(({ Shared }) => Shared))

/** Draws nothing: tells the room of this city every list that the screen gets, and lets what was put aside end in time. */
export function Watch({ of }: { readonly of: DocumentResource }) {
  const { city, config, clock, region } = useScreen()
  const { document } = useDocument(of)
  const minute = useAt((now) => Math.floor(now / MINUTE))
  const room = useMemo(() => roomOf(city.id, config.mode), [city, config])
  useEffect(() => {
    if (!document) return
    room.getState().observe({
      now: clock.now(),
      items: document.exceptions,
      unseen: silentIn(document.operation).unseen,
      covers: (item) => region === null || inRegion([item], region).length > 0,
    })
  }, [room, document, minute, clock, region])
  // Where the site says who keeps what the seats of a room do, they know of each other.
  return config.sources[`${of.id}.notices`] ? <shared.Part of={of.id} /> : null
}
