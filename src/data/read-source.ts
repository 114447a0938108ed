import type { Answer, Resource } from '../contract/resource'
import type { Rule } from '../contract/rule'
import type { CityConfig } from '../config/city'
import type { SourceConfig } from '../config/source'
import { isoTime } from '../lib/calendar'
import { addressOf, type Parts, type Place } from './address'
import { DataFault } from './data-fault'
import type { ReaderThread } from './reader-thread'
import type { Sample } from './shape/sample'
import type { CountAsk, Pieces, ShapeScope } from './shape/shape'
import { readBytes, type ReadOptions } from './transport/read-json'
import { words } from './words'

export interface Reading {
  readonly url: string
  /** Undefined when nothing changed since `etag`. */
  readonly answer: Answer | undefined
  readonly etag: string | undefined
  readonly bytes: number
  readonly sample: Sample | undefined
  readonly date: string | null
  readonly cache: string | null
}

export interface ReadContext {
  readonly audience: ShapeScope['audience']
  /** Thresholds in force, by metric id. */
  readonly limits: ShapeScope['limits']
  /** When the offices of the city work. */
  readonly calendar: ShapeScope['calendar']
  /** By domain: what of it needs a person. */
  readonly rules?: Readonly<Record<string, readonly Rule[]>>
  /** Names of the city that a field of a row may be searched for. */
  readonly names?: ShapeScope['names']
  readonly fetch: ReadOptions['fetch']
  readonly thread: Pick<ReaderThread, 'read' | 'lives'>
}

/** What is asked, of whom. */
export interface Question {
  readonly resource: Resource
  readonly source: SourceConfig
  readonly place: Place
  readonly parts?: Parts
  /** Records that the document is counted from, beside what its own source says. */
  readonly count?: CountAsk | null
  /** What the further requests of the source gave. */
  readonly pieces?: Pieces | null
}

const NO_BYTES = { etag: undefined, date: null, cache: null }

/**
 * Reads a source once: GET → envelope, masking, mapping, normalising, counting, contract. Keeps nothing.
 * @throws DataFault
 */
export async function readSource(
  context: ReadContext,
  { resource, source, place, parts, count = null, pieces }: Question,
  options: { readonly etag?: string | undefined; readonly fresh?: boolean; readonly sample?: boolean } = {},
): Promise<Reading> {
  const { poll } = source
  if (!poll && !count) throw new DataFault('not-connected', words.noWay(resource.id, 'poll'))
  const url = addressOf(poll?.url ?? '', resource.id, place, parts)
  const { etag, fresh = false, sample = false } = options
  const sent = poll
    ? await readBytes(url, { ...poll, etag, fresh, fetch: context.fetch })
    : { ...NO_BYTES, bytes: new Uint8Array() }
  const about = { url, etag: sent.etag, date: sent.date, cache: sent.cache }
  if (!sent.bytes) return { ...about, answer: undefined, bytes: 0, sample: undefined }
  const bytes = sent.bytes.byteLength
  const judged = await context.thread.read({
    bytes: sent.bytes,
    rules: source,
    scope: scopeOf(resource, place, {
      // An address without the town cannot give the town's own data, whatever was chosen.
      region: count || poll?.url.includes('{region}') ? place.region : null,
      date: sent.date,
      audience: context.audience,
      limits: context.limits,
      calendar: context.calendar,
      raise: context.rules?.[resource.id] ?? [],
      count,
      parts,
      names: context.names,
    }),
    sample,
    ...(pieces && { pieces }),
  })
  return { ...about, answer: judged.answer, bytes, sample: judged.sample }
}

interface Told {
  readonly region: string | null
  /** The server's word for when it answered; our own clock only where it does not say. */
  readonly date: string | null
  readonly audience: ShapeScope['audience']
  readonly limits: ShapeScope['limits']
  readonly calendar: ShapeScope['calendar']
  readonly raise?: readonly Rule[]
  readonly count: CountAsk | null
  readonly parts?: Parts | undefined
  readonly names?: ShapeScope['names']
}

/** What the worker is told of the question. */
export function scopeOf(
  resource: Resource,
  place: Place,
  { region, date, audience, limits, calendar, raise = [], count, parts = {}, names }: Told,
): ShapeScope {
  const told = date === null ? Number.NaN : Date.parse(date)
  return {
    resource: resource.id,
    kind: resource.kind,
    contract: resource.contract,
    city: place.city,
    region: region ?? place.code,
    receivedAt: isoTime(Number.isNaN(told) ? Date.now() : told),
    audience,
    town: region,
    count,
    parts,
    limits,
    calendar,
    raise,
    ...(names && { names }),
  }
}

/** What of a city its sources' fields may be searched for. */
export const namesOf = ({
  towns = [],
  departments = [],
}: Partial<Pick<CityConfig, 'towns' | 'departments'>>): ShapeScope['names'] => ({
  town: towns,
  dept: departments.map((name) => ({ name })),
})
