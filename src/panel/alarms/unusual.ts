import type { CityDocument } from '../../contract/document'
import { dayStart, HOUR, MINUTE } from '../../lib/calendar'
import { isFields, numberIn, textIn, type Fields } from '../../lib/fields'
import type { Unusual } from './handover'

/** Series of a document that know what is usual of them, read by shape: whichever domain brings one is heard. */
function seriesIn(value: unknown): readonly Fields[] {
  if (!isFields(value)) return []
  const own = ['now', 'low', 'high'].every((part) => Array.isArray(value[part])) ? [value] : []
  return [...own, ...Object.values(value).flatMap(seriesIn)]
}

const at = (series: Fields, part: string, i: number): number | null => {
  const values = series[part]
  const value: unknown = Array.isArray(values) ? values[i] : null
  return typeof value === 'number' ? value : null
}

/**
 * What of a shift lay outside its usual range; null where nothing did, or the document knows of no range. Steps that began before the
 * shift, or are not over, are not judged.
 */
export function unusualIn(
  { operation, asOf }: CityDocument,
  { begin, end }: { readonly begin: number; readonly end: number },
): Unusual | null {
  const told = Date.parse(asOf)
  const found = seriesIn(operation).flatMap((series) => {
    const step = (numberIn(series, 'stepMinutes') ?? 0) * MINUTE
    const from = Date.parse(textIn(series, 'from') ?? '')
    const first = Number.isNaN(from) ? dayStart(told) + (numberIn(series, 'startHour') ?? NaN) * HOUR : from
    const now = series['now']
    if (!(step > 0) || Number.isNaN(first) || !Array.isArray(now)) return []
    return now.flatMap((_, i) => {
      const [value, low, high] = [at(series, 'now', i), at(series, 'low', i), at(series, 'high', i)]
      const start = first + i * step
      if (value === null || low === null || high === null) return []
      if (start < begin || start >= end || start + step > told) return []
      const away = Math.max(low - value, value - high)
      return away > 0 ? [{ at: start, value, low, high, share: away / Math.max(1, high - low) }] : []
    })
  })
  const [worst] = found.toSorted((a, b) => b.share - a.share)
  if (!worst) return null
  const { share: _, ...step } = worst
  return { steps: found.length, ...step }
}
