import type { Counting } from '../../contract/records/counting'
import { camera, outage, patrol, usual } from './records'
import { coursesOf } from './summary-courses'
import { faultsOf } from './summary-faults'
import { ageingOf, dayOf, trendOf } from './summary-flow'
import { patrolOf } from './summary-patrol'
import { qualityOf } from './summary-quality'
import { seenAt } from './summary-seen'
import { stockOf } from './summary-stock'
import { townsOf } from './summary-towns'

/** What the cameras of a city come to at a moment: every figure is a count over the same channels and outages, so everything adds up. */
export const counting: Counting = {
  kinds: [camera, outage, patrol, usual],
  courses: coursesOf,
  findings: { camera: () => import('./opened') },
  opened: () => import('./opened'),
  count(book, moment) {
    const seen = seenAt(book, moment)
    return {
      ...stockOf(seen),
      ...dayOf(seen),
      ...townsOf(seen, book),
      ...trendOf(seen),
      ...faultsOf(seen),
      ...ageingOf(seen),
      ...patrolOf(book, moment.now),
      ...qualityOf(seen),
    }
  },
}
