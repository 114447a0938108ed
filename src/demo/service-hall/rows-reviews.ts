import { DAY, isoDate } from '../../lib/calendar'
import type { RowsMoment } from '../kit/domain'
import type { HallCity } from './at-work'
import { reviewsUpTo } from './day'
import { badReviews, type BadReview } from './evaluation'
import { printed } from './rows-queue'
import { lastDays, scopeOf, type HallScope } from './scope'

/** The reviews of a month: each bad one with its way to closure, of the good ones how many a hall got on a day. */
export function evaluations(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const scope = scopeOf(demo, now, null)
  const from = since ?? -Infinity
  const isNew = ({ received, ends }: BadReview) =>
    [received, ...ends].some((moment) => moment > from && moment <= now)
  return [
    ...goodRows(scope, from),
    ...badReviews(scope)
      .filter(isNew)
      .map((review) => badRow(review, now)),
  ]
}

function badRow({ key, hall, business, level, received, ends }: BadReview, now: number) {
  const [verifying, rectifying, callback, closed] = ends.map((at) => (at <= now ? printed(at) : null))
  return {
    evaluationNo: key,
    hall: hall.id,
    business,
    level: 5 - level,
    count: 1,
    ratedAt: printed(received),
    verifyingAt: verifying ?? null,
    rectifyingAt: rectifying ?? null,
    callbackAt: callback ?? null,
    closedAt: closed ?? null,
  }
}

function goodRows({ now, today, halls, dayOf, digestOf }: HallScope, from: number): readonly object[] {
  const days = lastDays(today).filter((day) => day + DAY > from)
  return days.flatMap((day) =>
    halls.flatMap((hall) => {
      const { levels, rated } =
        day === today ? reviewsUpTo(dayOf(hall, day).tickets, now) : digestOf(hall, day)
      return levels.slice(0, 3).flatMap((count, i) => {
        const last = rated[i] ?? day
        if (count === 0 || last <= from) return []
        const evaluationNo = `${hall.id}-${isoDate(day).slice(2)}-${5 - i}`
        return [goodRow({ evaluationNo, hall: hall.id, level: 5 - i, count, ratedAt: printed(last) })]
      })
    }),
  )
}

interface Good {
  readonly evaluationNo: string
  readonly hall: string
  readonly level: number
  readonly count: number
  readonly ratedAt: string
}

const goodRow = (good: Good) => ({
  ...good,
  business: null,
  verifyingAt: null,
  rectifyingAt: null,
  callbackAt: null,
  closedAt: good.ratedAt,
})
