import type { RecordsRule, RequestRule, SourceConfig } from '../config/source'
import type { RowFaults } from '../contract/records/counting'
import { asFault, DataFault } from './data-fault'
import type { RecordSource } from './record-sources'
import { words } from './request-words'

/** What reading some pages came to. */
interface ReadPages {
  /** Data time of the oldest page, epoch ms. */
  readonly asOf: number
  readonly cached: boolean
}

/** What the further requests of a source came to. */
export interface ReadRequests extends ReadPages {
  /** Those that are done without. */
  readonly missing: readonly RowFaults[]
}

/** A message in the document is not longer. */
const LONGEST = 120

/**
 * Reads what belongs to the answer of `source`, one request after the other: of records what is joined to their rows, of a document what
 * it is mapped from; the own answer comes after them.
 * @throws DataFault of its own kind, the field below the name of the request, of a request that is not optional
 */
export async function readRequests(
  source: SourceConfig,
  read: (source: RecordSource, request: string) => Promise<ReadPages>,
): Promise<ReadRequests> {
  const { records } = source
  const at = records?.requests ? 'records.requests' : 'requests'
  const requests: Readonly<Record<string, RequestRule>> = records?.requests ?? source.requests ?? {}
  refuseWrong(source, requests, at)
  let [asOf, cached] = [Number.POSITIVE_INFINITY, false]
  const missing: RowFaults[] = []
  for (const [name, request] of Object.entries(requests))
    try {
      const pages = await read(asSource(source, request), name)
      asOf = Math.min(asOf, pages.asOf)
      cached ||= pages.cached
    } catch (error) {
      const fault = within(`${at}.${name}`, asFault(error))
      // A session that ended is not done without: somebody has to sign in.
      if (!request.optional || fault.kind === 'auth' || fault.kind === 'program') throw fault
      missing.push({
        field: `${at}.${name}`,
        message: fault.message.slice(0, LONGEST),
        rows: 0,
        first: 0,
      })
    }
  return { asOf, cached, missing }
}

/** What the schema of the configuration leaves open, since only a site that has requests should load it. @throws DataFault not-connected */
function refuseWrong(
  { poll, records, map, requests: ofDocument }: SourceConfig,
  requests: Readonly<Record<string, RequestRule>>,
  at: string,
): void {
  const refuse = (field: string, why: string) => {
    throw new DataFault('not-connected', why, field)
  }
  const own = poll?.url ?? ''
  if (records && ofDocument) refuse('requests', words.ofRecords)
  if (records && !records.fields) refuse('records.fields', words.fields)
  if (!records && map === undefined) refuse('map', words.map)
  // What changed in one answer alone would not be among the changes of the other.
  if (own.includes('{since}')) refuse('poll.url', words.since)
  // A document has one answer of its own: what comes by the page is a request.
  if (!records && isPaged(own)) refuse('poll.url', words.pages)
  for (const [name, { url, next }] of Object.entries(requests)) {
    const say = (why: string) => refuse(`${at}.${name}.url`, why)
    if (url.includes('{since}') || (records && url.includes('{region}'))) say(words.whole)
    // The rows of one city would be joined to those of another, or a town's figures stand under the name of the city.
    if (own.includes('{city}') && !url.includes('{city}')) say(words.city)
    if (!records && own.includes('{region}') !== url.includes('{region}')) say(words.region)
    if (url.includes('{cursor}') && next === undefined) refuse(`${at}.${name}.next`, words.next)
  }
}

/** Whether what this address gives comes by the page. */
export const isPaged = (url: string): boolean => /\{(?:page|offset|cursor)\}/.test(url)

/** What only the rows that are kept need. */
const OF_DOCUMENT: Pick<RecordsRule, 'dirtyShare' | 'optional' | 'wholeEveryMs'> = {
  dirtyShare: 0,
  optional: false,
  wholeEveryMs: 0,
}

/** A request is read as the source would be, were it alone there. */
function asSource(source: SourceConfig, { url, envelope, ...request }: RequestRule): RecordSource {
  const { from, total, next, asOf, size, firstPage, maxRows } = request
  return {
    ...source,
    ...(source.poll && { poll: { ...source.poll, url } }),
    ...(envelope !== undefined && { envelope: envelope ?? undefined }),
    records: {
      ...(source.records ?? OF_DOCUMENT),
      from,
      total,
      next,
      asOf,
      size,
      firstPage,
      maxRows,
      expect: undefined,
    },
  }
}

function within(way: string, { kind, detail, field, sample }: DataFault): DataFault {
  return new DataFault(kind, detail, field === undefined ? way : `${way}.${field}`, sample)
}
