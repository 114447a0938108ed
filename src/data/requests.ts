import type { RequestRule } from '../config/source'
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
 * Reads what is joined to the rows of `source`, one request after the other, into the data worker: the rows come after them.
 * @throws DataFault of its own kind, the field below `requests.<name>`, of a request that is not optional
 */
export async function readRequests(
  source: RecordSource,
  read: (source: RecordSource, request: string) => Promise<ReadPages>,
): Promise<ReadRequests> {
  refuseWrong(source)
  let [asOf, cached] = [Number.POSITIVE_INFINITY, false]
  const missing: RowFaults[] = []
  for (const [name, request] of Object.entries(source.records.requests ?? {}))
    try {
      const pages = await read(asSource(source, request), name)
      asOf = Math.min(asOf, pages.asOf)
      cached ||= pages.cached
    } catch (error) {
      const fault = within(name, asFault(error))
      // A session that ended is not done without: somebody has to sign in.
      if (!request.optional || fault.kind === 'auth' || fault.kind === 'program') throw fault
      missing.push({
        field: `records.requests.${name}`,
        message: fault.message.slice(0, LONGEST),
        rows: 0,
        first: 0,
      })
    }
  return { asOf, cached, missing }
}

/** What the schema of the configuration leaves open, since only a site that has requests should load it. @throws DataFault not-connected */
function refuseWrong({ poll, records: { fields, requests = {} } }: RecordSource): void {
  const refuse = (field: string, why: string) => {
    throw new DataFault('not-connected', why, field)
  }
  const own = poll?.url ?? ''
  if (!fields) refuse('records.fields', words.fields)
  // What changed in one answer alone would not be among the changes of the other.
  if (own.includes('{since}')) refuse('poll.url', words.since)
  for (const [name, { url, next }] of Object.entries(requests)) {
    const at = `records.requests.${name}`
    if (/\{(?:region|since)\}/.test(url)) refuse(`${at}.url`, words.whole)
    // One address for several cities would join the rows of one to those of another.
    if (own.includes('{city}') && !url.includes('{city}')) refuse(`${at}.url`, words.city)
    if (url.includes('{cursor}') && next === undefined) refuse(`${at}.next`, words.next)
  }
}

/** A request is read as the source would be, were it alone there. */
function asSource(source: RecordSource, { url, envelope, ...request }: RequestRule): RecordSource {
  const { from, total, next, asOf, size, firstPage, maxRows } = request
  return {
    ...source,
    ...(source.poll && { poll: { ...source.poll, url } }),
    ...(envelope && { envelope }),
    records: {
      ...source.records,
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

function within(name: string, { kind, detail, field, sample }: DataFault): DataFault {
  const way = ['records.requests', name, ...(field === undefined ? [] : [field])].join('.')
  return new DataFault(kind, detail, way, sample)
}
