import type { Answer } from '../contract/resource'
import { clockText, monthDay } from '../lib/calendar'
import { DataFault } from './data-fault'
import { words } from './words'

/** Whether a cache in between says (`X-Cache`, of nginx) that it gave its old copy because the source did not answer. */
export const isCached = (cache: string | null): boolean => cache === 'STALE'

/** What is wrong with an answer that is only a copy: it is shown, but nobody has checked it. */
export function cachedFault(answer: Answer): DataFault {
  const asOf = 'asOf' in answer ? Date.parse(String(answer.asOf)) : Number.NaN
  return new DataFault(
    'upstream',
    Number.isNaN(asOf) ? words.copy : words.copyOf(monthDay(asOf), clockText(asOf)),
  )
}
