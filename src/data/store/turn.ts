import type { Loaded } from '../../contract/resource'
import { isoTime } from '../../lib/calendar'
import { DataFault } from '../data-fault'
import { at } from '../json'
import type { parseJson } from '../shape/lossless-json'
import type { normalise } from '../shape/normalise'
import type { PageAsk, ShapeJob } from '../shape/shape'
import { words as shaping } from '../shape/words'
import { words } from './join-words'

interface Tools {
  readonly parseJson: typeof parseJson
  readonly normalise: typeof normalise
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
  tools: Tools,
): Promise<Loaded> {
  const { records: rule, zone } = rules
  if (!rule) throw new DataFault('not-connected', shaping.noRecords(scope.resource))
  const answer = tools.parseJson(bytes)
  const data = rules.envelope ? (await import('../shape/envelope')).unwrap(answer, rules.envelope) : answer
  const found = at(data, rule.from ?? '')
  if (found === undefined) throw new DataFault('map', shaping.noData(rule.from), rule.from)
  const listed = page.by !== null || rule.total !== undefined
  if (listed && found !== null && !Array.isArray(found))
    throw new DataFault('contract', words.noList, rule.from ?? 'rows')
  const rows = Array.isArray(found) ? found.length : 0
  const run = { read: before + rows }
  if (run.read > rule.maxRows) throw new DataFault('contract', words.most(rule.maxRows), 'maxRows')
  const told = { total: at(data, rule.total ?? ''), next: at(data, rule.next ?? '') }
  const { moreAfter, leftAfter } = await import('./put-page')
  const more = moreAfter(rows, told, page, { run, rule })
  const asOf = rule.asOf === undefined ? scope.receivedAt : tools.normalise(at(data, rule.asOf), { zone })
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
