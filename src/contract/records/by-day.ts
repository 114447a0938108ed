import { dayNumber } from '../../lib/calendar'

/** Rows of a table by the day on which a moment of theirs lies. */
export interface ByDay {
  /** The first of all moments, epoch ms; Infinity where none is known. */
  readonly oldest: number
  /** Rows whose moment lies from `from` to `to` (epoch ms), both included, in the order of their days. Not to be written to. */
  readonly between: (from: number, to: number) => Uint32Array
}

/**
 * Sets the first `size` rows in the order of the days of `times`, epoch ms; a row whose moment is unknown stands on none. Not sorted any
 * further: the orders of a year are set in order anew with every change, and two passes are a fifth of what sorting takes.
 */
export function byDay(times: Float64Array, size: number): ByDay {
  let [oldest, newest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = 0; row < size; row++) {
    const at = times[row] ?? Number.NaN
    if (at < oldest) oldest = at
    if (at > newest) newest = at
  }
  const first = dayNumber(oldest)
  // A year has four digits where records are read, so the days are few. Between the oldest and the newest all are there, in order.
  const days = oldest > newest ? 0 : dayNumber(newest) - first + 1
  /** `starts[i]` is where the rows of a day begin, and those of the day before it end. */
  const starts = new Uint32Array(days + 1)
  const dayOf = (row: number) => dayNumber(times[row] ?? Number.NaN) - first
  for (let row = 0; row < size; row++) {
    const day = dayOf(row)
    if (day >= 0) starts[day + 1] = (starts[day + 1] ?? 0) + 1
  }
  for (let day = 1; day <= days; day++) starts[day] = (starts[day] ?? 0) + (starts[day - 1] ?? 0)
  const [rows, free] = [new Uint32Array(starts[days] ?? 0), starts.slice()]
  for (let row = 0; row < size; row++) {
    const day = dayOf(row)
    if (!(day >= 0)) continue
    const place = free[day] ?? 0
    rows[place] = row
    free[day] = place + 1
  }
  return { oldest, between: betweenIn({ times, rows, starts, first }) }
}

interface Days {
  readonly times: Float64Array
  readonly rows: Uint32Array
  readonly starts: Uint32Array
  /** Number of the first day. */
  readonly first: number
}

function betweenIn({ times, rows, starts, first }: Days): ByDay['between'] {
  const startOf = (day: number) => starts[Math.min(starts.length - 1, Math.max(0, day - first))] ?? 0
  return (from, to) => {
    if (from > to) return new Uint32Array(0)
    const isWithin = (row: number) => (times[row] ?? 0) >= from && (times[row] ?? 0) <= to
    const [day, last] = [dayNumber(from), dayNumber(to)]
    // Only the first and the last day are looked through; those between them lie within as they stand.
    const middle = rows.subarray(startOf(day + 1), Math.max(startOf(day + 1), startOf(last)))
    const head = rows.subarray(startOf(day), startOf(day + 1)).filter(isWithin)
    if (day === last) return head
    const tail = rows.subarray(startOf(last), startOf(last + 1)).filter(isWithin)
    const found = new Uint32Array(head.length + middle.length + tail.length)
    found.set(head)
    found.set(middle, head.length)
    found.set(tail, head.length + middle.length)
    return found
  }
}
