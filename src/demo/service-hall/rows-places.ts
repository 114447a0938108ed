import { dayStart, HOUR, MINUTE, weekday } from '../../lib/calendar'
import type { RowsMoment } from '../kit/domain'
import type { HallCity } from './at-work'
import { upTo, longestAt, waitingAt } from './day'
import { hallDigest } from './kept'
import { CLOSES, NOON, OPENS } from './roster'
import { printed } from './rows-queue'
import { dayToTell, quantile, sameWeekdays, usualRange } from './scope'
import { brokenAt } from './terminals'

/** The halls themselves, which do not change. */
export const halls = ({ halls: all }: HallCity, { since }: RowsMoment) =>
  (since === null ? all : []).map(({ id, name, short, place, kind }) => ({
    hall: id,
    name,
    short,
    town: place,
    main: kind === 'main',
    opens: OPENS / HOUR,
    closes: CLOSES / HOUR,
    noonFrom: NOON[0] / HOUR,
    noonTo: NOON[1] / HOUR,
  }))

/** What a row without a unit is counted in. */
const PIECES = '台'

/** Every self-service terminal; none where the city published no number of them. */
export function terminals(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const { counts = [], unit = PIECES } = demo.terminals ?? {}
  const broken = brokenAt(demo, now)
  const before = since === null ? null : brokenAt(demo, since)
  return demo.towns.flatMap(({ code, name }, town) =>
    Array.from({ length: counts[town] ?? 0 }, (_, i) => i + 1).flatMap((no) => {
      const terminalNo = `${code}-${no}`
      const fault = broken.get(terminalNo)
      if (before !== null && before.get(terminalNo) === fault) return []
      const [kind, faultAt] = fault ? [fault.kind, printed(fault.start)] : [null, null]
      return [{ terminalNo, town: { code, name }, ...(unit !== PIECES && { unit }), fault: kind, faultAt }]
    }),
  )
}

/**
 * What was usual in the last weeks, who waited every ten minutes and the tickets of each hour: on this weekday, and on that of the day
 * which a closed hall is told by.
 */
export function pastQueues(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const today = dayStart(now)
  if (since !== null && since >= today) return []
  const lastDay = dayToTell(demo.calendar, now)
  return [
    ...queuesOf(demo, today),
    ...(lastDay === null || weekday(lastDay) === weekday(today) ? [] : queuesOf(demo, lastDay)),
  ]
}

const STEP = 10 * MINUTE
/** The last queues of a day are served by then. */
const SERVED = 18 * HOUR

function queuesOf(demo: HallCity, today: number): readonly object[] {
  const past = sameWeekdays(demo.calendar, today)
  if (past.length === 0) return []
  return demo.halls.flatMap((hall) => {
    const days = past.map((at) => ({ at, day: hallDigest(demo, hall, at) }))
    const row = (metric: string, offset: number) => ({
      key: `${hall.id}-${metric}-${weekday(today)}-${offset / MINUTE}`,
      hall: hall.id,
      metric,
      weekday: weekday(today),
      minute: offset / MINUTE,
    })
    const waiting = every(OPENS, SERVED + STEP, STEP).map((offset) => ({
      ...row('waiting', offset),
      ...usualRange(days.map(({ at, day }) => waitingAt(day, at + offset))),
      middle: null,
      weeks: past.length,
    }))
    const longest = every(OPENS, SERVED + STEP, STEP).map((offset) => ({
      ...row('longest', offset),
      ...usualRange(days.map(({ at, day }) => longestAt(day, at + offset))),
      middle: null,
      weeks: past.length,
    }))
    const issued = every(OPENS, CLOSES, HOUR).map((offset) => {
      const counts = days.map(
        ({ at, day: { taken } }) => upTo(taken, at + offset + HOUR - 1) - upTo(taken, at + offset - 1),
      )
      const middle = quantile(
        counts.toSorted((a, b) => a - b),
        0.5,
      )
      return { ...row('tickets', offset), low: null, high: null, middle, weeks: past.length }
    })
    return [...waiting, ...longest, ...issued]
  })
}

const every = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) }, (_, i) => from + i * step)
