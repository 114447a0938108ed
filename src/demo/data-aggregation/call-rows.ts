import { clockText, DAY, dayStart, isoDate, isoTime, MINUTE, weekday } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import { bounded, keyOf } from '../kit/memo'
import type { DataCity } from './at-work'
import type { RowsMoment } from '../kit/domain'
import { sharingDay, totalsOn } from './sharing'

const SLOT = 15 * MINUTE
/** Days before today of which a gateway is asked, all users together: the same weekday, and the last hour across midnight. */
const KEPT_DAYS = 7
/** Weeks behind what is usual. */
const WEEKS = 8

const usual = bounded<readonly object[]>(4)

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/**
 * Calls by quarter of an hour: today's by user, those of the days before together. The running quarter is there as far as it has come.
 * With `since`, a day ago at most, what ended later or runs on, by user whatever its day: an answer of before has given it so.
 */
export function callRows(demo: DataCity, { now, since }: RowsMoment): object[] {
  const today = dayStart(now)
  // Whoever asks for days is not asking for a change.
  const changed = since !== null && since > now - DAY
  const first = changed ? Math.floor(since / SLOT) * SLOT : today
  const rows: object[] = []
  if (!changed)
    for (let day = today - KEPT_DAYS * DAY; day < today; day += DAY) rows.push(...together(demo, day))
  for (let from = first; from <= now; from += SLOT) rows.push(...byUser(demo, from, now))
  return rows
}

const idOf = (from: number) => `${isoDate(from).replaceAll('-', '')}${clockText(from).replace(':', '')}`

function byUser(demo: DataCity, from: number, now: number): object[] {
  const midnight = dayStart(from)
  const { calls, failures } = sharingDay(demo, midnight)
  const slot = Math.round((from - midnight) / SLOT)
  // The running quarter counts in proportion, so it never shrinks.
  const share = Math.min(1, (now - from) / SLOT)
  return demo.consumers.map(({ id, name }, i) => ({
    callId: `${idOf(from)}-${id}`,
    consumer: name,
    consumerCode: id,
    from: isoTime(from),
    calls: Math.floor((calls[slot]?.[i] ?? 0) * share),
    failures: Math.floor((failures[slot]?.[i] ?? 0) * share),
  }))
}

function together(demo: DataCity, midnight: number): object[] {
  const { totals, failures } = sharingDay(demo, midnight)
  return totals.map((calls, slot) => {
    const from = midnight + slot * SLOT
    return {
      callId: idOf(from),
      consumer: null,
      consumerCode: null,
      from: isoTime(from),
      calls,
      failures: sum(failures[slot] ?? []),
    }
  })
}

/** What is usual of a quarter in each hour of the week: P10 to P90 of the last eight weeks, holidays left out. */
export function usualRows(demo: DataCity, { now, since }: RowsMoment): readonly object[] {
  const today = dayStart(now)
  if (since !== null && since >= today) return []
  return usual(`${today}|${keyOf(demo)}`, () =>
    Array.from({ length: 7 }, (_, ago) => today - (ago + 1) * DAY).flatMap((day) => usualOn(demo, day)),
  )
}

function usualOn(demo: DataCity, day: number): object[] {
  const days = Array.from({ length: WEEKS }, (_, w) => day - w * 7 * DAY)
  const name = weekday(day)
  const alike = days.filter((each) => isWorkday(demo.calendar, each) === (name > 0 && name < 6))
  if (alike.length === 0) return []
  const totals = alike.map((each) => totalsOn(demo, each))
  return [...successOn(demo, alike, name), ...callsOn(totals, name)]
}

/** What is usual of a metric in an hour of a weekday: P10 to P90 of `values`, and their mean to so many digits. */
function usualRow(
  metric: string,
  [day, hour]: readonly [number, number],
  values: readonly number[],
  digits = 0,
) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0
  return {
    key: `${metric}-${day}-${hour}`,
    metric,
    weekday: day,
    hour,
    mean: Number((sum(values) / values.length).toFixed(digits)),
    low: at(0.1),
    high: at(0.9),
  }
}

/** Percent of the calls of an hour that succeeded, all users together. */
function successOn(demo: DataCity, alike: readonly number[], name: number): object[] {
  const rates = alike.map((each) => hourlyRates(demo, each))
  return Array.from({ length: 24 }, (_, hour) => {
    const values = rates.map((all) => all[hour] ?? 100)
    return { ...usualRow('success-60', [name, hour], values, 2), weeks: alike.length }
  })
}

function hourlyRates(demo: DataCity, day: number): readonly number[] {
  const { totals, failures } = sharingDay(demo, day)
  return Array.from({ length: 24 }, (_, hour) => {
    const part = <T>(all: readonly T[]) => all.slice(hour * 4, hour * 4 + 4)
    const [calls, failed] = [sum(part(totals)), sum(part(failures).map(sum))]
    return calls === 0 ? 100 : Number((100 - (failed / calls) * 100).toFixed(2))
  })
}

function callsOn(totals: readonly (readonly number[])[], name: number): object[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const values = totals.flatMap((all) => all.slice(hour * 4, hour * 4 + 4))
    return { ...usualRow('calls-15', [name, hour], values), weeks: totals.length }
  })
}
