import type { Book } from '../../contract/records/counting'
import { bandIn, hourLater, type UsualBand, type Wanted } from '../../contract/records/usual-band'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import { catalogueEntry, dataIssue, load, sharingCall, usualCalls } from './records'
import { isLate, judgedIn } from './summary-catalogue'
import { listedStores } from './summary-departments'
import { openAt } from './summary-issues'
import { deliveriesAt } from './summary-loads'
import { listedCalls } from './summary-sharing'

/**
 * Records for lists: their columns, and what follows from them. `late` is an entry that was not renewed within its cycle; `open` an issue
 * that is not closed, `overdue` one that is open for more workdays than it may be, and `ageDays` for how many; `holds` a load that says
 * what its store holds now, `today` a span of calls of today, `listed` the name under which a panel lists whose they are.
 */
export function viewsOf(book: Book, moment: Moment): Readonly<Record<string, RowView>> {
  const [entries, issues] = [book.of(catalogueEntry), book.of(dataIssue)]
  const [loads, calls] = [book.of(load), book.of(sharingCall)]
  const views: Record<string, RowView> = {}
  if (entries) {
    const judged = new Set(judgedIn(entries))
    const mounted = entries.flag('mounted')
    views['catalogue-entry'] = viewOf(catalogueEntry, entries, {
      fields: {
        late: (row) => judged.has(row) && isLate(entries, row, moment.now),
        unmounted: (row) => mounted[row] !== 2,
      },
    })
  }
  if (issues) {
    const { open, overdue, age } = openAt(issues, moment)
    views['data-issue'] = viewOf(dataIssue, issues, { fields: { open, overdue, ageDays: age } })
  }
  if (loads) {
    const deliveries = deliveriesAt(loads, moment.now)
    const listed = deliveries ? listedStores(deliveries) : () => null
    const stock = loads.number('stock')
    views['load'] = viewOf(load, loads, {
      fields: {
        stock: (row) => known(Math.round(stock[row] ?? Number.NaN)),
        holds: (row) => listed(row) !== null,
        listed,
      },
    })
  }
  if (calls) {
    const { seen, today, nameOf } = listedCalls(calls, moment.now)
    views['sharing-call'] = viewOf(sharingCall, calls, {
      fields: {
        calls: seen.calls,
        failures: (row) => known(seen.failures(row)),
        today: (row) => today.has(row),
        listed: nameOf,
      },
    })
  }
  return views
}

/** What is usual of the success rate of the calls of an hour, where the history of the city says so. */
export const usualOf = (book: Book, { course }: Wanted): UsualBand | null =>
  course === 'hour' ? hourLater(bandIn(book.of(usualCalls), (metric) => metric === 'success-60')) : null

const known = (value: number) => (Number.isNaN(value) ? null : value)
