import { fewestOf } from '../../contract/records/history'
import { DAY, dayStart, HOUR, isoTime, MORNING } from '../../lib/calendar'
import type { HotlineOperation } from './contract'
import type { Usual } from './summary-history'
import { categoriesOf, townsOf } from './summary-groups'
import type { Lately } from './summary-lately'
import { count, type Seen } from './summary-orders'
import { complaintsOf, sentOf } from './summary-shares'
import { words } from './summary-words'

const HOURS = 24

/** When the last 24 whole hours began, epoch ms. */
export const lastHoursAt = (now: number): number =>
  dayStart(now) + (Math.floor((now - dayStart(now)) / HOUR) - HOURS) * HOUR

/**
 * The last 24 whole hours while the day is young: between midnight and 8:00 "today" is a row of zeros and tiny numbers. Nothing where the
 * records do not reach back that far. `usualOf` tells what is usual on the day of a moment (epoch ms),
 * `lately` what is in the same hours in each town.
 */
export function lastHoursOf(
  seen: Seen,
  region: string | null,
  usualOf: (at: number) => Usual | null,
  lately: ReadonlyMap<string, Lately>,
): Pick<HotlineOperation, 'lastHours'> {
  const { now } = seen
  const running = Math.floor((now - dayStart(now)) / HOUR)
  const from = lastHoursAt(now)
  if (running >= MORNING || seen.oldest > from + HOUR) return {}
  const until = from + DAY - 1
  const rows = seen.between(from, until)
  const before = seen.between(from - 7 * DAY, until - 7 * DAY)
  const compared = seen.oldest <= from - 7 * DAY + HOUR
  const yesterday = usualOf(dayStart(now) - 1)
  return {
    lastHours: {
      from: isoTime(from),
      received: {
        value: rows.length,
        unit: words.orders,
        period: words.lastDay,
        ...(compared && { compare: { label: words.weekBefore, value: before.length } }),
      },
      closed: {
        value: closedIn(seen, from, until),
        unit: words.orders,
        period: words.lastDay,
        ...(compared && {
          compare: { label: words.weekBefore, value: closedIn(seen, from - 7 * DAY, until - 7 * DAY) },
        }),
      },
      intake: {
        startHour: running,
        stepMinutes: 60,
        now: hourly(seen, rows, from),
        ...rangesOf(running, yesterday, usualOf(now)),
      },
      ...complaintsOf(seen, rows, words.lastDay),
      categories: categoriesOf(seen, rows, before),
      towns: townsOf(seen, rows, { towns: rangesOfTowns(lately) }, new Map(), region),
      ...sentOf(seen, rows, words.lastDay),
    },
  }
}

const closedIn = ({ current, closed }: Seen, from: number, until: number) =>
  count(current, (row) => (closed[row] ?? 0) >= from && (closed[row] ?? 0) <= until)

/** What is usual in each town in the same hours. */
const rangesOfTowns = (lately: ReadonlyMap<string, Lately>) =>
  new Map(
    [...lately].flatMap(([code, { low, high }]) =>
      low === undefined || high === undefined ? [] : [[code, { low, high }] as const],
    ),
  )

function hourly({ accepted }: Seen, rows: Uint32Array, from: number): number[] {
  const counts = Array.from({ length: HOURS }, () => 0)
  for (const row of rows) {
    const hour = Math.floor(((accepted[row] ?? 0) - from) / HOUR)
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  return counts
}

/** What is usual in the hours of yesterday from `start` on and in those of today before it; nothing where one of them is not known. */
function rangesOf(start: number, yesterday: Usual | null, today: Usual | null) {
  if (!yesterday || (start > 0 && !today)) return {}
  const hours = [...yesterday.hours.slice(start), ...(today?.hours.slice(0, start) ?? [])]
  const weeks = fewestOf([yesterday.weeks, ...(start > 0 ? [today?.weeks] : [])])
  return {
    low: hours.map(({ low }) => low),
    high: hours.map(({ high }) => high),
    ...(weeks !== undefined && { weeks }),
  }
}
