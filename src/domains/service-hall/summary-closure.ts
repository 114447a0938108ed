import { HOUR, isoTime } from '../../lib/calendar'
import { CLOSURE, LEVELS } from './codes'
import { order, shortened } from './summary-queue'
import type { Reviews } from './summary-reviews'
import { keyOf } from './summary-terminals'
import { words } from './summary-words'

const MOST_ROWS = 40

/** What became of the bad reviews. Left out where no review says how far it is: that is not kept there. */
export function closureOf(
  reviews: Reviews,
  from: number,
  measure: (value: number, period: string) => { value: number | null; unit: string; period: string },
) {
  const { rows, now, rated, limitWorkdays, count, level, due, stage } = reviews
  if (!reviews.told) return {}
  const bad = rows.filter((row) => level(row) >= 3)
  const open = bad.filter((row) => !reviews.closed(row))
  const sum = (some: Uint32Array) => some.reduce((n, row) => n + count(row), 0)
  return {
    open: measure(sum(open), words.now),
    overdue: measure(sum(open.filter((row) => due(row) < now)), words.now),
    limitWorkdays,
    closedMonth: sum(bad.filter((row) => reviews.closed(row) && (rated[row] ?? 0) >= from)),
    stages: CLOSURE.map((key) => {
      const own = open.filter((row) => stage(row) === key)
      const oldest = own.reduce((n, row) => Math.max(n, now - (rated[row] ?? now)), 0)
      return { key, count: sum(own), oldestHours: own.length === 0 ? null : Math.round(oldest / HOUR) }
    }),
    rows: rowsOf(reviews, open),
  }
}

/** The bad reviews somebody has to look at, by time left. */
function rowsOf({ table, rated, hall, level, due, stage }: Reviews, open: Uint32Array) {
  const [ids, business] = [table.text('evaluationNo'), table.code('business')]
  return Array.from(open)
    .toSorted((a, b) => due(a) - due(b) || order(ids[a] ?? '', ids[b] ?? ''))
    .slice(0, MOST_ROWS)
    .map((row) => {
      const topic = business.values[business.at[row] ?? 0]
      const where = hall(row)
      const [receivedAt, dueAt] = [isoTime(rated[row] ?? 0), isoTime(due(row))]
      return {
        key: keyOf(ids[row] ?? ''),
        hall: where?.short ?? words.noHall,
        ...(where?.town && {
          place: { code: where.town.code, name: shortened(where.town.name || where.town.code, 16) },
        }),
        ...(topic && { business: shortened(topic, 8) }),
        level: level(row) === 3 ? LEVELS[3] : LEVELS[4],
        stage: stage(row),
        // A limit that has run out with the review says nothing of when it came in.
        ...(receivedAt < dueAt && { receivedAt }),
        dueAt,
      }
    })
}
