import { dayStart } from '../../lib/calendar'
import type { Counting } from '../../contract/records/counting'
import type { HallOperation } from './contract'
import { booking, counter, evaluation, hall as hallKind, pastQueues, terminal, ticket } from './records'
import { bookingsPart } from './summary-bookings'
import { courseOf, lastDays } from './summary-course'
import { coursesOf } from './summary-courses'
import { counterPart, countersOf, isOpen, type Counter } from './summary-counters'
import { dayPart } from './summary-day'
import { evaluationPart } from './summary-evaluation'
import { figuresOf, presentOf, type Present } from './summary-figures'
import { scopeOf, type Hall, type Scope } from './summary-halls'
import { businessPart, linePart } from './summary-kinds'
import { lastDayPart } from './summary-lastday'
import { shortened } from './summary-queue'
import { servicePart } from './summary-service'
import { townPart } from './summary-terminals'
import { usualOf } from './summary-usual'
import { words } from './summary-words'

const MOST_HALLS = 40

export const counting: Counting = {
  kinds: [hallKind, ticket, booking, counter, evaluation, terminal, pastQueues],
  courses: coursesOf,
  opened: () => import('./opened'),
  count(book, moment): HallOperation {
    const scope = scopeOf(book, moment)
    const { halls, queue, focus } = scope
    const seen = focus && !halls.includes(focus) ? [...halls, focus] : halls
    const present = new Map(queue ? seen.map((one) => [one, presentOf(queue, one.today, moment.now)]) : [])
    const counters = new Map(seen.map((one) => [one, countersOf(scope, one)]))
    const own = new Map([...present].filter(([one]) => halls.includes(one)))
    const told = focus ? focusPart(scope, focus, present.get(focus), counters.get(focus) ?? []) : {}
    const { service } = servicePart(scope, focus)
    return {
      ...told,
      ...(service && { service }),
      // A hall that does not speak for all has no tickets of its own here, and no last day either.
      ...(focus &&
        service?.state === 'closed' &&
        told.tickets?.value === 0 &&
        lastDayPart(book, moment, focus)),
      ...(focus &&
        told.hall &&
        service?.state === 'closed' &&
        service.opensAt !== undefined &&
        bookingsPart(scope, focus, service.opensAt)),
      ...hallsPart(scope, own, counters),
      ...townPart(scope, own),
      ...evaluationPart(scope),
    }
  },
}

/** Everything that speaks of the focus hall, under its name. Several halls of which no place is known have none that speaks for them. */
function focusPart(
  scope: Scope,
  focus: Hall,
  present: Present | undefined,
  counters: readonly Counter[],
): HallOperation {
  if (!focus.town && scope.all.length > 1) return {}
  const { queue, book, moment } = scope
  const named = {
    ...(focus.town && {
      hall: { id: focus.key, name: focus.name, short: focus.short, code: focus.town.code },
    }),
    ...counterPart(scope, counters),
  }
  if (!queue || !present) return named
  const usual = usualOf(book, focus.id, moment.now)
  return {
    ...named,
    ...figuresOf(scope, focus, present, usual),
    ...dayPart(scope, focus, queue, usual, present.waits),
    ...linePart(scope, focus, queue, counters),
    ...businessPart(scope, focus, queue),
  }
}

interface Seen {
  readonly present: Present | undefined
  readonly counters: readonly Counter[]
  /** Tickets of its last day before today; undefined where they are not needed or not known. */
  readonly before: readonly number[] | undefined
}

type HallRow = NonNullable<HallOperation['halls']>[number]

function hallsPart(
  scope: Scope,
  present: ReadonlyMap<Hall, Present>,
  counters: ReadonlyMap<Hall, readonly Counter[]>,
): Pick<HallOperation, 'all' | 'halls'> {
  const { halls, queue, all } = scope
  if (all.length === 0 && !queue) return {}
  if (!queue) return { all: { halls: halls.length } }
  const sum = (of: 'waiting' | 'tickets' | 'served', unit: string, period: string) => ({
    value: halls.length === 0 ? null : [...present.values()].reduce((n, one) => n + one[of], 0),
    unit,
    period,
  })
  const rested = halls.some(({ today }) => today.length === 0)
  const before = rested ? lastDays(scope) : new Map<string, readonly number[]>()
  const rows = halls.map((hall) =>
    hallRow(scope, hall, {
      present: present.get(hall),
      counters: counters.get(hall) ?? [],
      before: before.get(hall.id),
    }),
  )
  const [shown, rest] = [rows.slice(0, MOST_HALLS - 1), rows.slice(MOST_HALLS - 1)]
  return {
    all: {
      halls: halls.length,
      waiting: sum('waiting', words.people, words.now),
      tickets: sum('tickets', words.tickets, words.today),
      served: sum('served', words.visits, words.today),
    },
    halls: rest.length <= 1 ? rows : [...shown, restOf(rest)],
  }
}

function hallRow(scope: Scope, hall: Hall, { present, counters, before }: Seen): HallRow {
  const { id, key, name, short, town, main } = hall
  const { now } = scope.moment
  const usual = usualOf(scope.book, id, now)
  const normal = usual.waiting(now - dayStart(now))
  const course = courseOf(scope, hall, before, (day) =>
    day === dayStart(now) ? usual : usualOf(scope.book, id, day),
  )
  return {
    id: key,
    name,
    short,
    ...(town && { place: { code: town.code, name: town.name || town.code } }),
    ...(main !== null && { kind: main ? ('main' as const) : ('branch' as const) }),
    waiting: present?.waiting ?? 0,
    ...(normal && { normal }),
    longest: present?.longest ?? null,
    ...(counters.length > 0 && { open: counters.filter(isOpen).length, total: counters.length }),
    tickets: present?.tickets ?? 0,
    served: present?.served ?? 0,
    ...(course && { course }),
  }
}

/** The halls that have no row of their own: the sum is that of all. */
function restOf(rest: readonly HallRow[]): HallRow {
  const sum = (of: 'waiting' | 'tickets' | 'served') => rest.reduce((n, row) => n + (row[of] ?? 0), 0)
  const name = words.moreHalls(rest.length)
  return {
    id: 'rest',
    name,
    short: shortened(name, 8),
    waiting: sum('waiting'),
    longest: rest.reduce<number | null>(
      (n, { longest }) => (longest == null ? n : Math.max(n ?? 0, longest)),
      null,
    ),
    tickets: sum('tickets'),
    served: sum('served'),
  }
}
