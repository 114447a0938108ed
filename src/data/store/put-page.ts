import type { FieldRules } from '../../config/field-rule'
import type { RecordsRule } from '../../config/source'
import type { AnyKind } from '../../contract/records/kind'
import type { Loaded } from '../../contract/resource'
import { DAY, isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { isRecord } from '../json'
import type { Judged } from '../read-job'
import type { Evaluate, PageAsk, Shaped, ShapeJob } from '../shape/shape'
import { words as shaping } from '../shape/words'
import type { PageRows } from './rows-seen'
import type { Shelf } from './shelf'
import { COLUMN_FROM, nameOf, type Run } from './store'
import { words } from './words'

/** What pages are put with. */
interface PutTools {
  readonly shelf: Shelf
  readonly evaluate: Evaluate
  /** Is shown the rows of the page, where somebody asked to see them. */
  readonly look?: (rows: PageRows) => void
}

/** Puts a page into its store; says what its rows showed only where somebody asked. @throws DataFault contract | not-connected | map */
export async function judgePage(
  shaped: Shaped,
  job: ShapeJob,
  page: PageAsk,
  tools: PutTools,
): Promise<Judged> {
  const put = async (look?: PutTools['look']) =>
    putPage(shaped.document, job, page, { ...tools, ...(look && { look }) })
  if (!job.sample) return { answer: await put(), sample: undefined }
  return (await import('./put-seen')).putSeen(shaped, job, put)
}

/**
 * Puts one page of records (shaped: `{ rows, total, next, asOf }`) into the store of their kind. With the last page they take the place of
 * what was kept; until then, and when a page fails, that stands.
 * @throws DataFault contract | not-connected
 */
async function putPage(
  document: unknown,
  job: ShapeJob,
  page: PageAsk,
  { shelf, evaluate, look }: PutTools,
): Promise<Loaded> {
  const { rules, scope } = job
  const rule = rules.records
  if (rule === undefined || !isRecord(document))
    throw new DataFault('not-connected', shaping.noRecords(scope.resource))
  const kind = await kindOf(scope.resource, shelf)
  const { rows: found, asOf } = document
  // Where a list is null there is none; where it is not there, or an expression found nothing, it stands elsewhere.
  const none = found === null && rules.map === undefined
  // Few sources give their rows by the column.
  // Where points are converted, its rows have been made before.
  const turned = rules.crs !== undefined && rules.crs !== 'WGS-84' && Array.isArray(found)
  const byColumn = rule.columns && !none && !turned && (await import('./rows-of-columns'))
  const sent = none ? [] : byColumn ? byColumn.rowsOfColumns(found, rule.from ?? 'rows') : found
  if (!Array.isArray(sent)) throw new DataFault('contract', words.noRows, rule.from ?? 'rows')
  const unknown = Object.keys(rule.fields ?? {}).find((name) => !(name in kind.columns))
  if (unknown !== undefined)
    throw new DataFault('contract', words.noColumn(kind.id), `records.fields.${unknown}`)

  // Few sources are read from several addresses.
  const join = rule.requests && (await import('./join'))
  if (join && page.request !== undefined) {
    const piece = join.putPiece(sent, page.request, { job, page, shelf })
    const more = moreAfter(sent.length, document, page, { run: piece, rule })
    if (more === null) join.refuseGone(piece, page.request, rule)
    const told = rule.asOf !== undefined
    const left = leftAfter(sent.length, document, page, { run: piece, rule })
    return { contract: scope.contract, asOf: isoTime(Date.parse(String(asOf))), told, more, ...left }
  }
  const rows = join?.joined(sent, { job, page, shelf }) ?? sent
  const store = shelf.store(scope.city, kind)
  const name = `${scope.city}/${kind.id}`
  const run = (page.first ? undefined : shelf.runs.get(name)) ?? store.begin(page.whole)
  shelf.runs.set(name, run)
  const { fields } = rule
  // A source that names its fields as the contract does needs none of what reads foreign ones.
  const mapping = fields && (await import('../mapping/map-rows'))
  const mapped = mapping
    ? await mapping.mapRows(rows, fields, { job, columns: kind.columns, evaluate })
    : rows
  look?.({ kind, raw: rules.map === undefined ? rows : undefined, mapped, before: run.read })
  const way = wayOf(fields?.[kind.key])
  run.put(mapped, fields && Object.keys(fields), (i) => nameOf(rows[i], way ?? kind.key))
  if (run.read > rule.maxRows) throw new DataFault('contract', words.tooMany(rule.maxRows), 'records.maxRows')
  const more = moreAfter(rows.length, document, page, { run, rule })
  const moment = Date.parse(String(asOf))
  if (more === null) {
    refuseColumn(kind, run, page.whole)
    shelf.runs.delete(name)
    join?.letGo(run.read, { job, page, shelf })
    run.commit(moment, isRecord(document['expected']) ? document['expected'] : {}, page.missing)
    if (rule.keepDays !== undefined) store.dropBefore(moment - rule.keepDays * DAY)
  }
  const left = leftAfter(rows.length, document, page, { run, rule })
  return { contract: scope.contract, asOf: isoTime(moment), told: rule.asOf !== undefined, more, ...left }
}

/** Where a field stands in a foreign row, if it is taken as it is. */
function wayOf(rule: FieldRules[string] | undefined): string | undefined {
  if (typeof rule === 'string') return rule
  const from = rule && 'from' in rule ? rule.from : undefined
  return typeof from === 'string' ? from : undefined
}

async function kindOf(resource: string, { find }: Shelf): Promise<AnyKind> {
  const [domain = ''] = resource.split('.')
  const kind = (await find(domain))?.kinds.find(({ id }) => id === resource)
  if (kind === undefined) throw new DataFault('not-connected', shaping.noRecords(resource))
  return kind
}

interface Turned {
  readonly run: Pick<Run, 'read'>
  readonly rule: Pick<RecordsRule, 'total' | 'next' | 'size'>
}

/** What the next page is asked by. @throws DataFault contract where the source has fewer rows than it says, or turns in a circle */
export function moreAfter(
  rows: number,
  { total, next }: Readonly<Record<string, unknown>>,
  { by, at }: PageAsk,
  { run, rule }: Turned,
): string | null {
  const declared = rule.total === undefined ? undefined : Number(total ?? Number.NaN)
  if (Number.isNaN(declared))
    throw new DataFault('contract', words.cut(run.read, JSON.stringify(total ?? null)), rule.total)
  if (by === 'cursor') {
    const cursor = typeof next === 'string' || typeof next === 'number' ? String(next) : ''
    if (cursor !== '' && cursor === at) throw new DataFault('contract', words.circle, rule.next)
    if (cursor !== '') return cursor
  } else if (by !== null && rows > 0) {
    const goesOn = declared === undefined ? rows >= rule.size : run.read < declared
    if (goesOn) return String(by === 'page' ? Number(at) + 1 : run.read)
  }
  if (declared !== undefined && run.read < declared)
    throw new DataFault('contract', words.cut(run.read, String(declared)), rule.total)
  return null
}

/** How many numbered pages like this one are still to come, by the total; nothing where that is not said. */
export function leftAfter(
  rows: number,
  { total }: Readonly<Record<string, unknown>>,
  { by }: PageAsk,
  { run, rule }: Turned,
): Pick<Loaded, 'left'> {
  if (by !== 'page' || rule.total === undefined || rows === 0) return {}
  return { left: Math.max(0, Math.ceil((Number(total) - run.read) / rows)) }
}

/** Where no row is left, no row was dirty but a column is wrong. */
function refuseColumn({ id }: AnyKind, { worst, used, read }: Run, whole: boolean): void {
  if (worst && used === 0 && (whole || read >= COLUMN_FROM))
    throw new DataFault('contract', words.wrongColumn(worst.message, worst.rows), `${id}.${worst.field}`)
}
