import { fewestOf } from '../../contract/records/history'
import type { Records } from '../../contract/records/table'
import { DAY, dayStart, HOUR, isoTime, MORNING, weekday } from '../../lib/calendar'
import type { HotlineOperation } from './contract'
import type { pastOrders } from './records'
import { alikeDays, spreadOf, type Usual, usual } from './summary-history'
import type { Seen } from './summary-orders'

export type Lately = NonNullable<NonNullable<HotlineOperation['towns']>[number]['lately']>

const HOURS = 24
/** Orders of every town by the hour, beside what is usual in the same hours, by division code. */
export function latelyOf(
  seen: Seen,
  past: Records<(typeof pastOrders)['columns']> | undefined,
  today: Usual | null,
): ReadonlyMap<string, Lately> {
  const { now } = seen
  const running = Math.floor((now - dayStart(now)) / HOUR)
  const night = running < MORNING
  const from = night ? dayStart(now) + (running - HOURS) * HOUR : dayStart(now)
  const { values } = seen.orders.place('town')
  // A night's window ends with the last whole hour, so that number and curve are of the same hours.
  const until = night ? from + DAY : now + 1
  const counts = countsBetween(seen, from, until)
  const means = meansByOrders(seen, from) ?? (past ? meansByTable(past, from, values) : null)
  const whole = night ? HOURS : running
  return new Map(
    values.flatMap((place, town) => {
      const own = counts[town]
      if (!place || !own) return []
      const mean = means?.towns[town]
      // By day it is the town's own number with its own range: one fact, one text.
      const range = night ? mean && usual(sumOf(mean)) : today?.towns.get(place.code)
      return [
        [
          place.code,
          {
            count: sumOf(own),
            ...range,
            course: courseOf(own, mean && { mean, weeks: means?.weeks }, from, whole),
          },
        ] as const,
      ]
    }),
  )
}

const sumOf = (hours: Float64Array) => hours.reduce((sum, each) => sum + each, 0)

/** Whole hours over what is usual in them; `whole` is how many are over. */
function courseOf(
  counts: Float64Array,
  usually: { readonly mean: Float64Array; readonly weeks: number | undefined } | undefined,
  from: number,
  whole: number,
): Lately['course'] {
  const ranges = usually && Array.from(smoothed(usually.mean), rangeOf)
  return {
    from: isoTime(from),
    stepMinutes: 60,
    now: Array.from(counts, (n, hour) => (hour < whole ? n : null)),
    ...(ranges && { low: ranges.map(({ low }) => low), high: ranges.map(({ high }) => high) }),
    ...(usually?.weeks !== undefined && { weeks: usually.weeks }),
  }
}

/** One town has few orders an hour: its mean of eight weeks jumps by chance, and its neighbours' hours steady it. */
const smoothed = (means: Float64Array) =>
  means.map((mean, hour) => (means[hour - 1] ?? mean) / 4 + mean / 2 + (means[hour + 1] ?? mean) / 4)

function rangeOf(mean: number) {
  const spread = spreadOf(mean)
  return { low: tenth(Math.max(0, mean - spread)), high: tenth(mean + spread) }
}

const tenth = (n: number) => Math.round(n * 10) / 10

/** By place in the table's list of towns: orders accepted from `from` on, before `until`, by the hour. */
function countsBetween({ orders, between, accepted }: Seen, from: number, until: number): Float64Array[] {
  const { at, values } = orders.place('town')
  const counts = values.map(() => new Float64Array(HOURS))
  for (const row of between(from, until - 1)) {
    const own = counts[at[row] ?? 0]
    const hour = Math.floor(((accepted[row] ?? 0) - from) / HOUR)
    if (own) own[hour] = (own[hour] ?? 0) + 1
  }
  return counts
}

/** Mean orders of each town in each hour of the window, in the order of the table's list of towns. */
interface Means {
  readonly towns: readonly Float64Array[]
  readonly weeks: number | undefined
}

/** Mean orders of the same hours in weeks alike; null where the records do not reach back for both days of the window. */
function meansByOrders(seen: Seen, from: number): Means | null {
  const first = alikeDays({ ...seen, now: from })
  const days = dayStart(from) === dayStart(seen.now) ? [first] : [first, alikeDays(seen)]
  if (days.some((alike) => alike.length === 0)) return null
  const { at, values } = seen.orders.place('town')
  const means = values.map(() => new Float64Array(HOURS))
  for (const [day, midnights] of days.entries()) {
    // Which hour of the window the first one of these days is.
    const shift = (dayStart(from) - from) / HOUR + day * HOURS
    for (const midnight of midnights)
      for (const row of seen.between(midnight, midnight + DAY - 1)) {
        const hour = Math.floor(((seen.accepted[row] ?? 0) - midnight) / HOUR) + shift
        const town = means[at[row] ?? 0]
        if (town && hour >= 0 && hour < HOURS) town[hour] = (town[hour] ?? 0) + 1 / midnights.length
      }
  }
  return { towns: means, weeks: fewestOf(days.map((midnights) => midnights.length)) }
}

/** The same from the small table a city sends instead of old orders; null where it has nothing of these hours. */
function meansByTable(
  table: Records<(typeof pastOrders)['columns']>,
  from: number,
  towns: readonly ({ readonly code: string } | null)[],
): Means | null {
  const [mean, weekdays, hours] = [table.number('mean'), table.number('weekday'), table.number('hour')]
  const [metric, place, weeks] = [table.code('metric'), table.place('place'), table.number('weeks')]
  const known: (number | undefined)[] = []
  const start = Math.round((from - dayStart(from)) / HOUR)
  const [first, second] = [weekday(from), weekday(from + DAY)]
  const means = new Map<string, Float64Array>()
  for (let row = 0; row < table.size; row++) {
    const [hour, value] = [hours[row] ?? Number.NaN, mean[row] ?? Number.NaN]
    const town = place.values[place.at[row] ?? 0]
    const wanted = weekdays[row] === (hour >= start ? first : second)
    if (!town || !wanted || metric.values[metric.at[row] ?? 0] !== 'received') continue
    if (Number.isNaN(hour) || Number.isNaN(value)) continue
    const own = means.get(town.code) ?? new Float64Array(HOURS)
    const at = (hour - start + HOURS) % HOURS
    own[at] = (own[at] ?? 0) + value
    known.push(weeks[row] || undefined)
    means.set(town.code, own)
  }
  if (means.size === 0) return null
  return {
    towns: towns.map((town) => means.get(town?.code ?? '') ?? new Float64Array(HOURS)),
    weeks: fewestOf(known),
  }
}
