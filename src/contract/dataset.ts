import { isoTime } from '../lib/calendar'
import type { CityDocument } from './document'
import { newestOf } from './freshness'
import { readerOf, type ParseResult, type Previous, type Schema } from './reader'

/** The moment and scope a document is put together for. */
export interface Moment {
  /** Epoch ms; in the demo quantised to the source's poll period so that all datasets of one tick agree. */
  readonly now: number
  /** Town or district code the panels are scoped to; null means the whole city. */
  readonly region: string | null
  /** Thresholds in force, by metric id (`config/metrics`): demo exceptions obey the same limits the wall prints. */
  readonly limits: Readonly<Record<string, number>>
  /** Age in ms from which a dataset's document is stale, for those whose source says so. */
  readonly staleAfterMs?: Readonly<Record<string, number>>
}

/** Documents of the datasets named in `derivedFrom`, by dataset id. One that could not be read is not there. */
export type Inputs = ReadonlyMap<string, CityDocument>

/** What is known of a derived document before anything is put together. */
export type Envelope = Pick<CityDocument, 'city' | 'region' | 'source'>

/** What a derivation works out; everything around it is the same for all. */
export interface Derived<D extends CityDocument> {
  readonly operation: D['operation']
  readonly exceptions?: CityDocument['exceptions']
}

/** A dataset: its contract, and how the demo moves it. `id` is also the folder, the mock file name and the API name. */
export interface Dataset<D extends CityDocument = CityDocument> {
  readonly id: string
  /** What its documents carry as `contract`: `<id>/<version>`. */
  readonly contract: string
  /** Reads a document of this version, or of the one before it, which is brought up to this one. */
  parse(input: unknown): ParseResult<D>
  owns(document: CityDocument): document is D
  /** Demo only, pure: the document as it stands at `moment`. `inputs` are the datasets named in `derivedFrom`, at the same moment. */
  simulate?(document: CityDocument, moment: Moment, inputs: Inputs): CityDocument
  /** Live, pure: the document put together from `inputs`, for `parse` to judge like any other. */
  derive?(envelope: Envelope, moment: Moment, inputs: Inputs): unknown
  readonly derivedFrom: readonly string[]
  /** Inputs are asked for the whole city even when the wall is scoped to a town (a map shows all towns). */
  readonly wholeCity: boolean
}

export interface DatasetSpec<D extends CityDocument, Old extends CityDocument> {
  readonly id: string
  /** Raised by a change that an integrator's document of today would not survive; the schema's `contract` says the same. */
  readonly version?: number
  readonly schema: Schema<D>
  /** How the version before this one is still read. */
  readonly previous?: Previous<Old, D>
  readonly derivedFrom?: readonly string[]
  readonly wholeCity?: boolean
  readonly simulate?: (document: D, moment: Moment, inputs: Inputs) => CityDocument
  /** `base` is the operational part the demo starts from; live there is none. */
  readonly derive?: (moment: Moment, inputs: Inputs, base: D['operation'] | null) => Derived<D>
}

/**
 * Makes a dataset. Everything in the cache was parsed by the schema of the contract id it carries, so that id is a sound
 * discriminator and no cast is needed between the cache and a View.
 */
export function defineDataset<D extends CityDocument, Old extends CityDocument = CityDocument>({
  id,
  version = 1,
  schema,
  previous,
  derivedFrom = [],
  wholeCity = false,
  simulate,
  derive,
}: DatasetSpec<D, Old>): Dataset<D> {
  const contract = `${id}/${version}`
  const owns = (document: CityDocument): document is D => document.contract === contract

  /** The same derivation as live; only the clock and the words around it are the demo's. */
  function derivedDemo(document: D, moment: Moment, inputs: Inputs): CityDocument {
    const region = wholeCity ? document.region : (moment.region ?? document.region)
    return { ...document, region, ...derive?.(moment, inputs, document.operation), asOf: isoTime(moment.now) }
  }

  const move = simulate ?? (derive && derivedDemo)
  return {
    id,
    contract,
    derivedFrom,
    wholeCity,
    owns,
    parse: readerOf({ id, version, schema, ...(previous && { previous }) }),
    ...(derive && {
      derive: (envelope: Envelope, moment: Moment, inputs: Inputs) => ({
        ...around(contract, envelope, moment, inputs),
        ...derive(moment, inputs, null),
      }),
    }),
    ...(move && {
      simulate: (document: CityDocument, moment: Moment, inputs: Inputs) =>
        owns(document) ? move(document, moment, inputs) : document,
    }),
  }
}

/**
 * The envelope of a derived live document. It is as old as the newest thing it was made of, and no more often renewed than that;
 * made of nothing, it says so as of now.
 */
function around(contract: string, envelope: Envelope, { now }: Moment, inputs: Inputs) {
  const newest = newestOf(inputs.values())
  const own = envelope.source.cadenceSeconds
  return {
    contract,
    document: null,
    published: [],
    contradictions: [],
    exceptions: [],
    ...envelope,
    source: { ...envelope.source, cadenceSeconds: Math.max(own, newest?.source.cadenceSeconds ?? own) },
    asOf: newest?.asOf ?? isoTime(now),
  }
}
