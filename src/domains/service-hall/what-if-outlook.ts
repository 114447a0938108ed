import { DAY, dayStart, HOUR, MINUTE } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import type { Book } from '../../contract/records/counting'
import { counter as counterKind } from './records'
import { isOpen, type Counter } from './summary-counters'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import type { Queue } from './summary-queue'
import { usualOf } from './summary-usual'
import type { Staff } from './what-if-queue'
import type { Outlook } from './what-if-runs'

/** One queue of a hall: a line with counters of its own, or all of the hall where nobody says who serves whom. */
export interface Line {
  /** Null where the hall is one queue. */
  readonly label: string | null
  readonly today: readonly number[]
  readonly lastWeek: readonly number[]
  readonly counters: readonly Counter[]
}

/** The queues of a hall. They are apart only where every counter and every ticket that counts now names its own. */
export function linesOf({ moment: { now } }: Scope, hall: Hall, queue: Queue, counters: readonly Counter[]) {
  const column = queue.tickets.code('line')
  const labelOf = (row: number) => column.values[column.at[row] ?? 0] ?? null
  const open = hall.today.filter((row) => ['waiting', 'called'].includes(queue.state(row, now)))
  const apart =
    counters.length > 0 &&
    counters.every(({ line }) => line !== null) &&
    open.every((row) => labelOf(row) !== null)
  const labels = apart ? [...new Set(counters.map(({ line }) => line))] : [null]
  return labels.map((label): Line => {
    const own = (row: number) => !apart || labelOf(row) === label
    return {
      label,
      today: [...hall.today].filter(own),
      lastWeek: [...hall.lastWeek].filter(own),
      counters: counters.filter(({ line }) => !apart || line === label),
    }
  })
}

/** Fewer services say nothing of how long one takes. */
const FEWEST_SERVICES = 10

/** Why there is nothing to reckon with. */
export type Wanting = 'closed' | 'services' | 'counters' | 'arrivals'

/** What the outlook stands on, for whoever wants to know. */
export interface Grounds {
  /** Services drawn from, their mean in minutes, and whether last week's were needed too. */
  readonly services: number
  readonly meanMinutes: number
  readonly withLastWeek: boolean
  /** People expected until closing; by the usual day of so many weeks, as much of it as today has come so far, or by today alone. */
  readonly expected: number
  readonly weeks: number | null
  readonly ofUsual: number | null
  /** Counters away now that come back, in so many minutes at the latest. */
  readonly back: { readonly counters: number; readonly within: number } | null
  /** The hours in which half of the counters go on, ms from midnight: still to come, or now. */
  readonly noon: { readonly from: number; readonly to: number; readonly is: 'coming' | 'now' } | null
  /** Nobody says when the hall closes. */
  readonly unsaidHours: boolean
}

export interface Prospect {
  readonly outlook: Outlook
  readonly grounds: Grounds
  /** Counters open now. */
  readonly open: number
  /** Who sits where for the rest of the day if `open` counters are open now. */
  readonly staff: (open: number) => readonly Staff[]
}

export interface Question {
  readonly line: Line
  /** Minutes. */
  readonly limit: number | null
}

