import { isoDate, MINUTE } from '../../lib/calendar'
import { hash32, stream } from '../../lib/random'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import { arrivalsOf } from './arrivals'
import { nextFree, OPENS, rosterOf, type Duty } from './roster'

/** One ticket with everything that will ever happen to it, epoch ms; a state at a moment is read off, never stored. */
export interface Ticket {
  /** Position in the day's issue, from 0. */
  readonly no: number
  readonly line: number
  readonly business: number
  readonly taken: number
  /** Called to a counter; whoever does not come (过号) is passed over. */
  readonly called: number
  readonly end: number
  readonly counter: number
  readonly noShow: boolean
  /** 1–5 as given by the person after service, 0 when none was given. */
  readonly stars: number
  readonly ratedAt: number
}

export interface HallDay extends Digest {
  readonly tickets: readonly Ticket[]
  /** The same tickets by line, in the order they are called. */
  readonly byLine: readonly (readonly Ticket[])[]
  readonly roster: readonly Duty[]
}

/** What is kept of a day for longer: enough for the usual range and a month of reviews, at a tenth of the memory. */
export interface Digest {
  readonly taken: Float64Array
  /** Sorted call times: waiting(t) = taken ≤ t minus called ≤ t. */
  readonly called: Float64Array
  /** Reviews of the whole day by level, best first, and the tickets of the bad ones. */
  readonly levels: readonly number[]
  /** When the last review of each level was given, epoch ms. */
  readonly rated: readonly number[]
  readonly bad: readonly Ticket[]
}

/** Three calls, then the next number: a no-show costs the counter this long. */
const CALLING = 1.2 * MINUTE
const NO_SHOW = 0.035
const SPREAD = 0.42

/** All tickets of one hall on one day, served first come first served by the counters of their line. */
export function simulateDay(demo: HallCity, hall: DemoHall, day: number): HallDay {
  const { seed } = demo
  const roster = rosterOf(seed, hall, day)
  const next = stream(hash32('hall', seed, hall.id, isoDate(day)))
  const arrivals = arrivalsOf(demo, hall, day, next)
  const free = new Float64Array(roster.length).fill(day + OPENS)
  const own = demo.lines.map((_, line) => roster.flatMap((duty, i) => (duty.line === line ? [i] : [])))
  const tickets = arrivals.map(({ at, line, business }, no): Ticket => {
    const { counter, start } = seat(roster, free, own[line] ?? [], at)
    const noShow = next() < NO_SHOW
    const minutes = demo.lines[line]?.businesses[business]?.minutes ?? 8
    const pace = paceAfter(start - at)
    const length = noShow ? CALLING : Math.max(2, minutes * pace * spread(next)) * MINUTE
    free[counter] = start + length
    const rates = next() < demo.rating.share && !noShow
    const stars = rates ? starsOf(demo, next()) : 0
    return {
      no,
      line,
      business,
      taken: at,
      called: start,
      end: start + length,
      counter,
      noShow,
      stars,
      ratedAt: start + length + next() * MINUTE,
    }
  })
  return {
    tickets,
    byLine: demo.lines.map((_, line) => tickets.filter((t) => t.line === line)),
    taken: Float64Array.from(tickets, (t) => t.taken),
    called: Float64Array.from(tickets, (t) => t.called).sort(),
    ...reviewsUpTo(tickets, Infinity),
    roster,
  }
}

/** Reviews given by `now`: counts of the five levels, best first, the last of each, and the bad ones. */
export function reviewsUpTo(
  tickets: readonly Ticket[],
  now: number,
): Pick<Digest, 'levels' | 'rated' | 'bad'> {
  const levels = [0, 0, 0, 0, 0]
  const rated = [0, 0, 0, 0, 0]
  const bad: Ticket[] = []
  for (const t of tickets) {
    if (t.stars === 0 || t.ratedAt > now) continue
    levels[5 - t.stars] = (levels[5 - t.stars] ?? 0) + 1
    rated[5 - t.stars] = Math.max(rated[5 - t.stars] ?? 0, t.ratedAt)
    if (t.stars <= 2) bad.push(t)
  }
  return { levels, rated, bad }
}

/** The counter among `own` that can take this person first; among equals the one idle longest. */
function seat(roster: readonly Duty[], free: Float64Array, own: readonly number[], at: number) {
  let best = -1
  let start = Infinity
  for (const counter of own) {
    const since = free[counter] ?? Infinity
    // A counter that is free later than the best start found cannot win; the test saves most of the work.
    if (since > start) continue
    const duty = roster[counter]
    const from = duty ? nextFree(duty, Math.max(since, at)) : Infinity
    if (from < start || (from === start && since < (free[best] ?? Infinity))) {
      best = counter
      start = from
    }
  }
  return { counter: best, start }
}

/** Clerks chat when nobody waits and hurry when the queue is long: the factor on the service time after a wait of `ms`. */
function paceAfter(ms: number): number {
  return Math.min(1.25, Math.max(0.7, 1.25 - (0.025 * ms) / MINUTE))
}

/** Service times scatter around their mean, right-skewed: exp of a near-normal draw, mean 1. */
function spread(next: () => number): number {
  const z = (next() + next() + next() + next() - 2) * Math.sqrt(3)
  return Math.exp(SPREAD * z - (SPREAD * SPREAD) / 2)
}

function starsOf(demo: HallCity, draw: number): number {
  const sum = demo.rating.levels.reduce((a, b) => a + b, 0)
  let rest = draw * sum
  const level = demo.rating.levels.findIndex((weight) => (rest -= weight) < 0)
  return 5 - Math.max(0, level)
}

/** How many of `sorted` are ≤ `at`. */
export function upTo(sorted: Float64Array, at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}

export const waitingAt = (day: Digest, at: number) => upTo(day.taken, at) - upTo(day.called, at)

/** Minutes that whoever waits longest has waited, where all are called in the order of their tickets. */
export const longestAt = (day: Digest, at: number) =>
  waitingAt(day, at) > 0 ? (at - (day.taken[upTo(day.called, at)] ?? at)) / MINUTE : 0
