import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { at, isRecord } from '../json'
import { parseJson } from '../shape/lossless-json'
import { maskAnswer } from '../shape/mask-answer'
import { mayHoldMore, type PieceGiven, type Pieces, type ShapeJob, type ShapeScope } from '../shape/shape'
import { words } from './words'

/** Name under which an answer that is a list stands beside its pieces. */
const OWN = 'poll'

/**
 * What a mapping sees of several answers: that of the source's own address, and in it under the name of each request what that one gave,
 * all its pages as one list. A request that is done without is not there. All of it is masked.
 * @throws DataFault contract where the answer has a field of that name
 */
export async function withPieces(
  answer: unknown,
  { given }: Pieces,
  job: ShapeJob,
  open: Set<string>,
): Promise<unknown> {
  // The own address decides whether there is anything.
  if (answer === null) return null
  const whole: Record<string, unknown> = isRecord(answer) ? { ...answer } : { [OWN]: answer }
  for (const piece of given) {
    if (Object.hasOwn(whole, piece.name))
      throw new DataFault('contract', words.answerHas, `requests.${piece.name}`)
    whole[piece.name] = await pieceOf(piece, job, open)
  }
  return whole
}

async function pieceOf({ pages, paged, from, envelope }: PieceGiven, job: ShapeJob, open: Set<string>) {
  const { rules, scope } = job
  const read: unknown[] = []
  for (const bytes of pages) {
    const foreign = mayHoldMore(bytes) ? await import('../shape/foreign-text') : undefined
    const sent = parseJson(bytes)
    const data = envelope ? (await import('../shape/envelope')).unwrap(sent, envelope, foreign) : sent
    const { personal } = rules
    const seen = maskAnswer(data, { personal, audience: scope.audience, open, foreign, first: true })
    read.push(at(seen, from))
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
