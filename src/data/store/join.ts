import type { JoinedRule, RecordsRule } from '../../config/source'
import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import { isBlank } from '../mapping/expression-values'
import { takeAt } from '../mapping/row-mapper'
import type { PageAsk, ShapeJob } from '../shape/shape'
import { words as shaping } from '../shape/words'
import type { Piece, Shelf } from './shelf'
import { COLUMN_FROM } from './store'
import { words } from './join-words'

interface Around {
  readonly job: ShapeJob
  readonly page: PageAsk
  readonly shelf: Shelf
}

const slot = ({ scope }: ShapeJob, name: string) => `${scope.city}/${scope.resource}/${name}`
const requestsOf = ({ rules }: ShapeJob) => Object.entries(rules.records?.requests ?? {})

/** A key as text, since one system may quote what another does not; undefined where none is said. */
function keyIn(row: unknown, take: (row: unknown) => unknown): string | undefined {
  const key = take(row)
  return (typeof key === 'string' || typeof key === 'number') && !isBlank(key)
    ? String(key).trim()
    : undefined
}

/**
 * Keeps one page of the request `name` until the rows it belongs to come.
 * @throws DataFault contract where no row has its key, one answer has a key twice, or there are too many
 */
export function putPiece(sent: readonly unknown[], name: string, { job, page, shelf }: Around): Piece {
  const request = job.rules.records?.requests?.[name]
  const at = slot(job, name)
  const before: Piece | undefined = page.first
    ? { rows: new Map<string, readonly unknown[]>(), read: 0, matched: 0 }
    : shelf.pieces.get(at)
  if (!request || !before) throw new DataFault('not-connected', shaping.lost(job.scope.resource))
  const piece: Piece = { rows: before.rows, read: before.read + sent.length, matched: 0 }
  const take = takeAt(request.key)
  if (sent.length > 0 && sent.every((row) => take(row) === undefined))
    throw new DataFault('contract', words.noneHas, request.key)
  if (piece.read > request.maxRows) throw new DataFault('contract', words.most(request.maxRows), 'maxRows')
  const here = new Map<string, string>()
  for (const row of sent) {
    const key = keyIn(row, take)
    if (key === undefined) continue
    const text = JSON.stringify(row)
    const twice = here.get(key)
    // Pages overlap, and then the later is the newer; one answer that says two things of one key is joined by the wrong one.
    if (!request.many && twice !== undefined && twice !== text)
      throw new DataFault('contract', words.keyTwice(key), request.key)
    here.set(key, text)
    piece.rows.set(key, request.many ? added(piece.rows.get(key), row, text) : [row])
  }
  shelf.pieces.set(at, piece)
  return piece
}

const added = (rows: readonly unknown[] = [], row: unknown, text: string): readonly unknown[] =>
  rows.some((each) => JSON.stringify(each) === text) ? rows : [...rows, row]

/** A place below the request that no row has was renamed: it is named as the request's, before any record is read by it. @throws DataFault contract */
export function refuseGone({ rows }: Piece, name: string, { fields = {} }: RecordsRule): void {
  const all = [...rows.values()].flat()
  if (all.length === 0) return
  for (const rule of Object.values(fields)) {
    if (typeof rule !== 'string' && (rule.optional === true || rule.default !== undefined)) continue
    const from = typeof rule === 'string' ? rule : rule.from
    // Of several places one is enough.
    if (typeof from !== 'string' || !from.startsWith(`${name}.`)) continue
    const way = from.slice(name.length + 1)
    const take = takeAt(way)
    if (all.every((row) => take(row) === undefined)) throw new DataFault('contract', words.noneHas, way)
  }
}

/** Rows with what each request says of them, under its name: null where it says nothing of this one. @throws DataFault */
export function joined(sent: readonly unknown[], around: Around): readonly unknown[] {
  const pieces = requestsOf(around.job).map(([name, request]) => ({
    name,
    request,
    take: takeAt(request.to ?? request.key),
    piece: pieceOf(name, around),
  }))
  if (pieces.length === 0) return sent
  return sent.map((row) => {
    if (!isRecord(row)) return row
    const whole: Record<string, unknown> = { ...row }
    for (const { name, request, take, piece } of pieces) {
      if (Object.hasOwn(row, name))
        throw new DataFault('contract', words.nameTaken, `records.requests.${name}`)
      const found = piece?.rows.get(keyIn(row, take) ?? '')
      if (found && piece) piece.matched++
      whole[name] = piece && request.many ? (found ?? []) : (found?.[0] ?? null)
    }
    return whole
  })
}

/** Undefined of one that is done without. @throws DataFault not-connected where the data worker has lost it */
function pieceOf(name: string, { job, page, shelf }: Around): Piece | undefined {
  if (page.missing?.some(({ field }) => field === `records.requests.${name}`)) return undefined
  const piece = shelf.pieces.get(slot(job, name))
  if (!piece) throw new DataFault('not-connected', shaping.lost(job.scope.resource))
  return piece
}

/** Where all rows are joined nothing is kept; `read` are they. @throws DataFault contract where so many rows have nothing in common */
export function letGo(read: number, { job, shelf }: Around): void {
  for (const [name, request] of requestsOf(job)) {
    const piece = shelf.pieces.get(slot(job, name))
    shelf.pieces.delete(slot(job, name))
    if (piece && piece.matched === 0 && Math.min(piece.read, read) >= COLUMN_FROM)
      throw new DataFault('contract', words.noneJoined(keysOf(request)), `records.requests.${name}.key`)
  }
}

const keysOf = ({ key, to = key }: JoinedRule) => (to === key ? key : `${to} = ${key}`)
