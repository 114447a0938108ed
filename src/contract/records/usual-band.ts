import { HOUR, hourOfDay, weekday } from '../../lib/calendar'
import { FEWEST_WEEKS, fewestOf, type historyOf } from './history'
import type { Records } from './table'

/** What is usual of a figure at the same hours of other weeks. */
export interface UsualBand {
  /** The fewest weeks behind it; undefined where a row does not say how many. */
  readonly weeks: number | undefined
  /** Its range at a moment (epoch ms); null where none is known. */
  at(moment: number): { readonly low: number; readonly high: number } | null
}

/** How a domain that keeps a table of what is usual reads it: the figure that a course tells, of a thing. */
export interface Wanted {
  readonly course: string
  readonly subject: string
}

/**
 * The range of a metric of the whole city by weekday and hour; a row of this very weekday or hour says more than one of all of them, and
 * one of fewer weeks than make a range says nothing. `isOf` picks the metric. Null where no row says anything of it.
 */
export function bandIn(
  table: Records<ReturnType<typeof historyOf>['columns']> | undefined,
  isOf: (metric: string) => boolean,
): UsualBand | null {
  if (!table) return null
  const [metric, place, keys] = [table.code('metric'), table.place('place'), table.text('key')]
  const number = (name: Parameters<typeof table.number>[0]) => (row: number) =>
    table.number(name)[row] ?? Number.NaN
  const [low, high, weeks] = [number('low'), number('high'), number('weeks')]
  const [days, hours] = [number('weekday'), number('hour')]
  const wanted = metric.values.map((name) => name !== null && isOf(name))
  const rows = Array.from({ length: table.size }, (_, row) => row)
    .filter((row) => wanted[metric.at[row] ?? 0] && (place.at[row] ?? 0) === 0)
    // How many weeks stand behind a row that does not say so is not known: it is taken as it is.
    .filter((row) => low(row) <= high(row) && !(weeks(row) < FEWEST_WEEKS))
    .toSorted((a, b) => Number((keys[a] ?? '') > (keys[b] ?? '')) || -1)
  if (rows.length === 0) return null
  const exact = (value: number) => Number(!Number.isNaN(value))
  const by = new Map<string, number>()
  for (const row of rows)
    for (const day of Number.isNaN(days(row)) ? WEEK : [days(row)])
      for (const hour of Number.isNaN(hours(row)) ? DAY : [hours(row)]) {
        const before = by.get(`${day} ${hour}`)
        const rank = (one: number) => 2 * exact(hours(one)) + exact(days(one))
        if (before === undefined || rank(row) > rank(before)) by.set(`${day} ${hour}`, row)
      }
  return {
    weeks: fewestOf(rows.map((row) => weeks(row) || undefined)),
    at(moment) {
      const row = by.get(`${weekday(moment)} ${Math.floor(hourOfDay(moment))}`)
      return row === undefined ? null : { low: low(row), high: high(row) }
    },
  }
}

const WEEK = Array.from({ length: 7 }, (_, day) => day)
const DAY = Array.from({ length: 24 }, (_, hour) => hour)

/** The same of a figure that is told when its hour is over. */
export const hourLater = (band: UsualBand | null): UsualBand | null =>
  band && { ...band, at: (moment) => band.at(moment - HOUR / 2) }
