import { DAY, dayStart, isoTime, MINUTE } from '../../lib/calendar'
import type { HallOperation } from './contract'
import { waitingAt } from './summary-day'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import type { Usual } from './summary-usual'

type Course = NonNullable<HallOperation['halls']>[number]['course']

const STEP = 20 * MINUTE
const WEEK = 7 * DAY

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
 * day on which somebody had. Where the records tell of no such day, only what is usual on the next day that has any.
 */
export function courseOf(
  { queue, moment: { now } }: Scope,
  hall: Hall,
  before: readonly number[] | undefined,
  usualOn: (at: number) => Usual,
): Course {
  if (!queue) return undefined
  const { opens, closes } = hoursOf(hall)
  const offsets = Array.from({ length: Math.floor((closes - opens) / STEP) + 1 }, (_, i) => opens + i * STEP)
  const rows = hall.today.length > 0 ? hall.today : before
  const first = rows?.[0]
  if (rows && first !== undefined) {
    const day = dayStart(queue.taken[first] ?? now)
    // The last step is the present one, so that the curve ends at the number beside it.
    const past = offsets.flatMap((offset) => {
      const at = day + offset
      return at > now ? [] : now < at + STEP ? now : at
    })
    return spanOf(
      day + opens,
      waitingAt({ queue, today: rows }, past),
      rangesOn(usualOn(day), offsets),
      offsets.length,
    )
  }
  for (let day = dayStart(now); day < now + WEEK; day += DAY) {
    const ranges = rangesOn(usualOn(day), offsets)
    if (day + closes > now && ranges) return spanOf(day + opens, [], ranges, offsets.length)
  }
  return undefined
}

interface Ranges {
  readonly ranges: readonly NonNullable<ReturnType<Usual['waiting']>>[]
  readonly weeks: number | undefined
}

/** The usual range at each of `offsets`; it may end one reading before the hall closes. Null where it has holes. */
function rangesOn(usual: Usual, offsets: readonly number[]): Ranges | null {
  const ranges = offsets.flatMap((offset) => usual.waiting(offset) ?? [])
  return ranges.length >= offsets.length - 1 ? { ranges, weeks: usual.weeks } : null
}

function spanOf(from: number, now: readonly number[], known: Ranges | null, steps: number): Course {
  const ranges = known?.ranges
  const length = ranges?.length ?? steps
  return {
    from: isoTime(from),
    stepMinutes: STEP / MINUTE,
    now: Array.from({ length }, (_, i) => now[i] ?? null),
    ...(ranges && { low: ranges.map(({ low }) => low), high: ranges.map(({ high }) => high) }),
    ...(known?.weeks !== undefined && { weeks: known.weeks }),
  }
}
