import { DAY, HOUR, isWorkday, MINUTE } from '../../lib/calendar'
import type { WholeHalls } from '../../domains/service-hall/contract'
import type { DemoHall } from './seed'
import { minutesOf } from './queue'
import { upTo, waitingAt, type Digest, type HallDay } from './day'
import { CLOSES, OPENS } from './roster'
import { quantile, usualRange, type HallScope } from './scope'

const STEP = 10 * MINUTE
const STEPS = (CLOSES - OPENS) / STEP
/** Classes of the wait histogram, minutes; the last is open. */
const CLASS = 5
const LAST_CLASS = 45

const offsets = Array.from({ length: STEPS }, (_, i) => OPENS + i * STEP)
const bands = new WeakMap<HallDay, readonly { readonly low: number; readonly high: number }[]>()

/** The usual range of the whole day, worked out once a day. */
function bandsOf(scope: HallScope, hall: DemoHall, day: HallDay) {
  const known = bands.get(day)
  if (known) return known
  const past = scope.past.map((at) => ({ at, day: scope.digestOf(hall, at) }))
  const made = offsets.map((offset) => usualRange(past.map((p) => waitingAt(p.day, p.at + offset))))
  bands.set(day, made)
  return made
}

/** People waiting every ten minutes of the opening hours; the last point is the present, so it equals the key figure. */
export function waitingCurve(scope: HallScope, hall: DemoHall, day: HallDay): WholeHalls['waitingCurve'] {
  const { now, today, past } = scope
  const usual = bandsOf(scope, hall, day)
  const opens = past.length > 0
  return {
    startHour: OPENS / HOUR,
    stepMinutes: STEP / MINUTE,
    now: offsets.map((offset) => {
      const at = today + offset
      if (at > now || !opens) return null
      return waitingAt(day, now < at + STEP ? now : at)
    }),
    low: usual.map((b) => b.low),
    high: usual.map((b) => b.high),
  }
}

/** Tickets issued in each opening hour beside the median of the same weekday. */
export function hoursAt(scope: HallScope, hall: DemoHall, day: HallDay): WholeHalls['hours'] {
  const { now, today, past } = scope
  const issued = (d: Digest, from: number, to: number) => upTo(d.taken, to - 1) - upTo(d.taken, from - 1)
  return Array.from({ length: (CLOSES - OPENS) / HOUR }, (_, i) => {
    const offset = OPENS + i * HOUR
    const from = today + offset
    const usual = past
      .map((d) => issued(scope.digestOf(hall, d), d + offset, d + offset + HOUR))
      .sort((a, b) => a - b)
    return {
      hour: offset / HOUR,
      issued: from > now || !isWorkday(today) ? null : issued(day, from, Math.min(from + HOUR, now + 1)),
      usual: Math.round(quantile(usual, 0.5) ?? 0),
    }
  })
}

/** Running totals of the day; the gap between them is who waits or is being served. */
export function cumulativeAt({ now, today }: HallScope, day: HallDay): WholeHalls['cumulative'] {
  const moments = Array.from({ length: STEPS + 1 }, (_, i) => today + OPENS + i * STEP).filter(
    (at) => at <= now,
  )
  return {
    stepMinutes: STEP / MINUTE,
    issued: moments.map((at) => upTo(day.taken, at)),
    served: moments.map((at) => upTo(day.ended, at)),
  }
}

/** How long everyone who came to a counter today had waited. */
export function waitsAt({ now }: HallScope, day: HallDay): WholeHalls['waits'] {
  const classes = Array.from({ length: LAST_CLASS / CLASS + 1 }, (_, i) => ({
    from: i * CLASS,
    to: i * CLASS < LAST_CLASS ? (i + 1) * CLASS : null,
    count: 0,
  }))
  for (const t of day.tickets) {
    if (t.called > now || t.noShow) continue
    const row = classes[Math.min(classes.length - 1, Math.floor((t.called - t.taken) / MINUTE / CLASS))]
    if (row) row.count++
  }
  return classes
}

/** Tickets by business against the same weekday last week at this minute, most first; 其他 stays last. */
export function businessAt(scope: HallScope, hall: DemoHall, day: HallDay): WholeHalls['business'] {
  const { now, today, demo } = scope
  const last = scope.dayOf(hall, today - 7 * DAY)
  const of = (d: HallDay, line: number, business: number, at: number) =>
    (d.byLine[line] ?? []).filter((t) => t.business === business && t.taken <= at)
  const rows = demo.lines.flatMap(({ businesses }, line) =>
    (hall.counters[line] ?? 0) === 0
      ? []
      : businesses.map(({ key, label }, i) => {
          const own = of(day, line, i, now)
          const done = own.filter((t) => t.end <= now && !t.noShow)
          const spent = done.reduce((n, t) => n + t.end - t.called, 0)
          return {
            key,
            label,
            count: own.length,
            lastWeek: of(last, line, i, now - 7 * DAY).length,
            meanMinutes: done.length === 0 ? null : minutesOf(spent / done.length),
          }
        }),
  )
  const isOther = (key: string) => (key === 'other' ? 1 : 0)
  return rows.sort((a, b) => isOther(a.key) - isOther(b.key) || b.count - a.count)
}
