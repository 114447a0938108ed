import type { RowList } from '../../contract/records/page'
import { DataFault } from '../data-fault'
import type { ShapeScope } from '../shape/shape'
import { words } from '../shape/words'
import { counted } from './count'
import type { Shelf } from './shelf'

/**
 * What is asked, from the records that are kept: the document they come to, a page of a list, or one row of it.
 * @throws DataFault not-connected where nothing makes such an answer, or the records have been lost
 */
export async function answerOf(base: object, scope: ShapeScope, shelf: Shelf): Promise<object> {
  if (scope.kind === 'document') return counted(base, scope, shelf)
  const list = await listOf(scope, shelf)
  const about = { contract: scope.contract, asOf: scope.count?.asOf }
  // Nobody asks for either in the first view.
  if (scope.kind === 'record') {
    const { rowOf } = await import('../../contract/records/page')
    return { ...about, row: rowOf(list, scope.parts['id'] ?? '') }
  }
  const { pageSought } = await import('../../contract/records/sought')
  return { ...about, ...(await pageSought(list, scope.parts)) }
}

async function listOf(
  { resource, city, town, limits, calendar, count }: ShapeScope,
  shelf: Shelf,
): Promise<RowList> {
  const [domain = '', name = ''] = resource.split('.')
  const counting = await shelf.find(domain)
  const make = counting?.lists?.[counting.rows?.[name] ?? name]
  const moment = { now: Date.parse(count?.asOf ?? ''), region: town, limits, calendar }
  const list = counting && make?.(shelf.book(city, counting.kinds), moment)
  if (!list) throw new DataFault('not-connected', words.noRecords(resource))
  return list
}
