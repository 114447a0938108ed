import { useEffect, useMemo } from 'react'
import { inRegion } from '../../contract/in-region'
import type { DocumentResource } from '../../contract/resource'
import { isFields } from '../../lib/fields'
import { MINUTE } from '../../lib/calendar'
import { useAt, useScreen } from '../screen-context'
import { useDocument } from '../use-documents'
import { roomOf } from './store'

/** Domains that the collecting document says it could not see. */
function unseenIn(operation: unknown): ReadonlySet<string> {
  const unseen = isFields(operation) ? operation['unseen'] : undefined
  return new Set(Array.isArray(unseen) ? unseen.filter((id) => typeof id === 'string') : [])
}

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
      unseen: unseenIn(document.operation),
      covers: (item) => region === null || inRegion([item], region).length > 0,
    })
  }, [room, document, minute, clock, region])
  return null
}
