import { HOUR, monthDay } from '../../lib/calendar'
import { afterWorkdays } from '../../lib/working-time'
import { unit } from '../../lib/random'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import { CLOSES } from './roster'
import { reviewsUpTo, type Ticket } from './day'
import { lastDays, type HallScope } from './scope'

/** One bad review from receipt to closure, epoch ms. */
export interface BadReview {
  readonly key: string
  readonly hall: DemoHall
  readonly business: string
  readonly level: 3 | 4
  readonly received: number
  /** When it is verified, put right, called back about and closed. */
  readonly ends: readonly number[]
}

/** Working days within which the halls mean to put a bad review right. */
const REVIEW_LIMIT = 5
/** Share of bad reviews that take longer than the limit. */
const SLOW = 0.06

/** All bad reviews of the last 30 days in scope, with their way to closure. */
export function badReviews({ now, today, demo, halls, dayOf, digestOf }: HallScope): BadReview[] {
  return lastDays(today).flatMap((day) =>
    halls.flatMap((hall) => {
      const { bad } = day === today ? reviewsUpTo(dayOf(hall, day).tickets, now) : digestOf(hall, day)
      return bad.map((ticket) => reviewOf(demo, hall, day, ticket))
    }),
  )
}

const known = new WeakMap<Ticket, BadReview>()

/** What becomes of the bad review that the holder of `ticket` gave; worked out once a ticket. */
function reviewOf(demo: HallCity, hall: DemoHall, day: number, ticket: Ticket): BadReview {
  const kept = known.get(ticket)
  if (kept) return kept
  const { ratedAt } = ticket
  const key = `${hall.id}-${monthDay(day)}-${ticket.no}`
  const draw = (what: string) => unit('hall-bad', what, demo.seed, key)
  const slow = draw('slow') < SLOW
  const days = slow ? REVIEW_LIMIT + 1 + Math.floor(2 * draw('days')) : 1 + Math.floor(4 * draw('days'))
  // Closed during office hours of its last day: the close of business less up to six hours.
  const closed = afterWorkdays(demo.calendar, ratedAt, days) + CLOSES - 6 * HOUR * draw('hour')
  const part = (from: number, to: number, what: string) =>
    ratedAt + (closed - ratedAt) * (from + (to - from) * draw(what))
  const review: BadReview = {
    key,
    hall,
    business: demo.lines[ticket.line]?.businesses[ticket.business]?.label ?? '',
    level: ticket.stars === 2 ? 3 : 4,
    received: ratedAt,
    ends: [part(0.1, 0.25, 'a'), part(0.3, 0.45, 'b'), part(0.75, 0.92, 'c'), closed],
  }
  known.set(ticket, review)
  return review
}
