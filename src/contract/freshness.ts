import type { CityDocument } from './document'

/** Late above 2 ×, stale above 5 × the source's own period. */
export const LATE_PERIODS = 2
export const STALE_PERIODS = 5

/** Age of the data in ms, by the source's own time; never negative (a source may run slightly ahead). */
export function ageOf(document: CityDocument, now: number): number {
  return Math.max(0, now - Date.parse(document.asOf))
}

/** Age of the data in periods of its source. */
function periodsOld(document: CityDocument, now: number): number {
  return ageOf(document, now) / (document.source.cadenceSeconds * 1000)
}

/** Too old to speak for the present: above `staleAfterMs` where the source says, else above five of its periods. */
export function isStale(document: CityDocument, now: number, staleAfterMs?: number): boolean {
  return staleAfterMs === undefined
    ? periodsOld(document, now) > STALE_PERIODS
    : ageOf(document, now) > staleAfterMs
}

/** The newest document by its data time; undefined when there is none. */
export function newestOf(documents: Iterable<CityDocument>): CityDocument | undefined {
  let newest: CityDocument | undefined
  for (const document of documents)
    if (!newest || Date.parse(document.asOf) > Date.parse(newest.asOf)) newest = document
  return newest
}
