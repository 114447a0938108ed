import { hourOfDay, weekday } from '../../lib/calendar'
import type { Book } from '../../contract/records/counting'
import type { VideoOperation } from './contract'
import { usual } from './records'
import { valueIn, type Seen } from './summary-seen'
import { order, shortened, tally } from './summary-stock'

const MOST_TOWNS = 400

interface Range {
  readonly low: number
  readonly high: number
}

/** Cameras and what is offline by town, each against its own usual number at this hour where the city knows one. */
export function townsOf(
  { cameras, rows, down, now, region }: Seen,
  book: Book,
): Pick<VideoOperation, 'towns'> {
  if (!cameras || !down) return {}
  const column = cameras.place('town')
  if (column.values.length === 1) return {}
  const [channels, offline] = [tally(rows, column), tally(down.rows, column)]
  const ranges = usualAt(book, now)
  const towns = column.values.flatMap((place, i) =>
    place && (region === null || place.code.startsWith(region))
      ? [
          {
            code: place.code,
            name: shortened(place.name || place.code, 16),
            cameras: channels[i] ?? 0,
            offline: offline[i] ?? 0,
            ...ranges.get(place.code),
          },
        ]
      : [],
  )
  return { towns: towns.toSorted((a, b) => order(a.code, b.code)).slice(0, MOST_TOWNS) }
}

/** Usual channels offline by town code at the hour of `now`; a row of this very weekday or hour says more than one of all of them. */
function usualAt(book: Book, now: number): ReadonlyMap<string, Range> {
  const known = book.of(usual)
  const found = new Map<string, Range & { readonly rank: number; readonly key: string }>()
  if (!known) return found
  const [metric, place, keys] = [known.code('metric'), known.place('place'), known.text('key')]
  const [days, hours, lows, highs] = [
    known.number('weekday'),
    known.number('hour'),
    known.number('low'),
    known.number('high'),
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
    const [before, key] = [found.get(town.code), keys[row] ?? '']
    if (before && (before.rank > rank || (before.rank === rank && before.key < key))) continue
    found.set(town.code, { ...range, rank, key })
  }
  return new Map([...found].map(([code, { low, high }]) => [code, { low, high }]))
}
