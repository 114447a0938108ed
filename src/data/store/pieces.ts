import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { at, isRecord } from '../json'
import type { parseJson } from '../shape/lossless-json'
import type { maskAnswer } from '../shape/mask-answer'
import type { PieceGiven, Pieces, ShapeJob, ShapeScope } from '../shape/shape'
import { words } from './join-words'

export { turnPage } from './turn'

/** Name under which an answer that is a list stands beside its pieces. */
const OWN = 'poll'

/**
 * What a mapping sees of several answers: that of the source's own address, and in it under the name of each request what that one gave,
 * all its pages as one list. A request that is done without is not there. All of it is masked.
 * @throws DataFault contract where the answer has a field of that name
 */
export async function withPieces(answer: unknown, { given }: Pieces, around: Around): Promise<unknown> {
  // The own address decides whether there is anything.
  if (answer === null) return null
  const whole: Record<string, unknown> = isRecord(answer) ? { ...answer } : { [OWN]: answer }
  for (const piece of given) {
    if (Object.hasOwn(whole, piece.name))
      throw new DataFault('contract', words.answerHas, `requests.${piece.name}`)
    whole[piece.name] = await pieceOf(piece, around)
  }
  return whole
}

/** What the own answer was read with: handed in, so that the data worker starts without what only this needs. */
interface Around {
  readonly job: ShapeJob
  readonly open: Set<string>
  readonly parseJson: typeof parseJson
  readonly maskAnswer: typeof maskAnswer
}

async function pieceOf(
  { pages, paged, from, envelope }: PieceGiven,
  { job, open, ...read }: Around,
): Promise<unknown> {
  const foreign = await import('../shape/foreign-text')
  const { audience } = job.scope
  const rules = { personal: job.rules.personal, audience, open, foreign, first: true }
  const found: unknown[] = []
  for (const bytes of pages) {
    const sent = read.parseJson(bytes)
    const data = envelope ? (await import('../shape/envelope')).unwrap(sent, envelope, foreign) : sent
    found.push(at(read.maskAnswer(data, rules), from))
  }
  return paged ? found.flatMap((rows) => rows ?? []) : found[0]
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