/** What is to be expected of a queue until its hall closes, or why nobody can say. Moments of the outlook are minutes from now. */
export function prospectOf(
  scope: Scope,
  hall: Hall,
  queue: Queue,
  { line, limit }: Question,
): Prospect | Wanting {
  const { now, calendar } = scope.moment
  const { opens, closes } = hoursOf(hall)
  const clock = now - dayStart(now)
  const off = !isWorkday(calendar, now) && hall.today.length === 0
  if (off || clock < opens || clock >= closes) return 'closed'
  const open = openOf(line, queue, now)
  if (open === null) return 'counters'
  const services = servicesOf(queue, line, now)
  if (services === null) return 'services'
  const arrivals = arrivalsOf(scope, hall, line)
  if (arrivals === null) return 'arrivals'
  const staff = staffOf(scope, hall, line)
  const waiting = line.today.filter((row) => queue.state(row, now) === 'waiting')
  return {
    outlook: {
      waited: waiting.map((row) => (now - queue.since(row, now)) / MINUTE).toSorted((a, b) => b - a),
      served: servedNow(line, queue, now),
      services: services.minutes,
      arrivals: arrivals.spans,
      closes: (closes - clock) / MINUTE,
      limit,
    },
    grounds: {
      services: services.minutes.length,
      meanMinutes: services.minutes.reduce((sum, one) => sum + one, 0) / services.minutes.length,
      withLastWeek: services.withLastWeek,
      expected: arrivals.spans.reduce((sum, { people }) => sum + people, 0),
      weeks: arrivals.weeks,
      ofUsual: arrivals.ofUsual,
      back: staff.back.length === 0 ? null : { counters: staff.back.length, within: Math.max(...staff.back) },
      noon: staff.noon,
      unsaidHours: hall.hours === null,
    },
    open,
    staff: staff.of,
  }
}

/** Without a list of counters those count at which somebody was called within the hour; null where tickets name none. */
function openOf({ counters, today }: Line, queue: Queue, now: number): number | null {
  if (counters.length > 0) return counters.filter(isOpen).length
  const seen = today.filter((row) => queue.called(row) > now - HOUR && !Number.isNaN(queue.counter[row]))
  return seen.length === 0 ? null : new Set(seen.map((row) => queue.counter[row])).size
}

/** How long those at a counter have been there, minutes. What a counter left behind without an end is not at it any more. */
function servedNow({ counters, today }: Line, queue: Queue, now: number): number[] {
  const rows =
    counters.length > 0
      ? counters.flatMap(({ ticket }) => ticket ?? [])
      : today.filter((row) => queue.state(row, now) === 'called' && queue.called(row) > now - HOUR)
  return rows.map((row) => (now - queue.called(row)) / MINUTE)
}

/** How long each took a counter, minutes, sorted: from the call to the end, or until it was passed over. */
function servicesOf(queue: Queue, { today, lastWeek }: Line, now: number) {
  const passed = queue.tickets.time('passedAt')
  const minutesOf = (rows: readonly number[]) =>
    rows.flatMap((row) => {
      const ended = queue.ended[row] ?? Number.NaN
      const ms = (Number.isNaN(ended) ? (passed[row] ?? Number.NaN) : ended) - queue.called(row)
      return ms > 0 && queue.called(row) + ms <= now ? [ms / MINUTE] : []
    })
  const own = minutesOf(today)
  const minutes = own.length >= FEWEST_SERVICES ? own : [...own, ...minutesOf(lastWeek)]
  if (minutes.length < FEWEST_SERVICES) return null
  return { minutes: minutes.toSorted((a, b) => a - b), withLastWeek: minutes.length > own.length }
}

/** Tickets by which the usual day outweighs a day that has only begun. */
const STEADY = 20

/**
 * Who is still to come by the hour: the usual tickets of the hall, as many of them as have come today, and this queue's share. Without
 * a usual day as many as today so far; null where too few have come to tell.
 */
