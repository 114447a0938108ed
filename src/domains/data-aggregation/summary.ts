import type { Counting } from '../../contract/records/counting'
import { isoDate, startOfDay } from '../../lib/calendar'
import type { DataOperation } from './contract'
import { catalogueEntry, dataIssue, load, sharingCall, usualCalls } from './records'
import { catalogueOf, ontimeOf } from './summary-catalogue'
import { coursesOf } from './summary-courses'
import { departmentsOf } from './summary-departments'
import { batchOf, intakeOf } from './summary-intake'
import { issuesOf } from './summary-issues'
import { deliveriesAt } from './summary-loads'
import { sharingOf } from './summary-sharing'

/** What departments delivered, the catalogue, the calls and the issues come to. Only issues belong to towns. */
export const counting: Counting = {
  kinds: [load, catalogueEntry, sharingCall, dataIssue, usualCalls],
  courses: coursesOf,
  opened: () => import('./opened'),
  count(book, moment): DataOperation {
    const { now, region } = moment
    const [loads, entries, calls, issues] = [
      book.of(load),
      book.of(catalogueEntry),
      book.of(sharingCall),
      book.of(dataIssue),
    ]
    const deliveries = loads && deliveriesAt(loads, now)
    return {
      ...(deliveries && {
        loadedDay: isoDate(startOfDay(deliveries.day)),
        intake: intakeOf(deliveries, region),
        batch: batchOf(deliveries, now),
        ...departmentsOf(deliveries, region),
      }),
      ...(entries && { ...catalogueOf(entries, region), ...ontimeOf(entries, now, region) }),
      ...(calls && sharingOf(calls, moment, book.of(usualCalls))),
      ...(issues && issuesOf(issues, moment, deliveries)),
    }
  },
}
