import { DAY, dayNumber, isoDate, isoTime, monthDay, parseTime, startOfDay } from '../../lib/calendar'
import type { DataOperation } from './contract'
import { wide } from './summary-figures'
import type { Deliveries } from './summary-loads'
import { words } from './summary-words'

/** Days drawn, and days before the latest that its volume is compared with the mean of. */
const [SHOWN, COMPARED] = [30, 13]

type Intake = DataOperation['intake']

/** What each day brought. A day on which nothing arrived is unknown; days before the first row are not there at all. */
export function intakeOf(deliveries: Deliveries, region: string | null): NonNullable<Intake> {
  const { day, reach, total } = deliveries
  const shown = Math.min(SHOWN, reach + 1)
  const date = monthDay(startOfDay(day))
  return {
    latest: {
      value: total(0),
      unit: words.unit.records,
      period: wide(words.day(date), region),
      ...meanBefore(deliveries),
    },
    ...monthOf(deliveries, region),
    days: Array.from({ length: shown }, (_, i) => {
      const back = shown - 1 - i
      return { date: isoDate(startOfDay(day - back)), records: total(back) }
    }),
  }
}

function meanBefore({ reach, total }: Deliveries) {
  if (reach < COMPARED) return {}
  const known = Array.from({ length: COMPARED }, (_, i) => total(i + 1)).filter((n) => n !== null)
  if (known.length === 0) return {}
  const value = Math.round(known.reduce((a, b) => a + b, 0) / known.length)
  return { compare: { label: words.meanOf(COMPARED), value } }
}

/** This month's days so far against as many days of last month, as far as the rows reach; a missing batch counts for nothing in both. */
function monthOf(
  { day, reach, total }: Deliveries,
  region: string | null,
): Pick<NonNullable<Intake>, 'month'> {
  const firstOf = (ms: number) => dayNumber(parseTime(`${isoDate(ms).slice(0, 7)}-01`))
  const first = firstOf(startOfDay(day))
  const before = firstOf(startOfDay(first) - DAY)
  const length = day - first + 1
  if (day - first > reach) return {}
  const within = (from: number, until: number) => {
    let records = 0
    for (let d = from; d < until; d++) records += total(day - d) ?? 0
    return records
  }
  return {
    month: {
      value: within(first, day + 1),
      unit: words.unit.records,
      period: wide(words.month(length), region),
      ...(day - before <= reach && {
        compare: { label: words.lastMonth, value: within(before, Math.min(before + length, first)) },
      }),
    },
  }
}

/** The last delivery that came, and when the next one is to be expected where departments deliver daily. */
export function batchOf({ rows, known }: Deliveries, now: number): DataOperation['batch'] {
  const [arrivals, cycles] = [rows.time('arrivedAt'), rows.number('cycleDays')]
  const last = known.reduce((latest, row) => Math.max(latest, arrivals[row] || 0), 0)
  if (last === 0) return undefined
  const daily = known.some((row) => cycles[row] === 1)
  const next = last + (Math.floor((now - last) / DAY) + 1) * DAY
  return { arrivedAt: isoTime(last), ...(daily && { nextAt: isoTime(next) }) }
}
