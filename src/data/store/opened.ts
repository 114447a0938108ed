import type { AnyKind } from '../../contract/records/kind'
import { pageOf } from '../../contract/records/page'
import type { Found, Page } from '../../contract/resource'
import { courseTold } from '../../contract/records/course-told'
import type { RecordRow } from '../../contract/records/record-rows'
import { DataFault } from '../data-fault'
import type { ShapeScope } from '../shape/shape'
import { words } from '../shape/words'
import { recordRow, recordRows } from './record-rows'
import type { Shelf } from './shelf'

type Opened = Page<RecordRow> | Found<object>

/**
 * The records that are kept of a domain, by the page, or one of them, or how a figure of theirs went, or what they lead one to expect. Each was judged by the contract of
 * its kind before it was kept.
 * @throws DataFault not-connected where none are kept; contract where the question is wrong
 */
export async function openedOf(scope: ShapeScope, shelf: Shelf): Promise<Opened> {
  const { resource, city, town, limits, calendar, count, contract, parts } = scope
  const [domain = '', name = ''] = resource.split('.')
  const counting = await shelf.find(domain)
  if (!counting) throw new DataFault('not-connected', words.noRecords(resource))
  const tableOf = (kind: AnyKind) => {
    const store = shelf.store(city, kind)
    return Number.isNaN(store.asOf) ? undefined : store.table
  }
  const about = { contract, asOf: count?.asOf ?? '' }
  const [book, moment] = [
    shelf.book(city, counting.kinds),
    { now: Date.parse(about.asOf), region: town, limits, calendar },
  ]
  if (name === 'course') {
    const [courses, { turnsIn }] = [counting.courses?.(book, moment) ?? {}, await import('./raise')]
    return { ...about, row: courseTold({ courses, turnsIn }, parts, moment.now) }
  }
  const opened = await counting.opened?.()
  if (name === 'what-if') return { ...about, row: opened?.whatIfOf?.(book, moment, parts) ?? null }
  const viewsOf = opened?.viewsOf ?? counting.views
  const asked = { kinds: counting.kinds, viewsOf, book, tableOf, moment, parts }
  if (name === 'row') return { ...about, row: recordRow(asked) }
  const list = recordRows(asked)
  if (!list) throw new DataFault('not-connected', words.noRecords(resource))
  return { ...about, ...pageOf(list, parts), leftOut: [] }
}
