import type { Book } from '../../contract/records/counting'
import type { Course, Courses, Spell } from '../../contract/records/course'
import type { Moment } from '../../contract/records/summary'
import { DAY, startOfDay } from '../../lib/calendar'
import { catalogueEntry, load, sharingCall } from './records'
import { judgedIn } from './summary-catalogue'
import { callsAt } from './summary-calls'
import { TOLERANCE, zeroDays } from './summary-departments'
import { percent } from './summary-figures'
import { deliveriesAt, type Deliveries } from './summary-loads'
import { hoursIn } from './summary-sharing'

/**
 * For rules: `ontime`, the share of resources that were renewed in time; `zero-loads`, the empty loads in a row of a department, by its
 * id; `hour`, the success rate of the calls of the last full hour.
 */
export function coursesOf(book: Book, { now }: Moment): Courses {
  return {
    ontime() {
      const entries = book.of(catalogueEntry)
      return entries && ontimeCourse(entries)
    },
    'zero-loads'(id) {
      const loads = book.of(load)
      const deliveries = loads && deliveriesAt(loads, now)
      const dept = deliveries?.departments.findIndex((one) => one.id === id) ?? -1
      return deliveries && dept >= 0 ? zeroCourse(deliveries, dept) : undefined
    },
    hour() {
      const calls = book.of(sharingCall)
      return calls && hoursIn(callsAt(calls, now))
    },
  }
}

/** An entry is late from when its cycle, and a tenth of it, has run out. */
function ontimeCourse(entries: Parameters<typeof judgedIn>[0]): Course {
  const [ids, updated, cycles] = [
    entries.text('catalogId'),
    entries.time('updatedAt'),
    entries.number('cycleDays'),
  ]
  const rows = judgedIn(entries)
  const spells = rows.map((row): Spell => {
    const from = (updated[row] ?? Number.NaN) + (cycles[row] ?? Number.NaN) * TOLERANCE * DAY
    return { id: ids[row] ?? '', from, to: Infinity, place: null }
  })
  return { spells, value: (n) => percent(rows.length - n, rows.length, 2) ?? 100 }
}

/** An empty load counts from its arrival, or where nobody says when that was from the end of its day. */
function zeroCourse(deliveries: Deliveries, dept: number): Course {
  const { rows, known, departmentOf, dayOf, day } = deliveries
  const [ids, arrived] = [rows.text('loadId'), rows.time('arrivedAt')]
  const spells = zeroDays(deliveries, dept).flatMap((back): Spell[] => {
    const own = known.filter((row) => departmentOf(row) === dept && dayOf(row) === day - back)
    const last = own.at(-1)
    if (last === undefined) return []
    const at = arrived[last] ?? Number.NaN
    const from = Number.isNaN(at) ? startOfDay(day - back + 1) : at
    return [{ id: ids[last] ?? '', from, to: Infinity, place: null }]
  })
  return { spells, value: (n) => n }
}
