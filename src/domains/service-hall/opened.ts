import type { Book } from '../../contract/records/counting'
import type { UsualBand, Wanted } from '../../contract/records/usual-band'
import { viewOf, type FieldReader, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import { DAY, dayStart, isYoungDay, MINUTE } from '../../lib/calendar'
import { counter, evaluation, terminal, ticket } from './records'
import { countersOf, isOpen, type Counter } from './summary-counters'
import { scopeOf, type Hall, type Scope } from './summary-halls'
import { reviewsOf } from './summary-reviews'
import { usualOf as usualIn } from './summary-usual'

// Of one piece with it: what both share with the figures would come in more pieces, and the figures with it.
export { whatIfOf } from './what-if'

/** What is usual of the longest wait in a hall at the same time of other weeks, where its history says so. */
export function usualOf(book: Book, { course, subject }: Wanted, { now }: Moment): UsualBand | null {
  if (course !== 'waits') return null
  const usual = usualIn(book, subject, now)
  return {
    weeks: usual.longestWeeks,
    // Of this weekday alone: a queue is told of today.
    at: (moment) =>
      dayStart(moment) === dayStart(now) ? (usual.longest(moment - dayStart(now)) ?? null) : null,
  }
}

type Views = Readonly<Record<string, RowView>>

/**
 * What happens in the halls, for lists: the columns of tickets, counters, reviews and terminals, and what follows from them. `town` and
 * `hallName` are those of the hall; `main` is said of what belongs to the hall that the figures speak of.
 */
export function viewsOf(book: Book, moment: Moment): Views {
  const scope = scopeOf(book, moment)
  return { ...ticketsIn(scope), ...countersIn(scope), ...reviewsIn(scope), ...terminalsIn(scope) }
}

/** What every row of a hall has: its name, where it lies, and whether it is the one that the figures speak of. */
function placed(
  scope: Scope,
  idOf: (row: number) => string | null,
): Record<'town' | 'hallName' | 'main', FieldReader> {
  const byId = new Map(scope.all.map((hall) => [hall.id, hall]))
  const hallOf = (row: number): Hall | undefined => byId.get(idOf(row) ?? '')
  return {
    town: (row) => hallOf(row)?.town ?? null,
    hallName: (row) => hallOf(row)?.name ?? null,
    main: (row) => scope.focus !== undefined && hallOf(row) === scope.focus,
  }
}

/** `today` was taken today; `state` is where it stands now, `waits` that it has not been called, and `waitedMinutes` for how long. */
function ticketsIn(scope: Scope): Views {
  const { queue, moment } = scope
  if (!queue) return {}
  const { tickets, taken } = queue
  const { now } = moment
  const halls = tickets.code('hall')
  const isToday = (row: number) => (taken[row] ?? 0) >= dayStart(now) && (taken[row] ?? 0) <= now
  const waits = (row: number) => isToday(row) && queue.state(row, now) === 'waiting'
  return {
    ticket: viewOf(ticket, tickets, {
      fields: {
        ...placed(scope, (row) => halls.values[halls.at[row] ?? 0] ?? null),
        today: isToday,
        state: (row) => queue.state(row, now),
        served: (row) => isToday(row) && queue.state(row, now) === 'done',
        waits,
        waitedMinutes: (row) => {
          const ms = waits(row) ? now - queue.since(row, now) : queue.wait(row)
          return Number.isNaN(ms) ? null : Math.floor(ms / MINUTE)
        },
      },
    }),
  }
}

/** `state` is what it is at now, said by the source or seen from its tickets; `open` that it serves or could. */
function countersIn(scope: Scope): Views {
  const table = scope.book.of(counter)
  if (!table) return {}
  const [ids, halls] = [table.text('counterNo'), table.code('hall')]
  let known: ReadonlyMap<string, Counter> | undefined
  const at = (row: number): Counter | undefined => {
    known ??= new Map(
      scope.all.flatMap((hall) => countersOf(scope, hall).map((one) => [one.id, one] as const)),
    )
    return known.get(ids[row] ?? '')
  }
  return {
    counter: viewOf(counter, table, {
      fields: {
        ...placed(scope, (row) => halls.values[halls.at[row] ?? 0] ?? null),
        state: (row) => at(row)?.state ?? null,
        open: (row) => {
          const one = at(row)
          return one ? isOpen(one) : null
        },
      },
    }),
  }
}

/**
 * Reviews that people gave themselves: `bad` one of the two lowest levels, and of those `open` one that is not closed, `overdue` one past
 * its deadline `due`; `recent` is of today, `month` of the last thirty days.
 */
function reviewsIn(scope: Scope): Views {
  const table = scope.book.of(evaluation)
  if (!table) return {}
  const { now } = scope.moment
  const reviews = reviewsOf(scope, table)
  const { rated, level, due, closed, stage, hall } = reviews
  const own = new Uint8Array(table.size)
  for (const row of reviews.rows) own[row] = 1
  const bad = (row: number) => own[row] === 1 && level(row) >= 3
  const open = (row: number) => bad(row) && !closed(row)
  const since = (from: number) => (row: number) => own[row] === 1 && (rated[row] ?? 0) >= from
  return {
    evaluation: viewOf(evaluation, table, {
      moments: ['due'],
      fields: {
        ...placed(scope, (row) => hall(row)?.id ?? null),
        bad,
        open,
        overdue: (row) => open(row) && due(row) < now,
        due: (row) => (bad(row) ? due(row) : null),
        stage: (row) => (open(row) ? stage(row) : null),
        recent: since(isYoungDay(now) ? now - DAY : dayStart(now)),
        month: since(dayStart(now) - 29 * DAY),
      },
    }),
  }
}

/** `faulty` is one that cannot serve now, `works` any other. */
function terminalsIn({ book, moment: { now } }: Scope): Views {
  const table = book.of(terminal)
  if (!table) return {}
  const [fault, since] = [table.code('fault'), table.time('faultAt')]
  const faulty = (row: number) =>
    (fault.values[fault.at[row] ?? 0] ?? null) !== null && !((since[row] ?? Number.NaN) > now)
  return { terminal: viewOf(terminal, table, { fields: { faulty, works: (row) => !faulty(row) } }) }
}
