import type { CityDocument } from './document'
import { newestOf } from './freshness'
import type { DocumentResource, Inputs } from './resource'

/** What is known of a derived document before anything is put together. */
export interface Envelope {
  readonly city: string
  /** Division code of the place it speaks of. */
  readonly region: string
  readonly source: Pick<CityDocument['source'], 'name' | 'owner' | 'cadenceSeconds'>
  /** The town that was chosen, null for the whole city. */
  readonly town?: string | null
  /** What a source of its own says besides: published figures, or operational data that needs no deriving. */
  readonly base: CityDocument | undefined
}

/**
 * The document of `resource` put together from `inputs`. It is as old as the newest thing it was made of, and no more often
 * renewed than that, and leaves out what alone is too old; it is simulated as soon as one of them is. A source of its own that has operational data wins.
 */
export function deriveDocument(
  { contract, derivation }: DocumentResource,
  { base, town = null, ...envelope }: Envelope,
  inputs: Inputs,
  stale: ReadonlySet<string>,
): CityDocument | undefined {
  const timely = new Map([...inputs].map(([id, document]) => [id, document && timelyOf(document, id, stale)]))
  const known = [...inputs.values()].flatMap((document) => document ?? [])
  const newest = newestOf(known)
  if (base && (base.operation !== null || base.absence || !newest)) return base
  if (!derivation || !newest) return undefined
  const { cadenceSeconds } = envelope.source
  return {
    contract,
    document: null,
    published: [],
    contradictions: [],
    exceptions: [],
    ...base,
    ...envelope,
    source: {
      ...(base?.source ?? envelope.source),
      cadenceSeconds: Math.max(cadenceSeconds, newest.source.cadenceSeconds),
      simulated: known.some(({ source }) => source.simulated),
    },
    asOf: newest.asOf,
    ...derivation.derive(timely, stale, town),
  }
}

/** `document` without its parts that are too old: under the time of the others they would pass for new. */
function timelyOf(document: CityDocument, id: string, stale: ReadonlySet<string>): CityDocument {
  const { operation, parts } = document
  if (!parts || typeof operation !== 'object' || operation === null) return document
  const timely = Object.entries(operation).filter(([part]) => !stale.has(`${id}/${part}`))
  return { ...document, operation: Object.fromEntries(timely) }
}
