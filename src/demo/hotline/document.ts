import { isoTime } from '../../lib/calendar'
import type { HotlineDocument } from '../../domains/hotline/contract'
import type { Moment, Seed } from '../kit/seed'
import { alarms, keyItemsAt } from './lists'
import { openIn, recentIn, scopeOf } from './scope'
import type { HotlineDemo } from './seed'

export type HotlineSeed = Seed<HotlineDocument, HotlineDemo>

/** What the city's orders do not tell: its published figures, and the ledger of key items, which is kept by hand. */
export function documentAt({ document, demo }: HotlineSeed, moment: Moment): HotlineDocument {
  if (!demo) return document
  const scope = scopeOf(document.city, demo, moment)
  return {
    ...document,
    region: moment.region ?? document.region,
    asOf: isoTime(moment.now),
    operation: { keyItems: keyItemsAt(document.city, demo, moment.now) },
    exceptions: alarms(scope, openIn(scope, recentIn(scope)), moment.limits),
  }
}
