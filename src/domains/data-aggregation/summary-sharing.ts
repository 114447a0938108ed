import type { Course } from '../../contract/records/course'
import type { Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { clockText, DAY, dayStart, HOUR } from '../../lib/calendar'
import { weekdayText } from '../../lib/format'
import type { DataOperation } from './contract'
import type { UsualCalls } from './records'
import { callsAt, rowsFrom, type CallRows, type Calls } from './summary-calls'
import { idOf, isKnown, order, percent, shortened, sum, wide } from './summary-figures'
import { seriesOf } from './summary-series'
import { words } from './summary-words'

type Sharing = NonNullable<DataOperation['sharing']>

/** Fewer calls than this in an hour say nothing about a rate of 99 %. */
const JUDGED_FROM = 800
const MOST = 30

interface Sums {
  readonly calls: number
  readonly failures: number
  /** Calls of the rows that tell how many failed. */
  readonly judged: number
}

const successOf = ({ judged, failures }: Sums) => percent(judged - failures, judged, 2)

/** Calls since midnight, how many failed, who called, and how that compares. */
export function sharingOf(
  rows: CallRows,
  { now, region, calendar }: Moment,
  usual: Records<UsualCalls['columns']> | undefined,
): Pick<DataOperation, 'sharing'> {
  const seen = callsAt(rows, now)
  const today = rowsFrom(seen, dayStart(now), now)
  const period = wide(words.until(clockText(now)), region)
  const all = sumOf(seen, today)
  const failed = today.length === 0 || tells(seen, today) ? all.failures : null
  const then = weekAgo(seen)
  const compared = (value: number | undefined) =>
    value !== undefined && { compare: { label: words.sameDay(weekdayText(now)), value } }
  return {
    sharing: {
      calls: { value: all.calls, unit: words.unit.calls, period, ...compared(then?.calls) },
      ...(isKnown(rows.number('failures'), rows.size) && {
        failures: { value: failed, unit: words.unit.calls, period, ...compared(then?.failures) },
        success: { value: successOf(all), unit: '%', period },
        ...hourOf(seen),
      }),
      ...seriesOf(seen, today, calendar, usual),
      ...consumersOf(seen, today),
    },
  }
}

/** Whether any of the rows says how many failed. */
const tells = ({ failures }: Calls, rows: readonly number[]) =>
  rows.some((row) => !Number.isNaN(failures(row)))

/** Sums of rows; of each the `share` that counts. */
function sumOf(
  { calls, failures }: Calls,
  rows: readonly number[],
  share: (row: number) => number = () => 1,
): Sums {
  let [called, failed, judged] = [0, 0, 0]
  for (const row of rows) {
    const part = share(row)
    called += calls(row) * part
    if (Number.isNaN(failures(row))) continue
    failed += failures(row) * part
    judged += calls(row) * part
  }
  return { calls: Math.round(called), failures: Math.round(failed), judged: Math.round(judged) }
}

/** The same weekday up to the same time; undefined where the rows do not reach back to it. */
function weekAgo(seen: Calls): Sums | undefined {
  const { now, from, length, oldest } = seen
  const [midnight, until] = [dayStart(now) - 7 * DAY, now - 7 * DAY]
  if (oldest > midnight + HOUR) return undefined
  return sumOf(seen, rowsFrom(seen, midnight, until), (row) =>
    Math.min(1, (until - (from[row] ?? 0)) / length(row)),
  )
}

/** Success rate of the spans of the last full hour, across midnight too; null when too few calls to judge by. */
function hourOf(seen: Calls): Pick<Sharing, 'hour'> {
  const { now, oldest } = seen
  const step = stepOf(seen)
  if (step === null) return {}
  const end = endOf(now, step)
  if (oldest > end - HOUR) return {}
  const value = successBy(seen, rowsFrom(seen, now - 3 * HOUR, now), end)
  return { hour: { value, unit: '%', period: words.lastHour } }
}

/** Length of the spans of late, ms; null where there are none, or none within an hour. */
function stepOf(seen: Calls): number | null {
  const step = Math.max(0, ...rowsFrom(seen, seen.now - 3 * HOUR, seen.now).map(seen.length))
  return step === 0 || step > HOUR ? null : step
}

/** When the last span that is over by `at` ended. */
const endOf = (at: number, step: number) => dayStart(at) + Math.floor((at - dayStart(at)) / step) * step

/** Success rate of the hour that ended at `end`. */
function successBy(seen: Calls, rows: readonly number[], end: number): number | null {
  const { from, length } = seen
  const sums = sumOf(
    seen,
    rows.filter((row) => (from[row] ?? 0) >= end - HOUR && (from[row] ?? 0) + length(row) <= end),
  )
  return sums.judged < JUDGED_FROM ? null : successOf(sums)
}

/** How that rate went in the last day: a row counts from its end until the hour has moved on. */
export function hoursIn(seen: Calls): Course | undefined {
  const { now, from, length, rows, oldest } = seen
  const step = stepOf(seen)
  if (step === null) return undefined
  const ids = rows.text('callId')
  const lately = rowsFrom(seen, now - DAY - HOUR, now)
  const spells = lately.map((row) => {
    const began = from[row] ?? Number.NaN
    return { id: ids[row] ?? '', from: began + length(row), to: began + HOUR + step, place: null }
  })
  const rateAt = (at: number) => {
    const end = endOf(at, step)
    return oldest > end - HOUR ? null : successBy(seen, lately, end)
  }
  return { spells, value: (_, at) => (Number.isFinite(at) ? (rateAt(at) ?? Number.NaN) : Number.NaN) }
}

interface Consumer {
  readonly id: string
  readonly name: string
  readonly calls: number
  readonly failures?: number
}

/** One that called today, with its spans. */
interface Caller extends Consumer {
  readonly rows: readonly number[]
}

/** Who called today, most first; null where rows name nobody. */
function callersOf(seen: Calls, today: readonly number[]): readonly Caller[] | null {
  const { rows } = seen
  const [consumer, code] = [rows.code('consumer'), rows.code('consumerCode')]
  if (!today.some((row) => (consumer.at[row] ?? 0) > 0)) return null
  const own = new Map<string, { name: string; readonly rows: number[] }>()
  const nameOf = (row: number) => consumer.values[consumer.at[row] ?? 0] ?? words.noConsumer
  // Under one code stands the name of its newest span, whatever order they came in.
  const inOrder = today.toSorted(
    (a, b) => (seen.from[a] ?? 0) - (seen.from[b] ?? 0) || order(nameOf(a), nameOf(b)),
  )
  for (const row of inOrder) {
    const name = nameOf(row)
    const id = idOf(code.values[code.at[row] ?? 0], name)
    const before = own.get(id) ?? { name, rows: [] }
    before.name = name
    before.rows.push(row)
    own.set(id, before)
  }
  const callers = [...own].map(([id, { name, rows: all }]): Caller => {
    const { calls, failures } = sumOf(seen, all)
    return { id, name: shortened(name, 12), calls, rows: all, ...(tells(seen, all) && { failures }) }
  })
  return callers.toSorted((a, b) => b.calls - a.calls || order(a.id, b.id))
}

/** Who called today; where rows name nobody there is no list. */
function consumersOf(seen: Calls, today: readonly number[]): Pick<Sharing, 'consumers'> {
  const callers = callersOf(seen, today)
  if (!callers) return {}
  const consumers = callers.map(({ id, name, calls, failures }) => ({
    id,
    name,
    calls,
    ...(failures !== undefined && { failures }),
  }))
  return { consumers: atMost(consumers) }
}

/** For lists: which spans are of today, and the name under which their caller is listed; null of all others. */
export function listedCalls(rows: CallRows, now: number) {
  const seen = callsAt(rows, now)
  const today = rowsFrom(seen, dayStart(now), now)
  const callers = callersOf(seen, today) ?? []
  const names = new Map<number, string>()
  for (const [i, { name, rows: own }] of callers.entries()) {
    const rest = callers.length > MOST && i >= MOST - 1
    for (const row of own) names.set(row, rest ? words.moreConsumers(callers.length - MOST + 1) : name)
  }
  return { seen, today: new Set(today), nameOf: (row: number) => names.get(row) ?? null }
}

/** The smallest beyond the most that are listed stand together: the sums are those of all. */
function atMost(rows: readonly Consumer[]): Consumer[] {
  if (rows.length <= MOST) return [...rows]
  const rest = rows.slice(MOST - 1)
  const failures = rest.flatMap((row) => row.failures ?? [])
  return [
    ...rows.slice(0, MOST - 1),
    {
      id: 'rest',
      name: words.moreConsumers(rest.length),
      calls: sum(rest.map((row) => row.calls)),
      ...(failures.length > 0 && { failures: sum(failures) }),
    },
  ]
}
