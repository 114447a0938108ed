import type { CityDocument } from '../../contract/document'
import type { WorkCalendar } from '../../lib/working-time'

/** What a domain of the demo starts from: `mock-data/<city>/seed/<domain>.json`. */
export interface Seed<D extends CityDocument = CityDocument, Params = unknown> {
  /** The envelope with the published figures, and what of the operational part does not move. */
  readonly document: D
  /** Sizes, names and shares the city is made from; null where the city has no such domain, or nothing was published to add up to. */
  readonly demo: Params | null
}

/** The moment and scope an answer is made for. */
export interface Moment {
  /** Epoch ms. */
  readonly now: number
  /** Town or district code; null for the whole city. */
  readonly region: string | null
  /** On which days and at which hours offices work. */
  readonly calendar: WorkCalendar
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * Whether `value` is a seed of the domain with contract `contract` whose parameters have all of `params`. The full schema (`seed.ts`
 * beside each domain) judges the files when they are written (`npm run mock-data -- --check`), and the contract judges what is made
 * of them, so that the demo need not carry a validator of its own.
 */
export function isSeed<S extends Seed>(
  value: unknown,
  contract: string,
  params: readonly (keyof NonNullable<S['demo']>)[],
): value is S {
  if (!isObject(value) || !('document' in value) || !('demo' in value)) return false
  const { document, demo } = value
  if (!isObject(document) || !('contract' in document) || document.contract !== contract) return false
  return demo === null || (isObject(demo) && params.every((name) => name in demo))
}
