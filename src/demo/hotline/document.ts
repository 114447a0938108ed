import { isoTime } from '../../lib/calendar'
import type { HotlineDocument } from '../../domains/hotline/contract'
import type { Moment, Seed } from '../kit/seed'
import { atWork } from './at-work'
import { keyItemsAt } from './lists'
import type { HotlineDemo } from './seed'

export type HotlineSeed = Seed<HotlineDocument, HotlineDemo>

/** What the city's orders do not tell: its published figures, and the ledger of key items, which is kept by hand. */
export function documentAt({ document, demo }: HotlineSeed, moment: Moment): HotlineDocument {
  if (!demo) return document
  return {
    ...document,
    region: moment.region ?? document.region,
    asOf: isoTime(moment.now),
    operation: { keyItems: keyItemsAt(document.city, atWork(demo, moment.calendar), moment.now) },
    exceptions: [],
    judged: false,
  }
}
