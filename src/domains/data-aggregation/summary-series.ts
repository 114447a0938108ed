import { FEWEST_WEEKS } from '../../contract/records/history'
import type { Records } from '../../contract/records/table'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import { DAY, dayStart, HOUR, MINUTE, weekday } from '../../lib/calendar'
import type { DataOperation } from './contract'
import type { UsualCalls } from './records'
import type { Calls } from './summary-calls'

type UsualRows = Records<UsualCalls['columns']>
type Sharing = NonNullable<DataOperation['sharing']>

/** Steps a day's line may have, minutes. */
const [SHORTEST, LONGEST] = [5, 240]

/**
 * Calls of each span of today that is over. Only where all spans are of one length; what lies before the first row of all is unknown.
 */
export function seriesOf(
  { now, from, length, calls, oldest }: Calls,
  today: readonly number[],
  calendar: WorkCalendar,
  usual: UsualRows | undefined,
): Pick<Sharing, 'series'> {
  const [first] = today
  if (first === undefined) return {}
  const step = length(first)
  const minutes = Math.round(step / MINUTE)
  const fits = DAY % step === 0 && minutes >= SHORTEST && minutes <= LONGEST
  if (!fits || today.some((row) => length(row) !== step)) return {}
  const midnight = dayStart(now)
  const counts = Array.from({ length: DAY / step }, () => 0)
  for (const row of today) {
    const place = Math.floor(((from[row] ?? 0) - midnight) / step)
    counts[place] = (counts[place] ?? 0) + calls(row)
  }
  const full = Math.floor((now - midnight) / step)
  return {
    series: {
      startHour: 0,
      stepMinutes: minutes,
      now: counts.map((n, i) => (i < full && midnight + (i + 1) * step > oldest ? n : null)),
      ...(usual && bandOf(usual, { now, calendar }, step)),
    },
  }
}

/**
 * Usual range of each span of a day like today: `calls-15` tells it for a quarter of an hour, hour by hour. None where an hour of the
 * day is unknown, and none on a holiday: the table knows weekdays only.
 */
function bandOf(
  usual: UsualRows,
  { now, calendar }: { readonly now: number; readonly calendar: WorkCalendar },
  step: number,
): { low: number[]; high: number[]; weeks: number } | undefined {
  const day = weekday(now)
  if (isWorkday(calendar, now) !== (day > 0 && day < 6)) return undefined
  const metric = usual.code('metric').values.indexOf(`calls-${Math.round(step / MINUTE)}`)
  if (metric < 0) return undefined
  const [weekdays, hours] = [usual.number('weekday'), usual.number('hour')]
  const weeks = usual.number('weeks')
  const [lows, highs] = [usual.number('low'), usual.number('high')]
  const [low, high] = [new Map<number, number>(), new Map<number, number>()]
  let fewest = Infinity
  for (let row = 0; row < usual.size; row++) {
    const isOfToday =
      usual.code('metric').at[row] === metric && usual.place('place').at[row] === 0 && weekdays[row] === day
    const [hour, bottom, top] = [hours[row] ?? Number.NaN, lows[row] ?? Number.NaN, highs[row] ?? Number.NaN]
    if (!isOfToday || (weeks[row] ?? 0) < FEWEST_WEEKS || Number.isNaN(hour + bottom + top) || bottom > top)
      continue
    // Two rows of one hour: the wider range, whichever came first.
    low.set(hour, Math.min(bottom, low.get(hour) ?? bottom))
    high.set(hour, Math.max(top, high.get(hour) ?? top))
    fewest = Math.min(fewest, weeks[row] ?? fewest)
  }
  const places = Array.from({ length: DAY / step }, (_, i) => Math.floor((i * step) / HOUR))
  if (!places.every((hour) => low.has(hour))) return undefined
  return {
    low: places.map((hour) => low.get(hour) ?? 0),
    high: places.map((hour) => high.get(hour) ?? 0),
    weeks: fewest,
  }
}
