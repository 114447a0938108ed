import { HOUR, hourOfDay, isoTime, weekday } from '../../lib/calendar'
import type { Book } from '../../contract/records/counting'
import { FEWEST_WEEKS, fewestOf } from '../../contract/records/history'
import type { VideoOperation } from './contract'
import { usual } from './records'
import { valueIn, type Seen } from './summary-seen'
import { order, shortened, tally } from './summary-stock'

const MOST_TOWNS = 400

interface Range {
  readonly low: number
  readonly high: number
  /** Undefined where nobody says. */
  readonly weeks: number | undefined
}

/** Cameras and what is offline by town, each against its own usual number at this hour where the city knows one. */
export function townsOf(seen: Seen, book: Book): Pick<VideoOperation, 'towns'> {
  const { cameras, rows, down, now, region } = seen
  if (!cameras || !down) return {}
  const column = cameras.place('town')
  if (column.values.length === 1) return {}
  const [channels, offline] = [tally(rows, column), tally(down.rows, column)]
  const ranges = usualAt(book, now)
  const courses = coursesIn(seen, (at) => usualAt(book, at))
  const towns = column.values.flatMap((place, i) =>
    place && (region === null || place.code.startsWith(region))
      ? [
          {
            code: place.code,
            name: shortened(place.name || place.code, 16),
            cameras: channels[i] ?? 0,
            offline: offline[i] ?? 0,
            ...boundsOf(ranges.get(place.code)),
            ...(courses && { course: courses(place.code, i) }),
          },
        ]
      : [],
  )
  return { towns: towns.toSorted((a, b) => order(a.code, b.code)).slice(0, MOST_TOWNS) }
}

/** The last whole hours of a town, by its code and its place in the table's list; null where the records do not tell them. */
function coursesIn(
  { cameras, cameraOf, cuts, reach, now }: Seen,
  usualIn: (at: number) => ReadonlyMap<string, Range>,
):
  | ((code: string, town: number) => NonNullable<NonNullable<VideoOperation['towns']>[number]['course']>)
  | null {
  if (!cameras || !cuts) return null
  const last = Math.floor(now / HOUR) * HOUR
  const hours = Array.from({ length: 24 }, (_, i) => last - (23 - i) * HOUR)
  const { at, values } = cameras.place('town')
  const counts = values.map(() => hours.map((hour): number | null => (hour >= reach ? 0 : null)))
  for (let i = 0; i < cuts.rows.length; i++) {
    const own = counts[at[cameraOf[cuts.rows[i] ?? -1] ?? -1] ?? 0]
    const [from, to] = [cuts.from[i] ?? Infinity, cuts.to[i] ?? Infinity]
    const first = Math.max(0, Math.ceil((from - (hours[0] ?? 0)) / HOUR))
    for (let hour = first; own && hour < 24 && (hours[hour] ?? 0) < to; hour++) {
      const before = own[hour]
      if (before != null) own[hour] = before + 1
    }
  }
  const usuals = hours.map(usualIn)
  return (code, town) => {
    const ranges = usuals.flatMap((usual) => usual.get(code) ?? [])
    const weeks = fewestOf(ranges.map((range) => range.weeks))
    return {
      from: isoTime(hours[0] ?? now),
      stepMinutes: 60,
      now: counts[town] ?? [],
      ...(ranges.length === 24 && {
        low: ranges.map(({ low }) => low),
        high: ranges.map(({ high }) => high),
        ...(weeks !== undefined && { weeks }),
      }),
    }
  }
}

const boundsOf = (range: Range | undefined) => range && { low: range.low, high: range.high }

/** Usual channels offline by town code at the hour of `now`; a row of this very weekday or hour says more than one of all of them. */
function usualAt(book: Book, now: number): ReadonlyMap<string, Range> {
  const known = book.of(usual)
  const found = new Map<string, Range & { readonly rank: number; readonly key: string }>()
  if (!known) return found
  const [metric, place, keys] = [known.code('metric'), known.place('place'), known.text('key')]
  const [days, hours, lows, highs, weeks] = [
    known.number('weekday'),
    known.number('hour'),
    known.number('low'),
    known.number('high'),
    known.number('weeks'),
  ]
  const [today, hour] = [weekday(now), Math.floor(hourOfDay(now))]
  const meets = (column: Float64Array, row: number, wanted: number) => {
    const value = column[row] ?? Number.NaN
    return Number.isNaN(value) ? 0 : value === wanted ? 1 : -Infinity
  }
  for (let row = 0; row < known.size; row++) {
    const town = valueIn(place, row)
    const rank = 2 * meets(hours, row, hour) + meets(days, row, today)
    const range = { low: Math.floor(lows[row] ?? Number.NaN), high: Math.ceil(highs[row] ?? Number.NaN) }
    if (!town || valueIn(metric, row) !== 'offline' || rank < 0 || !(range.low <= range.high)) continue
    // How many weeks stand behind a row that does not say so is not known: it is taken as it is.
    if ((weeks[row] || FEWEST_WEEKS) < FEWEST_WEEKS) continue
    const [before, key] = [found.get(town.code), keys[row] ?? '']
    if (before && (before.rank > rank || (before.rank === rank && before.key < key))) continue
    found.set(town.code, { ...range, weeks: weeks[row] || undefined, rank, key })
  }
  return found
}