function arrivalsOf({ book, moment: { now } }: Scope, hall: Hall, { today, lastWeek }: Line) {
  const { opens, closes } = hoursOf(hall)
  const clock = now - dayStart(now)
  const usual = usualOf(book, hall.id, now)
  const hours = hoursBetween(opens, closes).map((span) => ({
    ...span,
    people: (usual.tickets(span.hour) ?? Number.NaN) * ((span.to - span.from) / HOUR),
  }))
  const cut = (from: number, to: number) =>
    hours.flatMap((span) => {
      const [a, b] = [Math.max(from, span.from), Math.min(to, span.to)]
      if (a >= b) return []
      return [{ from: a, to: b, people: (span.people * (b - a)) / (span.to - span.from) }]
    })
  const inMinutes = (ms: number) => (ms - clock) / MINUTE
  const known = hours.length > 0 && hours.every(({ people }) => !Number.isNaN(people))
  if (!known) {
    if (today.length < FEWEST_SERVICES) return null
    const perMs = today.length / Math.max(MINUTE, clock - opens)
    const spans = [{ from: 0, to: inMinutes(closes), people: perMs * (closes - clock) }]
    return { spans, weeks: null, ofUsual: null }
  }
  const before = cut(opens, clock).reduce((sum, { people }) => sum + people, 0)
  const ofUsual = (hall.today.length + STEADY) / (before + STEADY)
  const seen = hall.today.length + hall.lastWeek.length
  const share = seen === 0 ? 0 : (today.length + lastWeek.length) / seen
  const spans = cut(clock, closes).map(({ from, to, people }) => ({
    from: inMinutes(from),
    to: inMinutes(to),
    people: people * ofUsual * share,
  }))
  return { spans, weeks: usual.weeks ?? null, ofUsual }
}

/** The hours of a day as its history tells them, as far as the hall is open in them. */
function hoursBetween(opens: number, closes: number) {
  const first = Math.floor(opens / HOUR)
  return Array.from({ length: Math.ceil(Math.min(DAY, closes) / HOUR) - first }, (_, i) => {
    const hour = (first + i) * HOUR
    return { hour, from: Math.max(opens, hour), to: Math.min(closes, hour + HOUR) }
  })
}

/** A pause where nobody has been away yet, ms. */
const PAUSE = 15 * MINUTE
/** So many counters that have been away say how long one is. */
const FEWEST_PAUSES = 3

/** How long a clerk stays away, as those of this hall have today, ms, and when each who is away now left; NaN where nobody says. */
function pausesOf(book: Book, hall: Hall) {
  const table = book.of(counterKind)
  const [ids, away, paused] = [
    table?.text('counterNo'),
    table?.number('awayMinutes'),
    table?.time('pausedAt'),
  ]
  const ended = [...hall.counters].flatMap((row) =>
    (away?.[row] ?? 0) > 0 ? [(away?.[row] ?? 0) * MINUTE] : [],
  )
  const sum = ended.reduce((ms, one) => ms + one, 0)
  return {
    length: ended.length < FEWEST_PAUSES ? PAUSE : sum / ended.length,
    left: new Map([...hall.counters].map((row) => [ids?.[row] ?? '', paused?.[row] ?? Number.NaN])),
  }
}

interface Shifts {
  readonly noon: Grounds['noon']
  readonly back: readonly number[]
  readonly of: (open: number) => readonly Staff[]
}

/**
 * How many counters are open when: those that are away come back, at noon half of all go on where the hall has such hours, and after it
 * all. More counters now are as many more at any later time, half of them at noon.
 */
function staffOf({ book, moment: { now } }: Scope, hall: Hall, { counters }: Line): Shifts {
  const [from, to] = hall.hours?.noon ?? [0, 0]
  const [begin, end] = [(dayStart(now) + from - now) / MINUTE, (dayStart(now) + to - now) / MINUTE]
  const atNoon = begin <= 0 && end > 0
  const { length, left } = pausesOf(book, hall)
  const back = counters.flatMap(({ id, state }) => {
    if (state !== 'paused') return []
    const from = left.get(id) ?? Number.NaN
    // Who should be back already is expected any minute.
    const due = ((Number.isNaN(from) ? now : from) + length - now) / MINUTE
    return [atNoon ? end : Math.max(1, due)]
  })
  const steps = [0, ...back, ...(end > 0 ? [begin, end] : [])].filter((at) => at >= 0)
  const moments = [...new Set(steps)].toSorted((a, b) => a - b)
  return {
    back,
    noon: end > 0 ? { from, to, is: atNoon ? 'now' : 'coming' } : null,
    of: (open) =>
      moments.map((at) => {
        const all = open + back.filter((moment) => moment <= at).length
        return { from: at, open: !atNoon && at >= begin && at < end ? Math.ceil(all / 2) : all }
      }),
  }
}
