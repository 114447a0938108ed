import type { Book } from '../../contract/records/counting'
import { viewOf, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import { catalogueEntry, dataIssue } from './records'
import { isLate, judgedIn } from './summary-catalogue'
import { openAt } from './summary-issues'

/**
 * Entries and issues for lists: their columns, and what follows from them. `late` is an entry that was not renewed within its cycle;
 * `open` an issue that is not closed, `overdue` one that is open for more workdays than it may be, and `ageDays` for how many.
 */
export function viewsOf(book: Book, moment: Moment): Readonly<Record<string, RowView>> {
  const [entries, issues] = [book.of(catalogueEntry), book.of(dataIssue)]
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
  return views
}
