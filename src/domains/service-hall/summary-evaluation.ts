import { DAY, dayStart, isYoungDay } from '../../lib/calendar'
import { isWorkday } from '../../lib/working-time'
import { weekdayText } from '../../lib/format'
import { LEVELS } from './codes'
import type { Moment } from '../../contract/records/summary'
import type { HallOperation } from './contract'
import { evaluation as evaluationKind } from './records'
import { closureOf } from './summary-closure'
import type { Scope } from './summary-halls'
import { reviewsOf, type Reviews } from './summary-reviews'
import { reaches } from './summary-usual'
import { words } from './summary-words'

const MONTH_DAYS = 30

/** 好差评 of the scope: five levels today and over 30 days, and what became of the bad ones. */
export function evaluationPart(scope: Scope): Pick<HallOperation, 'evaluation'> {
  const table = scope.book.of(evaluationKind)
  if (!table) return {}
  const reviews = reviewsOf(scope, table)
  const { now, rows, rated } = reviews
  const between = (from: number, to: number) =>
    ratingsOf(
      reviews,
      rows.filter((row) => (rated[row] ?? 0) >= from && (rated[row] ?? 0) <= to),
    )
  // A day that has just begun has nothing to tell.
  const night = isYoungDay(now)
  const begin = night ? now - DAY : dayStart(now)
  const today = between(begin, now)
  const days = daysOf(reviews.oldest, scope.moment)
  const from = dayStart(now) - (days - 1) * DAY
  const month = between(from, now)
  // Without a hall in scope there is nobody to review: no value, not zero.
  const nobody = scope.moment.region !== null && scope.halls.length === 0
  const measure = (value: number, period: string) => ({
    value: nobody ? null : value,
    unit: words.reviews,
    period,
  })
  const { calendar } = scope.moment
  const then = now - 7 * DAY
  const compares =
    isWorkday(calendar, then) === isWorkday(calendar, now) && reaches(reviews.oldest, then, calendar)
  return {
    evaluation: {
      today,
      month,
      goodRate: { value: goodRate(month), unit: '%', period: words.lastDays(days) },
      badToday: {
        ...measure(badOf(today), night ? words.last24 : words.today),
        ...(compares && {
          compare: { label: words.sameDay(weekdayText(now)), value: badOf(between(begin - 7 * DAY, then)) },
        }),
      },
      badMonth: measure(badOf(month), words.lastDays(days)),
      ...closureOf(reviews, from, measure),
    },
  }
}

type Ratings = NonNullable<NonNullable<HallOperation['evaluation']>['month']>

const badOf = ({ levels }: Ratings) => (levels[3] ?? 0) + (levels[4] ?? 0)

const goodRate = (ratings: Ratings) =>
  ratings.rated === 0 ? null : Math.round(((ratings.rated - badOf(ratings)) / ratings.rated) * 10_000) / 100

function ratingsOf({ level, count }: Reviews, rows: Uint32Array): Ratings {
  const levels = LEVELS.map(() => 0)
  for (const row of rows) levels[level(row)] = (levels[level(row)] ?? 0) + count(row)
  return { rated: levels.reduce((a, b) => a + b, 0), levels }
}

/** Days up to today that the records tell of; thirty, or fewer where they do not reach so far back. */
function daysOf(oldest: number, { now, calendar }: Moment): number {
  const first = dayStart(now) - (MONTH_DAYS - 1) * DAY
  if (oldest === Number.POSITIVE_INFINITY || reaches(oldest, first, calendar)) return MONTH_DAYS
  return Math.max(1, Math.round((dayStart(now) - dayStart(oldest)) / DAY) + 1)
}
