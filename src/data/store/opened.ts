import type { AnyKind } from '../../contract/records/kind'
import { arranged, pageOf, type Arranged, type RowList } from '../../contract/records/page'
import { sought } from '../../contract/records/sought'
import type { Found, Page, Points } from '../../contract/resource'
import { courseTold } from '../../contract/records/course-told'
import type { Wanted } from '../../contract/records/usual-band'
import type { RecordRow } from '../../contract/records/record-rows'
import { DataFault } from '../data-fault'
import type { ShapeScope } from '../shape/shape'
import { words } from '../shape/words'
import { recordRow, recordRows } from './record-rows'
import type { Shelf } from './shelf'

type Opened = Page<RecordRow> | Found<object> | Points

/** A list as a question narrows and orders it: its pages are cut from it for as long as the records are these. */
interface Kept {
  readonly key: string
  readonly list: RowList<RecordRow>
  readonly order: Arranged
}

/** Lists kept arranged: the one that is looked at, with and without what is looked for in it, and the one before. */
const MOST_KEPT = 4

const arrangedIn = new WeakMap<Shelf, Kept[]>()

/** Parts of a question that cut a page out of a list or sum it up, and make no other list. */
const CUTS = new Set(['cursor', 'from', 'limit', 'sum'])

/**
 * The list of a question. Hundreds of thousands of records take a second to be narrowed and ordered, and whoever scrolls asks for a page
 * of the same ones many times a second.
 */
async function keptOf(
  shelf: Shelf,
  name: readonly unknown[],
  parts: ShapeScope['parts'],
  make: () => RowList<RecordRow> | null,
): Promise<Kept | null> {
  const asked = Object.entries(parts).filter(([part]) => !CUTS.has(part))
  const key = JSON.stringify([...name, ...asked.toSorted(([a], [b]) => Number(a > b) - Number(a < b))])
  const all = arrangedIn.get(shelf) ?? []
  const known = all.find((one) => one.key === key)
  const whole = known ? null : make()
  if (!known && !whole) return null
  const list = known?.list ?? (whole && (await sought(whole, parts)))
  if (!list) return null
  const kept = known ?? { key, list, order: arranged(list, parts) }
  arrangedIn.set(shelf, [kept, ...all.filter((one) => one !== kept)].slice(0, MOST_KEPT))
  return kept
}

/**
 * The records that are kept of a domain, by the page, or one of them, or where they stand, or how a figure of theirs went, or what they lead one to expect. Each was judged by the contract of
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
  const opened = await counting.opened?.()
  if (name === 'course') {
    const [courses, { turnsIn }] = [counting.courses?.(book, moment) ?? {}, await import('./raise')]
    const usualOf = opened?.usualOf
    const given = {
      courses,
      turnsIn,
      usualOf: usualOf && ((of: Wanted) => usualOf(book, of, moment)),
    }
    return { ...about, row: courseTold(given, parts, moment.now) }
  }
  if (name === 'what-if') return { ...about, row: opened?.whatIfOf?.(book, moment, parts) ?? null }
  if (name === 'study') return { ...about, row: opened?.studyOf?.(book, moment, parts) ?? null }
  if (name === 'points') {
    const points = opened?.pointsOf?.(book, moment)
    if (!points) throw new DataFault('not-connected', words.noRecords(resource))
    // What was refused of the records is said by the document that is counted from them.
    return { ...about, ...points, refused: 0, leftOut: [] }
  }
  const viewsOf = opened?.viewsOf ?? counting.views
  const asked = { kinds: counting.kinds, viewsOf, book, tableOf, moment, parts }
  if (name === 'row' || name === 'study-row') return { ...about, row: recordRow(asked) }
  const versions = counting.kinds.map((kind) => tableOf(kind)?.version ?? null)
  const made = [resource, city, town, about.asOf, versions]
  const kept = await keptOf(shelf, made, parts, () => recordRows(asked))
  if (!kept) throw new DataFault('not-connected', words.noRecords(resource))
  return { ...about, ...pageOf(kept.list, parts, kept.order), leftOut: [] }
}
