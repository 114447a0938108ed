import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { at, isRecord } from '../json'
import type { PieceGiven, Pieces, ShapeScope } from '../shape/shape'
import { words } from './words'

/** Name under which an answer that is a list stands beside its pieces. */
const OWN = 'poll'

/**
 * What a mapping sees of several answers: that of the source's own address, and in it under the name of each request what that one gave,
 * all its pages as one list. A request that is done without is not there. All of it is masked.
 * @throws DataFault contract where the answer has a field of that name
 */
export async function withPieces(answer: unknown, { given }: Pieces, reader: ReadPiece): Promise<unknown> {
  // The own address decides whether there is anything.
  if (answer === null) return null
  const whole: Record<string, unknown> = isRecord(answer) ? { ...answer } : { [OWN]: answer }
  for (const piece of given) {
    if (Object.hasOwn(whole, piece.name))
      throw new DataFault('contract', words.answerHas, `requests.${piece.name}`)
    whole[piece.name] = await pieceOf(piece, reader)
  }
  return whole
}

/** What reads the bytes of one answer. */
type ReadPiece = (bytes: Uint8Array) => Promise<{
  readonly answer: unknown
  readonly unwrap: (answer: unknown, rule: PieceGiven['envelope']) => Promise<unknown>
  readonly mask: (value: unknown) => unknown
}>

async function pieceOf({ pages, paged, from, envelope }: PieceGiven, reader: ReadPiece) {
  const read: unknown[] = []
  for (const bytes of pages) {
    const { answer, unwrap, mask } = await reader(bytes)
    read.push(at(mask(await unwrap(answer, envelope)), from))
  }
  return paged ? read.flatMap((rows) => rows ?? []) : read[0]
}

/** A document with the time of the oldest piece it is made from, and with what it is made without. */
export function dated(document: unknown, { asOf, missing }: Pieces, { resource, receivedAt }: ShapeScope) {
  if (!isRecord(document)) return document
  const own: unknown = document['asOf'] ?? receivedAt
  const [told, oldest] = [Date.parse(String(own)), asOf === null ? Number.NaN : Date.parse(asOf)]
  const lacking = { kind: resource, read: 0, used: 0, dirty: false, faults: missing }
  return {
    ...document,
    // What is no time is told by the contract.
    asOf: oldest < told ? isoTime(oldest) : own,
    ...(missing.length > 0 && { rows: [lacking] }),
  }
}
