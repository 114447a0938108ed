import type { CityDocument } from './document'

/** Late above 2 ×, stale above 5 × the source's own period. */
export const LATE_PERIODS = 2
export const STALE_PERIODS = 5

/** Age of the data in ms, by the source's own time; never negative (a source may run slightly ahead). */
export function ageOf(document: CityDocument, now: number): number {
  return Math.max(0, now - Date.parse(document.asOf))
}

/**
 * `document` as it stands for its parts `names`: one with a time of its own gives it that and its own period. Of several, and of what
 * has none, the time is that of what turns late first.
 */
export function datedBy(document: CityDocument, names: readonly string[]): CityDocument {
  const { parts, source } = document
  if (!parts) return document
  const dated = names.map((name) => {
    const { asOf, cadenceSeconds = source.cadenceSeconds } = parts[name] ?? {}
    return asOf === undefined ? document : { ...document, asOf, source: { ...source, cadenceSeconds } }
  })
  return dated.reduce((first, next) => (lateAt(next) < lateAt(first) ? next : first), dated[0] ?? document)
}

/** When the data is called late, epoch ms. */
const lateAt = ({ asOf, source }: CityDocument) =>
  Date.parse(asOf) + LATE_PERIODS * 1000 * source.cadenceSeconds

/** Parts of `document` with a time of their own that are too old to speak for the present. */
export const staleParts = (document: CityDocument, now: number): readonly string[] =>
  Object.keys(document.parts ?? {}).filter((part) => isStale(datedBy(document, [part]), now))

/** What of the domain `id` is too old to speak for the present: `hotline` of its document, `hotline/towns` of a part that alone is. */
export const staleOf = (
  id: string,
  document: CityDocument | undefined,
  now: number,
  staleAfterMs?: number,
): readonly string[] =>
  document
    ? [
        ...(isStale(document, now, staleAfterMs) ? [id] : []),
        ...staleParts(document, now).map((part) => `${id}/${part}`),
      ]
    : []

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
