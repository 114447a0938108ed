import { DAY, isoDate, isoTime, parseTime } from '../../lib/calendar'
import { apportion, unit } from '../../lib/random'
import type { DataCity } from './at-work'
import type { RowsMoment } from '../kit/domain'
import { arrivalOf, isDue, loadedDay, loadOn, stockOn } from './loads'

/** Days handed out: the last thirty, and what two months are compared by. */
const KEPT_DAYS = 30
/** Share of a load that the rules check, and of the checked rows that break one. */
const [CHECKED, PROBLEMS] = [0.62, 0.0034]

/** One delivery of each department that was due, oldest first. On a day whose batch never arrived their records are unknown. */
export function loadRows(demo: DataCity, { now, since }: RowsMoment): object[] {
  const last = loadedDay(now)
  const rows: object[] = []
  let stock: readonly number[] | undefined
  for (let day = firstDay(last); day <= last; day += DAY) {
    const brought = loadOn(demo, day)
    stock = stock ? stock.map((n, i) => n + (brought?.[i] ?? 0)) : stockOn(demo, day)
    if (since === null || arrivalOf(day) > since) rows.push(...rowsOf(demo, day, brought, stock))
  }
  return rows
}

/** The first of the month before that of `last`, or thirty days, whichever is longer ago. */
function firstDay(last: number): number {
  const month = parseTime(`${isoDate(last).slice(0, 7)}-01`)
  const before = parseTime(`${isoDate(month - DAY).slice(0, 7)}-01`)
  return Math.min(before, last - (KEPT_DAYS - 1) * DAY)
}

function rowsOf(
  demo: DataCity,
  day: number,
  brought: readonly number[] | null,
  stock: readonly number[],
): object[] {
  const date = isoDate(day)
  const [checked, problems] = checksOn(demo, date, brought ?? [])
  return demo.departments.flatMap(({ id, name, library, cycleDays, classes }, i) =>
    isDue(cycleDays, day)
      ? [
          {
            loadId: `${date.replaceAll('-', '')}-${id}`,
            dept: name,
            deptCode: id,
            library,
            cycleDays,
            day: isoTime(day),
            arrivedAt: brought && isoTime(arrivalOf(day)),
            records: brought && (brought[i] ?? 0),
            stock: stock[i] ?? 0,
            ...(classes !== null && { classes }),
            checked: checked?.[i] ?? null,
            problems: problems?.[i] ?? null,
          },
        ]
      : [],
  )
}

/** Rows checked and rows that broke a rule, by department; empty where nothing arrived. */
function checksOn(demo: DataCity, date: string, brought: readonly number[]) {
  if (brought.length === 0) return []
  const rows = brought.reduce((a, b) => a + b, 0)
  const checked = Math.round(rows * CHECKED)
  const problems = Math.round(checked * PROBLEMS * (0.75 + 0.5 * unit(demo.seed, 'rule', date)))
  return [apportion(checked, brought), apportion(problems, brought)]
}
