import type { SourceConfig } from '../../config/source'
import type { Dataset } from '../../contract/dataset'
import type { CityDocument } from '../../contract/document'
import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import type { Mapper } from '../mapping/mapper'
import { readBytes, type ReadOptions } from './read-json'
import type { Shaped, ShapeScope } from '../shape/shape'

export interface Scope {
  readonly city: string
  /** Division code of the whole city. */
  readonly code: string
  /** Chosen town, null for the whole city. */
  readonly region: string | null
}

export interface Reading {
  readonly url: string
  /** Undefined when nothing changed since `etag`. */
  readonly document: CityDocument | undefined
  readonly etag: string | undefined
  readonly bytes: number
  readonly sample: Shaped['sample']
  /** What the shape step made of the answer, before the contract judged it; only with `sample`. */
  readonly mapped: unknown
  readonly date: string | null
  readonly cache: string | null
}

export interface ReadContext {
  readonly mode: 'demo' | 'live'
  readonly audience: ShapeScope['audience']
  readonly fetch: ReadOptions['fetch']
  readonly mapper: Mapper
}

/** The address a source is read at. Parts are escaped, so that no city or region leads to another path. */
export function urlOf(source: SourceConfig, id: string, scope: Scope, mode: 'demo' | 'live'): string {
  const region = mode === 'live' ? (scope.region ?? scope.code) : ''
  return (source.poll?.url ?? '')
    .replaceAll('{city}', encodeURIComponent(scope.city))
    .replaceAll('{region}', encodeURIComponent(region))
    .replaceAll('{dataset}', encodeURIComponent(id))
}

/**
 * Reads a source once: GET → shape (envelope, masking, mapping, normalising) → contract. Keeps nothing.
 * `onMapped` sees the shaped answer even when the contract then refuses it.
 * @throws DataFault
 */
export async function readSource(
  context: ReadContext,
  dataset: Dataset,
  source: SourceConfig,
  scope: Scope,
  {
    etag,
    fresh = false,
    onShaped,
  }: {
    readonly etag?: string | undefined
    readonly fresh?: boolean
    readonly onShaped?: (shaped: Shaped) => void
  } = {},
): Promise<Reading> {
  const { poll } = source
  if (!poll) throw new DataFault('not-connected', `sources.${dataset.id} 没有 poll`)
  const url = urlOf(source, dataset.id, scope, context.mode)
  const answer = await readBytes(url, { ...poll, etag, fresh, fetch: context.fetch })
  const about = { url, etag: answer.etag, date: answer.date, cache: answer.cache }
  if (!answer.bytes) return { ...about, document: undefined, bytes: 0, sample: undefined, mapped: undefined }
  const bytes = answer.bytes.byteLength
  const shaped = await context.mapper.shape({
    bytes: answer.bytes,
    rules: source,
    scope: {
      contract: dataset.contract,
      city: scope.city,
      // An address without the town cannot give the town's own data, whatever was chosen.
      region: (poll.url.includes('{region}') ? scope.region : null) ?? scope.code,
      receivedAt: isoTime(receivedAt(answer.date)),
      audience: context.audience,
    },
    sample: onShaped !== undefined,
  })
  onShaped?.(shaped)
  const document = check(dataset, shaped.document)
  return { ...about, document, bytes, sample: shaped.sample, mapped: shaped.document }
}

/** The server's word for when it answered; our own clock only where it does not say. */
function receivedAt(date: string | null): number {
  const told = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(told) ? Date.now() : told
}

/** Parses a document by the contract; the first wrong field is named. */
export function check(dataset: Dataset, document: unknown): CityDocument {
  const parsed = dataset.parse(document)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new DataFault(
    'contract',
    issue?.message ?? '未知错误',
    issue?.path.map(String).join('.') || '(整个文档)',
  )
}
