import type { CityDocument } from './document'

/** The moment and scope a demo document is asked for. */
export interface Moment {
  /** Epoch ms, quantised to the source's poll period so that all datasets of one tick agree. */
  readonly now: number
  /** Town or district code the panels are scoped to; null means the whole city. */
  readonly region: string | null
  /** Thresholds in force, by metric id (`config/metrics`): demo exceptions obey the same limits the wall prints. */
  readonly limits: Readonly<Record<string, number>>
}

export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

export type ParseResult<D> =
  | { readonly success: true; readonly data: D }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }

/** A dataset: its contract, and how the demo moves it. `id` is also the folder, the mock file name and the API name. */
export interface Dataset<D extends CityDocument = CityDocument> {
  readonly id: string
  parse(input: unknown): ParseResult<D>
  owns(document: CityDocument): document is D
  /** Demo only, pure: the document as it stands at `moment`. `inputs` are the datasets named in `derivedFrom`, at the same moment. */
  simulate?(document: CityDocument, moment: Moment, inputs: ReadonlyMap<string, CityDocument>): CityDocument
  readonly derivedFrom: readonly string[]
  /** Inputs are asked for the whole city even when the wall is scoped to a town (a map shows all towns). */
  readonly wholeCity: boolean
}

export interface DatasetSpec<D extends CityDocument> {
  readonly id: string
  readonly schema: { safeParse(input: unknown): ParseResult<D> }
  readonly derivedFrom?: readonly string[]
  readonly wholeCity?: boolean
  readonly simulate?: (document: D, moment: Moment, inputs: ReadonlyMap<string, CityDocument>) => D
}

/**
 * Makes a dataset. Everything in the cache was parsed by the schema of the contract id it carries, so that id is a sound
 * discriminator and no cast is needed between the cache and a View.
 */
export function defineDataset<D extends CityDocument>({
  id,
  schema,
  derivedFrom = [],
  wholeCity = false,
  simulate,
}: DatasetSpec<D>): Dataset<D> {
  const owns = (document: CityDocument): document is D => document.contract === `${id}/1`
  return {
    id,
    derivedFrom,
    wholeCity,
    owns,
    parse: (input) => schema.safeParse(input),
    ...(simulate && {
      simulate: (document: CityDocument, moment: Moment, inputs: ReadonlyMap<string, CityDocument>) =>
        owns(document) ? simulate(document, moment, inputs) : document,
    }),
  }
}
