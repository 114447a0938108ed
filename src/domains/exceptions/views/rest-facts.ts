import type { CityDocument } from '../../../contract/document'
import type { ExceptionItem } from '../../../contract/exception'
import { DAY, dayStart, HOUR, parseTime } from '../../../lib/calendar'
import { isFields, listIn, numberIn, recordIn, textIn, type Fields } from '../../../lib/fields'
import { isLast24 } from '../../../lib/period'

// What the hours of rest borrow from the documents of other domains. It is read by shape, so that no domain knows another: whichever
// brings the part is shown, and what it leaves out takes nothing else along.

/** Something that is due at a moment (epoch ms) and is not among the exceptions. */
export interface Due {
  readonly at: number
  readonly title: string
}

/** One hour: how many came in, null while it is to come, and what is usual of it where that is known. */
export interface Hour {
  readonly from: number
  readonly count: number | null
  readonly low: number | null
  readonly high: number | null
  /** Who is expected, where that is known by name. */
  readonly booked?: number
}

/** What hours count: orders, calls of an interface, numbers of a queue. */
export type Counted = 'orders' | 'calls' | 'tickets'

export interface Hours {
  readonly counted: Counted
  readonly hours: readonly Hour[]
}

/** Parts that say when something begins; the words for each stand in the table under the same name. */
export type Beginning = 'service' | 'patrol' | 'batch'

const listsIn = (value: unknown): readonly Fields[][] =>
  isFields(value)
    ? Object.values(value).flatMap((part) =>
        Array.isArray(part) ? [part.filter(isFields)] : isFields(part) ? listsIn(part) : [],
      )
    : []

/** What the lists of a document say is due after `now`, up to `until`, earliest first; `known` are listed as exceptions already. */
export function duesIn(
  { operation }: CityDocument,
  { now, until, known }: { now: number; until: number; known: readonly ExceptionItem[] },
): readonly Due[] {
  const subjects = new Set(known.flatMap(({ subject }) => subject ?? []))
  return listsIn(operation)
    .flat()
    .filter((row) => !Object.values(row).some((value) => typeof value === 'string' && subjects.has(value)))
    .flatMap((row) => {
      const at = Date.parse(textIn(row, 'dueAt') ?? '')
      return at > now && at <= until
        ? [{ at, title: textIn(row, 'title') ?? textIn(row, 'business') ?? '' }]
        : []
    })
    .toSorted((a, b) => a.at - b.at)
}

const numbersIn = (value: Fields | null, field: string): readonly unknown[] => {
  const found = value?.[field]
  return Array.isArray(found) ? found : []
}
const numberOr = (value: unknown) => (typeof value === 'number' ? value : null)

function seriesFrom(series: Fields | null, from: number): readonly Hour[] {
  const [low, high] = [numbersIn(series, 'low'), numbersIn(series, 'high')]
  return numbersIn(series, 'now').map((count, i) => ({
    from: from + i * HOUR,
    count: numberOr(count),
    low: numberOr(low[i]),
    high: numberOr(high[i]),
  }))
}

const hoursOf = (rows: readonly Fields[], day: number): readonly Hour[] =>
  rows.map((row) => ({
    from: day + (numberIn(row, 'hour') ?? 0) * HOUR,
    count: numberIn(row, 'issued'),
    low: numberIn(row, 'usual'),
    high: numberIn(row, 'usual'),
  }))

/**
 * What came in hour by hour: on two days (`twoDays`), or on the day of the document (`sharing.series`, `hours`), and on the last
 * workday of what is closed (`lastDay`), with who has booked for the next (`bookings`); none where it counts none.
 */
export function hoursIn({ operation, asOf }: CityDocument): Hours {
  const today = dayStart(Date.parse(asOf))
  const two = recordIn(operation, 'twoDays')
  if (two) return { counted: 'orders', hours: seriesFrom(two, today - DAY) }
  const calls = recordIn(recordIn(operation, 'sharing'), 'series')
  if (numberIn(calls, 'stepMinutes') === 60)
    return { counted: 'calls', hours: seriesFrom(calls, today + (numberIn(calls, 'startHour') ?? 0) * HOUR) }
  const last = recordIn(operation, 'lastDay')
  const before = dayIn(last)
  const known = [
    ...(before < today ? hoursOf(listIn(last, 'hours'), before) : []),
    ...hoursOf(listIn(operation, 'hours'), today),
  ]
  return { counted: 'tickets', hours: withBookings(known, recordIn(operation, 'bookings')) }
}

const dayIn = (part: Fields | null) => dayStart(parseTime(textIn(part, 'day') ?? ''))

function withBookings(known: readonly Hour[], bookings: Fields | null): readonly Hour[] {
  const day = dayIn(bookings)
  if (Number.isNaN(day)) return known
  const booked = new Map(
    listIn(bookings, 'hours').map((row) => [
      day + (numberIn(row, 'hour') ?? 0) * HOUR,
      numberIn(row, 'booked') ?? 0,
    ]),
  )
  const there = new Set(known.map(({ from }) => from))
  return [
    ...known.map((hour) => {
      const count = booked.get(hour.from)
      return count === undefined ? hour : { ...hour, booked: count }
    }),
    ...[...booked].flatMap(([from, count]) =>
      there.has(from) ? [] : [{ from, count: null, low: null, high: null, booked: count }],
    ),
  ]
}

/** What begins next: a hall that is closed opens, a patrol hands over, a batch is to come. */
export function comingIn({ operation }: CityDocument, now: number) {
  const service = recordIn(operation, 'service')
  const said: readonly (readonly [Beginning, string | null])[] = [
    ['service', textIn(service, 'state') === 'closed' ? textIn(service, 'opensAt') : null],
    ['patrol', textIn(recordIn(operation, 'patrol'), 'to')],
    ['batch', textIn(recordIn(operation, 'batch'), 'nextAt')],
  ]
  return said.flatMap(([what, text]) => {
    const at = Date.parse(text ?? '')
    return at > now ? [{ at, what }] : []
  })
}

/** When the last batch arrived, epoch ms; NaN where nobody says. */
export const arrivedIn = ({ operation }: CityDocument): number =>
  Date.parse(textIn(recordIn(operation, 'batch'), 'arrivedAt') ?? '')

/** The running patrol, epoch ms; null where there is none. */
export function patrolIn({ operation }: CityDocument): readonly [number, number] | null {
  const patrol = recordIn(operation, 'patrol')
  const [from, to] = [Date.parse(textIn(patrol, 'from') ?? ''), Date.parse(textIn(patrol, 'to') ?? '')]
  return from < to ? [from, to] : null
}

export interface Flow {
  readonly dropped: number
  readonly restored: number
  /** Of the last 24 hours, and not of the day. */
  readonly rolling: boolean
}

/** How often something went and came back; null where nobody counts. */
export function flowIn({ operation }: CityDocument): Flow | null {
  const [went, came] = [recordIn(operation, 'dropped'), recordIn(operation, 'restored')]
  const [dropped, restored] = [numberIn(went, 'value'), numberIn(came, 'value')]
  return dropped === null || restored === null
    ? null
    : { dropped, restored, rolling: isLast24(textIn(went, 'period') ?? '') }
}
