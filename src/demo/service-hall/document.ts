import { dayStart, isoTime, isWorkday, MINUTE } from '../../lib/calendar'
import type { HallDocument, WholeHalls } from '../../domains/service-hall/contract'
import type { Moment, Seed } from '../kit/seed'
import type { DemoHall, HallDemo } from './seed'
import { upTo, waitingAt } from './day'
import { badReviews, evaluationAt, REVIEW_LIMIT } from './evaluation'
import { alarms } from './exceptions'
import { countersAt, figuresAt, linesAt, longestOf, openCounters } from './queue'
import { CLOSES, NOON, OPENS } from './roster'
import { scopeOf, usualRange, type HallScope } from './scope'
import { businessAt, cumulativeAt, hoursAt, waitingCurve, waitsAt } from './series'
import { terminalsAt } from './terminals'
import { nextOpening } from './workdays'

/** The halls as they stand at `moment`: every figure is a count over the same tickets, so everything adds up. Pure. */
export function simulate({ document, demo }: HallSeed, moment: Moment): HallDocument {
  if (!demo) return document
  const { region, limits } = moment
  const cadence = document.source.cadenceSeconds * 1000
  const now = Math.floor(moment.now / cadence) * cadence
  const scope = scopeOf(demo, now, region)
  const limitWorkdays = limits.eval_closure_days ?? REVIEW_LIMIT
  const bad = badReviews(scope)
  const terminals = terminalsAt(scope)
  const halls = scope.halls.map((hall) => hallRow(scope, hall))
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(now),
    operation: {
      ...focusPart(scope),
      service: serviceAt(scope),
      all: sumOf(scope, halls),
      halls,
      towns: townsOf(scope, halls, terminals),
      terminals,
      evaluation: evaluationAt(scope, bad, limitWorkdays),
    },
    exceptions: alarms(scope, terminals, bad, limits),
  }
}

export type HallSeed = Seed<HallDocument, HallDemo>

type FocusPart = Omit<WholeHalls, 'service' | 'all' | 'halls' | 'towns' | 'terminals' | 'evaluation'>

/** Everything that speaks of the focus hall; without one in scope there is no value, not zero. */
function focusPart(scope: HallScope): FocusPart {
  const { focus } = scope
  if (!focus) return NO_HALL
  const day = scope.dayOf(focus, scope.today)
  return {
    hall: { id: focus.id, name: focus.name, short: focus.short, code: focus.place.code },
    ...figuresAt(scope, focus, day),
    counters: countersAt(scope, day),
    waitingCurve: waitingCurve(scope, focus, day),
    hours: hoursAt(scope, focus, day),
    cumulative: cumulativeAt(scope, day),
    waits: waitsAt(scope, day),
    lines: linesAt(scope, day),
    business: businessAt(scope, focus, day),
  }
}

const NO_PEOPLE = { value: null, unit: '人', period: '此刻' }
const NO_MINUTES = { value: null, unit: '分', period: '今日' }
const NO_RATE = { value: null, unit: '%' as const, period: '今日' }
const NO_HALL: FocusPart = {
  hall: null,
  waiting: NO_PEOPLE,
  longest: NO_MINUTES,
  meanWait: NO_MINUTES,
  p90Wait: NO_MINUTES,
  tickets: { ...NO_PEOPLE, unit: '张' },
  served: NO_PEOPLE,
  noShows: NO_PEOPLE,
  noShowRate: NO_RATE,
  counters: { open: 0, paused: 0, closed: 0, total: 0, use: NO_RATE, rows: [] },
  waitingCurve: { startHour: 9, stepMinutes: 10, now: [], low: [], high: [] },
  hours: [],
  cumulative: { stepMinutes: 10, issued: [], served: [] },
  waits: [],
  lines: [],
  business: [],
}

function hallRow(scope: HallScope, hall: DemoHall): WholeHalls['halls'][number] {
  const { now, today } = scope
  const day = scope.dayOf(hall, today)
  const { id, name, short, place, kind } = hall
  const past = scope.past.map((d) => waitingAt(scope.digestOf(hall, d), d + (now - today)))
  return {
    id,
    name,
    short,
    place,
    kind,
    waiting: waitingAt(day, now),
    normal: usualRange(past),
    longest: longestOf(day.tickets, now),
    ...openCounters(day, today, now),
    tickets: upTo(day.taken, now),
    served: upTo(day.ended, now),
  }
}

function sumOf({ halls: { length } }: HallScope, rows: WholeHalls['halls']): WholeHalls['all'] {
  const sum = (of: (row: WholeHalls['halls'][number]) => number) => rows.reduce((n, row) => n + of(row), 0)
  const measure = (value: number, unit: string, period: string) => ({ value, unit, period })
  return {
    halls: length,
    waiting:
      length === 0
        ? NO_PEOPLE
        : measure(
            sum((h) => h.waiting),
            '人',
            '此刻',
          ),
    tickets:
      length === 0
        ? { ...NO_PEOPLE, unit: '张' }
        : measure(
            sum((h) => h.tickets),
            '张',
            '今日',
          ),
    served:
      length === 0
        ? NO_PEOPLE
        : measure(
            sum((h) => h.served),
            '人次',
            '今日',
          ),
  }
}

function townsOf(
  { demo, towns }: HallScope,
  rows: WholeHalls['halls'],
  terminals: WholeHalls['terminals'],
): WholeHalls['towns'] {
  return towns.flatMap((i) => {
    const town = demo.towns[i]
    if (!town) return []
    const own = rows.filter((h) => h.place.code === town.code)
    const total = demo.terminals?.counts[i] ?? 0
    const broken = terminals?.faults.filter((f) => f.town.code === town.code).length ?? 0
    return [
      {
        code: town.code,
        name: town.name,
        halls: own.length,
        waiting: own.length === 0 ? null : own.reduce((n, h) => n + h.waiting, 0),
        terminals: demo.terminals ? total : null,
        terminalsOffline: demo.terminals ? broken : null,
      },
    ]
  })
}

/** Open, at noon with half the counters, serving out the queue after closing, or closed until the next workday. */
function serviceAt({ now, today, halls, dayOf }: HallScope): WholeHalls['service'] {
  const clock = now - today
  const opensAt = isoTime(nextOpening(now))
  if (!isWorkday(now) || clock < OPENS) return { state: 'closed', opensAt }
  if (clock >= NOON[0] && clock < NOON[1]) return { state: 'noon', opensAt }
  if (clock < CLOSES) return { state: 'open', opensAt }
  const serving = halls.some((hall) => dayOf(hall, dayStart(now)).tickets.some((t) => t.end > now - MINUTE))
  return { state: serving ? 'closing' : 'closed', opensAt }
}
