import { HOUR, isWorkday, MINUTE } from '../../lib/calendar'
import type { WholeHalls } from '../../domains/service-hall/contract'
import type { DemoHall } from './seed'
import { upTo, waitingAt, type HallDay, type Ticket } from './day'
import { CLOSES, isIssuing, isPaused, OPENS, type Duty } from './roster'
import { quantile, usualRange, type HallScope } from './scope'
import { sameDayText } from '../kit/same-day'

export const minutesOf = (ms: number) => Math.round((ms / MINUTE) * 10) / 10
const whole = (ms: number) => Math.floor(ms / MINUTE)
const round1 = (value: number) => Math.round(value * 10) / 10

export const isWaiting = (t: Ticket, now: number) => t.taken <= now && t.called > now

/** Minutes the first in line has waited; null when nobody waits. */
export function longestOf(tickets: readonly Ticket[], now: number): number | null {
  const first = tickets.reduce((min, t) => (isWaiting(t, now) ? Math.min(min, t.taken) : min), Infinity)
  return first === Infinity ? null : whole(now - first)
}

/** A counter's last service ends the day of its counter; before opening and after that it is closed. */
function stateOf(duty: Duty, own: readonly Ticket[], start: number, now: number) {
  const current = own.find((t) => t.called <= now && t.end > now && !t.noShow)
  if (current) return { state: 'serving' as const, current }
  const inHours = isIssuing(start, now)
  if (duty.closed || !inHours) return { state: 'closed' as const, current: undefined }
  return { state: isPaused(duty, now) ? ('paused' as const) : ('idle' as const), current: undefined }
}

/** Open and total counters of a hall, or of one of its lines, at `now`. */
export function openCounters(
  day: HallDay,
  start: number,
  now: number,
  line: number | null = null,
): { open: number; total: number } {
  const serving = new Set(
    day.tickets.filter((t) => t.called <= now && t.end > now && !t.noShow).map((t) => t.counter),
  )
  const inHours = isIssuing(start, now)
  const own = day.roster.flatMap((duty, i) => (line === null || duty.line === line ? [{ duty, i }] : []))
  const open = own.filter(
    ({ duty, i }) => serving.has(i) || (inHours && !duty.closed && !isPaused(duty, now)),
  ).length
  return { open, total: own.length }
}

/** Waiting, its longest, mean and P90, tickets and no-shows of the focus hall. */
export function figuresAt(scope: HallScope, hall: DemoHall, day: HallDay) {
  const { now, today, past } = scope
  const clock = now - today
  const issued = day.tickets.filter((t) => t.taken <= now)
  const called = issued.filter((t) => t.called <= now)
  const came = called.filter((t) => !t.noShow)
  const waits = came.map((t) => t.called - t.taken).sort((a, b) => a - b)
  const p90 = quantile(waits, 0.9)
  const served = upTo(day.ended, now)
  const last = scope.dayOf(hall, today - 7 * 24 * HOUR)
  const then = now - 7 * 24 * HOUR
  const lastServed = upTo(last.ended, then)
  const noShows = called.length - came.length
  const sameDay = sameDayText(now)
  return {
    waiting: {
      value: waitingAt(day, now),
      unit: '人',
      period: '此刻',
      ...(past.length > 0 && {
        normal: usualRange(past.map((d) => waitingAt(scope.digestOf(hall, d), d + clock))),
      }),
    },
    longest: { value: longestOf(issued, now), unit: '分', period: '此刻' },
    meanWait: {
      value: waits.length === 0 ? null : minutesOf(waits.reduce((a, b) => a + b, 0) / waits.length),
      unit: '分',
      period: '今日已叫号',
    },
    p90Wait: { value: p90 === null ? null : minutesOf(p90), unit: '分', period: '今日已叫号' },
    tickets: {
      value: issued.length,
      unit: '张',
      period: '今日',
      ...compared(past.length > 0, sameDay, upTo(last.taken, then)),
    },
    served: {
      value: served,
      unit: '人次',
      period: '今日',
      ...compared(past.length > 0, sameDay, lastServed),
    },
    noShows: { value: noShows, unit: '人', period: '今日' },
    noShowRate: {
      value: called.length === 0 ? null : round1((noShows / called.length) * 100),
      unit: '%' as const,
      period: '今日',
    },
  }
}

function compared(usual: boolean, label: string, value: number) {
  return usual ? { compare: { label, value } } : {}
}

/** Every counter with its state, and the hall's sums of them. */
export function countersAt(scope: HallScope, day: HallDay): WholeHalls['counters'] {
  const { now, today, demo } = scope
  const own = day.roster.map((): Ticket[] => [])
  for (const t of day.tickets) own[t.counter]?.push(t)
  const loads = day.roster.map((duty, i) => loadOf(duty, own[i] ?? [], today, now))
  const rows = day.roster.map((duty, i) => {
    const { state, current } = stateOf(duty, own[i] ?? [], today, now)
    const load = loads[i] ?? { busy: 0, open: 0 }
    const line = demo.lines[duty.line]
    return {
      no: duty.no,
      line: line?.label ?? '',
      state,
      business: current ? (line?.businesses[current.business]?.label ?? null) : null,
      minutes: current ? whole(now - current.called) : null,
      use: load.open === 0 ? null : round1(Math.min(100, (load.busy / load.open) * 100)),
    }
  })
  const count = (...states: string[]) => rows.filter((r) => states.includes(r.state)).length
  const busy = loads.reduce((n, l) => n + l.busy, 0)
  const open = loads.reduce((n, l) => n + l.open, 0)
  return {
    open: count('serving', 'idle'),
    paused: count('paused'),
    closed: count('closed'),
    total: rows.length,
    use: {
      value: open === 0 ? null : round1(Math.min(100, (busy / open) * 100)),
      unit: '%',
      period: '今日',
    },
    rows,
  }
}

/** Milliseconds a counter has served and been open today; what is served into a pause or past closing counts as open. */
function loadOf(duty: Duty, own: readonly Ticket[], today: number, now: number) {
  const until = Math.min(now, today + CLOSES)
  const from = today + OPENS
  const busy = own.reduce((n, t) => n + (t.noShow ? 0 : Math.max(0, Math.min(t.end, now) - t.called)), 0)
  if (duty.closed || until <= from || !isWorkday(today)) return { busy: 0, open: 0 }
  const away = duty.pauses.reduce((n, [a, b]) => n + Math.max(0, Math.min(b, until) - a), 0)
  return { busy, open: Math.max(busy, until - from - away) }
}

/** Each queue of the hall: who waits how long for how many open counters. */
export function linesAt({ now, today, demo }: HallScope, day: HallDay): WholeHalls['lines'] {
  return demo.lines.flatMap(({ key, label }, i) => {
    const { open, total } = openCounters(day, today, now, i)
    if (total === 0) return []
    const tickets = day.byLine[i] ?? []
    const waiting = tickets.filter((t) => isWaiting(t, now)).length
    return [{ key, label, waiting, longest: longestOf(tickets, now), open, total }]
  })
}
