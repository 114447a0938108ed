import { DAY, HOUR, isoTime, monthDay } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { WholeHalls } from '../../domains/service-hall/contract'
import type { DemoHall, HallDemo } from './seed'
import { CLOSURE, LEVELS } from '../../domains/service-hall/codes'
import { reviewsUpTo, type Ticket } from './day'
import { lastDays, type HallScope } from './scope'
import { workdaysAfter } from './workdays'
import { sameDayText } from '../kit/same-day'

/** One bad review from receipt to closure, epoch ms. */
export interface BadReview {
  readonly key: string
  readonly hall: DemoHall
  readonly business: string
  readonly level: 3 | 4
  readonly received: number
  /** When each stage of CLOSURE ends; the last one is the closure. */
  readonly ends: readonly number[]
}

/** Working days within which the halls mean to put a bad review right. */
export const REVIEW_LIMIT = 5
/** Share of bad reviews that take longer than the limit. */
const SLOW = 0.06
const MAX_ROWS = 40

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
function reviewOf(demo: HallDemo, hall: DemoHall, day: number, ticket: Ticket): BadReview {
  const kept = known.get(ticket)
  if (kept) return kept
  const { ratedAt } = ticket
  const key = `${hall.id}-${monthDay(day)}-${ticket.no}`
  const draw = (what: string) => unit('hall-bad', what, demo.seed, key)
  const slow = draw('slow') < SLOW
  const days = slow ? REVIEW_LIMIT + 1 + Math.floor(2 * draw('days')) : 1 + Math.floor(4 * draw('days'))
  // Closed during office hours of its last day: the close of business less up to six hours.
  const closed = workdaysAfter(ratedAt, days) - 6 * HOUR * draw('hour')
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

/** When a review has to be closed, `limitWorkdays` after it came in. */
export const dueOf = ({ received }: BadReview, limitWorkdays: number) =>
  workdaysAfter(received, limitWorkdays)

const closedAt = (r: BadReview) => r.ends.at(-1) ?? Infinity
const isOpen = (r: BadReview, now: number) => r.received <= now && closedAt(r) > now
export const isOverdue = (r: BadReview, now: number, limitWorkdays: number) =>
  isOpen(r, now) && dueOf(r, limitWorkdays) < now

function stageOf(r: BadReview, now: number): (typeof CLOSURE)[number] {
  return CLOSURE[r.ends.findIndex((end) => end > now)] ?? 'callback'
}

/** How many open reviews stand at each stage, and since when the oldest. */
const stagesOf = (open: readonly BadReview[], now: number) =>
  CLOSURE.map((key) => {
    const own = open.filter((r) => stageOf(r, now) === key)
    const oldest = Math.max(...own.map((r) => now - r.received))
    return {
      key,
      count: own.length,
      oldestHours: own.length === 0 ? null : Math.round(oldest / HOUR),
    }
  })

/** 好差评 of the scope: five levels today and over 30 days, and what became of the bad ones. */
export function evaluationAt(
  scope: HallScope,
  bad: readonly BadReview[],
  limitWorkdays: number,
): WholeHalls['evaluation'] {
  const { now, today } = scope
  const sum = (days: readonly number[], at: number) => {
    const parts = days.flatMap((day) =>
      scope.halls.map((hall) =>
        day + DAY > at ? reviewsUpTo(scope.dayOf(hall, day).tickets, at) : scope.digestOf(hall, day),
      ),
    )
    return [0, 1, 2, 3, 4].map((i) => parts.reduce((n, p) => n + (p.levels[i] ?? 0), 0))
  }
  const ratings = (levels: readonly number[]) => ({
    rated: levels.reduce((a, b) => a + b, 0),
    levels: [...levels],
  })
  const todayLevels = ratings(sum([today], now))
  const month = ratings(sum(lastDays(today), now))
  const badOf = (levels: readonly number[]) => (levels[3] ?? 0) + (levels[4] ?? 0)
  const open = bad.filter((r) => isOpen(r, now))
  // Without a hall in scope there is nobody to review: no value, not zero.
  const measure = (value: number, period: string) => ({
    value: scope.halls.length === 0 ? null : value,
    unit: '件',
    period,
  })
  return {
    today: todayLevels,
    month,
    goodRate: {
      value:
        month.rated === 0
          ? null
          : Math.round(((month.rated - badOf(month.levels)) / month.rated) * 10_000) / 100,
      unit: '%',
      period: '近 30 日',
    },
    badToday: {
      ...measure(badOf(todayLevels.levels), '今日'),
      compare: {
        label: sameDayText(now),
        value: badOf(sum([today - 7 * DAY], now - 7 * DAY)),
      },
    },
    badMonth: measure(badOf(month.levels), '近 30 日'),
    open: measure(open.length, '此刻'),
    overdue: measure(open.filter((r) => isOverdue(r, now, limitWorkdays)).length, '此刻'),
    limitWorkdays,
    closedMonth: bad.length - open.length,
    stages: stagesOf(open, now),
    rows: open

      .toSorted((a, b) => dueOf(a, limitWorkdays) - dueOf(b, limitWorkdays) || (a.key < b.key ? -1 : 1))
      .slice(0, MAX_ROWS)
      .map((r) => ({
        key: r.key,
        hall: r.hall.short,
        business: r.business,
        level: LEVELS[r.level],
        stage: stageOf(r, now),
        receivedAt: isoTime(r.received),
        dueAt: isoTime(dueOf(r, limitWorkdays)),
      })),
  }
}
