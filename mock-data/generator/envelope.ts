import type { Absence } from '../../src/contract/document'
import { isoTime } from '../../src/lib/calendar'
import { REFERENCE, type CityBase } from './cities'
import { contradictionsOf, DOCUMENTS, published } from './facts'

export interface EnvelopeOptions {
  /** Areas of the fact base whose figures this dataset carries. */
  readonly areas: readonly string[]
  readonly sourceName: string
  readonly owner?: string
  readonly cadenceSeconds: number
  /** What the simulated series adds up to, or that its scale is assumed. */
  readonly basis?: string
  readonly absence?: Absence
}

/** The shared part of a mock document: published figures with their document, and a source that says it is simulated. */
export function envelope<const Id extends string>(city: CityBase, dataset: Id, options: EnvelopeOptions) {
  return {
    contract: `${dataset}/1` as const,
    city: city.id,
    region: city.code,
    asOf: isoTime(REFERENCE),
    source: {
      name: options.sourceName,
      owner: options.owner ?? city.bureau,
      cadenceSeconds: options.cadenceSeconds,
      simulated: options.absence === undefined,
      ...(options.basis === undefined ? {} : { basis: options.basis }),
    },
    ...(options.absence ? { absence: options.absence } : {}),
    document: DOCUMENTS[city.id] ?? null,
    published: published(city.id, options.areas),
    contradictions: contradictionsOf(city.id, dataset),
    exceptions: [],
  }
}
