import type { Course, Courses, Spell } from '../../contract/records/course'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { DAY, dayStart } from '../../lib/calendar'
import type { WorkOrder } from './records'
import { seenAt } from './summary-orders'
import { clustersOf } from './summary-groups'

/** For rules: `repeats`, the repeated orders of one place and topic within 30 days, by the key of the cluster. */
export function coursesOf(orders: Records<WorkOrder['columns']>, moment: Moment): Courses {
  let kept: ReadonlyMap<string, Course> | undefined
  return {
    repeats(key) {
      kept ??= repeatsIn(orders, moment)
      return kept.get(key)
    },
  }
}

/** An order is within the 30 days until the day that is the thirtieth after its own. */
const leaves = (accepted: number) => dayStart(accepted) + 30 * DAY

function repeatsIn(orders: Records<WorkOrder['columns']>, moment: Moment): ReadonlyMap<string, Course> {
  const seen = seenAt(orders, { ...moment, region: null })
  const [repeatOf, ids] = [orders.text('repeatOf'), orders.text('orderNo')]
  const clusterOf = clustersOf(seen)
  const spells = new Map<string, Spell[]>()
  for (let row = 0; row < orders.size; row++) {
    const from = seen.accepted[row] ?? Number.NaN
    const cluster = (repeatOf[row] ?? null) === null || from > seen.now ? null : clusterOf(row)
    if (!cluster) continue
    const own = spells.get(cluster.key) ?? []
    spells.set(cluster.key, own)
    own.push({ id: ids[row] ?? '', from, to: leaves(from), place: cluster.place })
  }
  return new Map([...spells].map(([key, own]) => [key, { spells: own, value: (n) => n }]))
}
