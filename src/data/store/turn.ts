import type { RecordsRule } from '../../config/source'
import type { Loaded } from '../../contract/resource'
import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { at } from '../json'
import { parseJson } from '../shape/lossless-json'
import { normalise } from '../shape/normalise'
import type { PageAsk, ShapeJob } from '../shape/shape'
import { words as shaping } from '../shape/words'
import type { Run } from './store'
import { words } from './words'

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

/**
 * Looks at a page of a request that a document is made from: whether its envelope says yes, whether its rows are there, and what the next
 * one is asked by. The rows themselves are read with the document.
 * @throws DataFault json | auth | http | map | contract
 */
export async function turnPage(
  { bytes, rules, scope }: ShapeJob,
  page: PageAsk,
  before: number,
): Promise<Loaded> {
  const { records: rule, zone } = rules
  if (!rule) throw new DataFault('not-connected', shaping.noRecords(scope.resource))
  const answer = parseJson(bytes)
  const data = rules.envelope ? (await import('../shape/envelope')).unwrap(answer, rules.envelope) : answer
  const found = at(data, rule.from ?? '')
  if (found === undefined) throw new DataFault('map', shaping.noData(rule.from), rule.from)
  const listed = page.by !== null || rule.total !== undefined
  if (listed && found !== null && !Array.isArray(found))
    throw new DataFault('contract', words.noRows, rule.from ?? 'rows')
  const rows = Array.isArray(found) ? found.length : 0
  const run = { read: before + rows }
  if (run.read > rule.maxRows) throw new DataFault('contract', words.tooMany(rule.maxRows), 'maxRows')
  const told = { total: at(data, rule.total ?? ''), next: at(data, rule.next ?? '') }
  const more = moreAfter(rows, told, page, { run, rule })
  const asOf = rule.asOf === undefined ? scope.receivedAt : normalise(at(data, rule.asOf), { zone })
  const moment = Date.parse(String(asOf))
  if (Number.isNaN(moment)) throw new DataFault('contract', words.noTime, rule.asOf)
  return {
    contract: scope.contract,
    asOf: isoTime(moment),
    told: rule.asOf !== undefined,
    more,
    read: run.read,
    ...leftAfter(rows, told, page, { run, rule }),
  }
}
