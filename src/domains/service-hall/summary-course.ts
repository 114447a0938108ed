import { dayStart, isoTime, MINUTE } from '../../lib/calendar'
import type { HallOperation } from './contract'
import { waitingAt } from './summary-day'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import type { Usual } from './summary-usual'

type Course = NonNullable<HallOperation['halls']>[number]['course']

const STEP = 20 * MINUTE

/** The last day before today on which each hall gave out tickets, with their rows; by hall as the records call it. */
export function lastDays({ queue, moment: { now } }: Scope): ReadonlyMap<string, readonly number[]> {
  if (!queue) return new Map()
  const { tickets, taken } = queue
  const { at, values } = tickets.code('hall')
  const last = values.map(() => ({ day: -Infinity, rows: [] as number[] }))
  const today = dayStart(now)
  for (let row = 0; row < tickets.size; row++) {
    const own = last[at[row] ?? 0]
    const moment = taken[row] ?? Number.NaN
    if (!own || !(moment < today) || moment < own.day) continue
    const day = dayStart(moment)
    if (day > own.day) Object.assign(own, { day, rows: [] })
    own.rows.push(row)
  }
  return new Map(last.flatMap(({ rows }, i) => (rows.length > 0 ? [[values[i] ?? '', rows] as const] : [])))
}

/**
 * People waiting in a hall through its opening hours: of today once somebody has come, before that and on a day off of the last
 * day on which somebody had. Undefined where the records tell of no such day.
 */
export function courseOf(
  { queue, moment: { now } }: Scope,
  hall: Hall,
  before: readonly number[] | undefined,
  usualOn: (at: number) => Usual,
): Course {
  const rows = hall.today.length > 0 ? hall.today : before
  const first = rows?.[0]
  if (!queue || !rows || first === undefined) return undefined
  const day = dayStart(queue.taken[first] ?? now)
  const { opens, closes } = hoursOf(hall)
  const offsets = Array.from({ length: Math.floor((closes - opens) / STEP) + 1 }, (_, i) => opens + i * STEP)
  const past = offsets.filter((offset) => day + offset <= now)
  const waiting = waitingAt(
    { queue, today: rows },
    past.map((offset) => day + offset),
  )
  const usual = usualOn(day)
  const bands = offsets.flatMap((offset) => usual.waiting(offset) ?? [])
  // A day ends where the last reading of its usual range does: a band with holes is none.
  const whole = bands.length >= offsets.length - 1 ? bands.length : 0
  const length = whole === 0 ? offsets.length : whole
  return {
    from: isoTime(day + opens),
    stepMinutes: STEP / MINUTE,
    now: Array.from({ length }, (_, i) => waiting[i] ?? null),
    ...(whole > 0 && { low: bands.map(({ low }) => low), high: bands.map(({ high }) => high) }),
  }
}
