import { isoTime } from '../lib/calendar'
import { DataFault } from './data-fault'
import type { LatestContext } from './latest'
import type { Numbered, Sent } from './pages'
import type { Question } from './read-source'
import { words } from './request-words'
import { isPaged, readRequests } from './requests'
import type { PieceGiven, Pieces } from './shape/shape'

/** What the further requests of a document gave, as it came over the line. */
export interface PiecesRead extends Pieces {
  /** Some of it came out of a cache in between. */
  readonly cached: boolean
}

/**
 * Reads what a document is made from besides the answer of its own address: one request after the other, each by the page, every time whole.
 * @throws DataFault of its own kind, the field below `requests.<name>`, of a request that is not optional
 */
export async function readPieces(
  context: LatestContext,
  { resource: { id, kind }, source, place }: Question,
  options: { readonly retry: boolean; readonly fresh: boolean },
): Promise<PiecesRead> {
  // A list is asked for by the page itself.
  if (kind !== 'document') throw new DataFault('not-connected', words.document, 'requests')
  const pages = await import('./records')
  const given: PieceGiven[] = []
  const { asOf, cached, missing } = await readRequests(source, async (asked, name) => {
    const wanted = { name: id, source: asked, place, since: '', etag: undefined }
    const kept: Uint8Array<ArrayBuffer>[] = []
    let before = 0
    const put = async (sent: Sent, page: Numbered) => {
      // The worker takes the bytes it is given; these are for when the document is read.
      if (sent.bytes) kept.push(sent.bytes.slice())
      const turned = await pages.putPage(context, wanted, sent, {
        ...page,
        whole: true,
        request: name,
        before,
      })
      before = turned.read ?? before
      return turned
    }
    const fetch = async (page: Numbered) => pages.fetchPage(context, wanted, page, options)
    // None is found unchanged: none is asked for by a tag.
    const read = await pages.readPages(asked, Number.POSITIVE_INFINITY, { fetch, put })
    const { from = '' } = asked.records
    given.push({ name, pages: kept, paged: isPaged(asked.poll?.url ?? ''), from, envelope: asked.envelope })
    return read
  })
  return { given, missing, cached, asOf: Number.isFinite(asOf) ? isoTime(asOf) : null }
}
