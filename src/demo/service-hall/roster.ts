import { HOUR, isoDate, MINUTE } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { DemoHall } from './seed'

/** Tickets are issued from 9:00 to 17:00; what has been issued is served to the end. */
export const OPENS = 9 * HOUR
export const CLOSES = 17 * HOUR
export const NOON: readonly [number, number] = [12 * HOUR, 13 * HOUR]

/** One counter's day: away in `pauses` (epoch ms, in order), or closed for the whole day. */
export interface Duty {
  readonly no: number
  /** Index into the demo's lines. */
  readonly line: number
  readonly closed: boolean
  readonly pauses: readonly (readonly [number, number])[]
}

/** Share of counters that stay closed for a day: leave, training, repair. */
const CLOSED = 0.045
/** About half of the clerks leave the counter for some minutes in a morning, and in an afternoon: two or three of two dozen at a time. */
const BREAKS = [
  { chance: 0.44, from: 9.6, span: 1.7, minutes: 10 },
  { chance: 0.44, from: 14.2, span: 2, minutes: 10 },
] as const
/** Minutes by which breaks differ. */
const BREAK_SPREAD = 8

/** Who sits at which counter on `day`. At noon every second counter goes on; each line keeps at least one counter open. */
export function rosterOf(seed: string, hall: DemoHall, day: number): readonly Duty[] {
  const lines = hall.counters.flatMap((n, line) =>
    Array.from({ length: n }, (_, i) => ({ line, first: i === 0 })),
  )
  const away = closedOf(lines, (i) => unit('hall-duty', 'closed', seed, hall.id, isoDate(day), i))
  return lines.map(({ line, first }, i) => {
    const draw = (what: string) => unit('hall-duty', what, seed, hall.id, isoDate(day), i)
    const pauses = BREAKS.flatMap(({ chance, from, span, minutes }, k) => {
      if (first || draw(`break${k}`) >= chance) return []
      const start = day + (from + span * draw(`at${k}`)) * HOUR
      return [[start, start + (minutes + BREAK_SPREAD * draw(`for${k}`)) * MINUTE] as const]
    })
    // The first counter of a line never leaves it; the others take turns from day to day.
    const resting = !first && unit('hall-noon', seed, hall.id, isoDate(day), i) < 0.55
    const noon = resting ? [[day + NOON[0], day + NOON[1]] as const] : []
    return {
      no: i + 1,
      line,
      closed: away.has(i),
      pauses: [...pauses, ...noon].sort((a, b) => a[0] - b[0]),
    }
  })
}

/** From this many counters on a hall plans who is away, so that about as many are every day: chance alone emptied or filled its queue. */
const PLANNED = 50

/** Which counters stay closed for the day. The first of a line never does. */
function closedOf(
  lines: readonly { readonly first: boolean }[],
  draw: (i: number) => number,
): ReadonlySet<number> {
  const may = lines.flatMap(({ first }, i) => (first ? [] : [{ i, drawn: draw(i) }]))
  const away =
    lines.length < PLANNED
      ? may.filter(({ drawn }) => drawn < CLOSED)
      : may.toSorted((a, b) => a.drawn - b.drawn).slice(0, Math.round(may.length * CLOSED))
  return new Set(away.map(({ i }) => i))
}

/** The first moment at or after `at` at which the counter takes people; Infinity when it is closed all day. */
export function nextFree(duty: Duty, at: number): number {
  if (duty.closed) return Infinity
  let free = at
  for (const pause of duty.pauses) if (free >= pause[0] && free < pause[1]) free = pause[1]
  return free
}
