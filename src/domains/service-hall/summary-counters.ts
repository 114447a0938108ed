import { dayStart } from '../../lib/calendar'
import type { COUNTER_STATES } from './codes'
import type { HallOperation } from './contract'
import { counter as counterKind } from './records'
import type { Hall, Scope } from './summary-halls'
import { order, shortened, tenths, wholeMinutes, type Queue } from './summary-queue'
import { words } from './summary-words'

const MOST_ROWS = 160

type CounterState = (typeof COUNTER_STATES)[number]

/** One counter at the moment. */
export interface Counter {
  readonly id: string
  readonly no: number
  readonly line: string | null
  readonly state: CounterState
  /** The ticket at it, a row of the table of tickets. */
  readonly ticket: number | undefined
  /** Serving today, ms. */
  readonly busy: number
  /** Open today, ms; null where nobody says when it opened. */
  readonly open: number | null
}

export const isOpen = ({ state }: Counter) => state === 'serving' || state === 'idle'

/** The counters of a hall by their numbers; none where the city sends none. */
export function countersOf({ book, moment: { now }, queue }: Scope, hall: Hall): readonly Counter[] {
  const table = book.of(counterKind)
  if (!table) return []
  const [ids, no, line, told] = [
    table.text('counterNo'),
    table.number('no'),
    table.code('line'),
    table.code('state'),
  ]
  const [opened, paused, closed] = [table.time('openedAt'), table.time('pausedAt'), table.time('closedAt')]
  const away = table.number('awayMinutes')
  const work = workOf(queue, hall, now)
  const today = dayStart(now)
  return Array.from(hall.counters, (row): Counter => {
    const number = Math.round(no[row] ?? 0)
    const { ticket, busy = 0 } = work.get(number) ?? {}
    const from = opened[row] ?? Number.NaN
    // Who signed on yesterday and has not been heard of since is not at the counter.
    const isIn = from <= now && from >= today
    const isOut = (closed[row] ?? Number.NaN) <= now
    const isAway = (paused[row] ?? Number.NaN) <= now && (paused[row] ?? 0) >= from
    const until = Math.min(now, isOut ? (closed[row] ?? now) : now, isAway ? (paused[row] ?? now) : now)
    const here = until - from - (Number.isNaN(away[row] ?? Number.NaN) ? 0 : (away[row] ?? 0) * 60_000)
    const seen = ticket === undefined ? (!isIn || isOut ? 'closed' : isAway ? 'paused' : 'idle') : 'serving'
    return {
      id: ids[row] ?? '',
      no: number,
      line: line.values[line.at[row] ?? 0] ?? null,
      state: stateOf(told.values[told.at[row] ?? 0] ?? null) ?? seen,
      ticket,
      busy,
      // What is served into a pause or past closing counts as open.
      open: isIn ? Math.max(busy, here) : null,
    }
  }).toSorted((a, b) => a.no - b.no || order(a.id, b.id))
}

const stateOf = (told: string | null): CounterState | undefined =>
  told === 'serving' || told === 'idle' || told === 'paused' || told === 'closed' ? told : undefined

/** What each counter of a hall is at and has done today, by its number. */
function workOf(queue: Queue | undefined, hall: Hall, now: number) {
  const work = new Map<number, { ticket: number | undefined; busy: number }>()
  if (!queue) return work
  for (const row of hall.today) {
    const no = Math.round(queue.counter[row] ?? Number.NaN)
    const state = queue.state(row, now)
    if (Number.isNaN(no) || (state !== 'called' && state !== 'done')) continue
    const own = work.get(no) ?? { ticket: undefined, busy: 0 }
    work.set(no, own)
    const began = queue.began(row)
    const end = state === 'done' ? (queue.ended[row] ?? now) : now
    if (began < end) own.busy += end - began
    // The counter is at whom it called last.
    const before = own.ticket === undefined ? Number.NEGATIVE_INFINITY : queue.called(own.ticket)
    const later = queue.called(row) - before || order(keyOf(queue, row), keyOf(queue, own.ticket))
    if (state === 'called' && later > 0) own.ticket = row
  }
  return work
}

const keyOf = ({ tickets }: Queue, row: number | undefined) =>
  (row === undefined ? null : tickets.text('ticketNo')[row]) ?? ''

/** Every counter of the hall with its state, and the hall's sums of them. */
export function counterPart(scope: Scope, counters: readonly Counter[]): Pick<HallOperation, 'counters'> {
  if (counters.length === 0) return {}
  const count = (test: (one: Counter) => boolean) => counters.filter(test).length
  return {
    counters: {
      open: count(isOpen),
      paused: count(({ state }) => state === 'paused'),
      closed: count(({ state }) => state === 'closed'),
      total: counters.length,
      ...shareOfTime(scope, counters),
      ...(counters.length <= MOST_ROWS && { rows: counters.map((one) => rowOf(scope, one)) }),
    },
  }
}

function shareOfTime({ book }: Scope, counters: readonly Counter[]) {
  // A source that gives states alone does not tell for how long.
  const told = book.of(counterKind)?.code('state').values.length ?? 0
  if (told > 1 && counters.every((one) => one.open === null)) return {}
  const open = counters.reduce((n, one) => n + (one.open ?? 0), 0)
  const busy = counters.reduce((n, one) => n + (one.open === null ? 0 : one.busy), 0)
  return { use: { value: shareOf(busy, open), unit: '%' as const, period: words.today } }
}

const shareOf = (busy: number, open: number) =>
  open <= 0 ? null : tenths(Math.min(100, (busy / open) * 100))

function rowOf({ queue, moment: { now } }: Scope, { no, line, state, ticket, busy, open }: Counter) {
  const serves = state === 'serving' && queue !== undefined && ticket !== undefined
  const column = queue?.tickets.code('business')
  const business = serves ? (column?.values[column.at[ticket] ?? 0] ?? null) : null
  const began = serves ? queue.began(ticket) : Number.NaN
  return {
    no,
    ...(line !== null && { line: shortened(line, 8) }),
    state,
    business: business === null ? null : shortened(business, 8),
    minutes: Number.isNaN(began) ? null : wholeMinutes(Math.max(0, now - began)),
    use: open === null ? null : shareOf(busy, open),
  }
}
