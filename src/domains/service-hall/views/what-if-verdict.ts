import { clockText, MINUTE } from '../../../lib/calendar'
import { words } from '../insight-words'
import type { Variant, WhatIf } from '../what-if'

/** Minutes as they stand in the table. */
export const minutesText = (minutes: number | null): string =>
  minutes === null ? words.none : String(Math.round(minutes))

/** When waits are behind the limit again: a clock time, or that they never leave it, or do not come back. */
export function backText({ back }: Variant, { asOf, closes }: Pick<WhatIf, 'asOf' | 'closes'>): string {
  if (back === null) return words.none
  if (back <= 0) return words.inside
  const at = Math.ceil((Date.parse(asOf) + back * MINUTE) / MINUTE) * MINUTE
  return at >= Date.parse(closes) ? words.outside : clockText(at)
}

/** What follows from the table, in one sentence; nothing where no limit says what is enough. */
export function verdictOf(of: WhatIf): string | null {
  const { variants, enough, limit } = of
  const last = variants.at(-1)
  if (limit === null || !last) return null
  const found = variants.find(({ counters }) => counters === enough)
  const { verdict } = words
  if (!found) {
    const back = backText(last, of)
    const returns = back !== words.outside && back !== words.inside
    return verdict.none(
      last.counters,
      words.change(last.change),
      minutesText(last.coming),
      returns ? verdict.back(back) : '',
    )
  }
  const { counters, change } = found
  if (change === 0) return verdict.holds(counters)
  return verdict[change < 0 ? 'fewer' : 'more'](counters, words.change(change))
}
