import type { Answer } from '../contract/resource'
import { clockText, isoTime, monthDay } from '../lib/calendar'
import { DataFault } from './data-fault'
import { words } from './words'

/** Whether a cache in between says (`X-Cache`, of nginx) that it gave its old copy because the source did not answer. */
export const isCached = (cache: string | null): boolean => cache === 'STALE'

/** What is wrong with an answer that is only a copy: it is shown, but nobody has checked it. `now` is the shown moment, epoch ms. */
export function cachedFault(answer: Answer, now: number): DataFault {
  const asOf = 'asOf' in answer ? Date.parse(String(answer.asOf)) : Number.NaN
  if (Number.isNaN(asOf)) return new DataFault('upstream', words.copy)
  const today = isoTime(asOf).slice(0, 10) === isoTime(now).slice(0, 10)
  const at = today ? clockText(asOf) : `${monthDay(asOf)} ${clockText(asOf)}`
  return new DataFault('upstream', words.copyOf(at))
}
