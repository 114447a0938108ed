import { DAY, monthDay, parseTime } from '../../../lib/calendar'
import type { HallDocument, HallOperation } from '../contract'

/** The day that a panel speaks of. */
export interface ShownDay<O extends HallOperation = HallOperation> {
  readonly operation: O
  /** Up to when it is told, epoch ms. */
  readonly until: number
  /** What stands before its figures: the hall, and `11-17` where it is not today. */
  readonly name: string | undefined
  readonly isLast: boolean
  /** The metric of that day that stands for one of today. */
  readonly metric: (today: string) => string
}

const LAST: Readonly<Record<string, string>> = {
  hall_tickets_today: 'hall_last_tickets',
  hall_served_today: 'hall_last_served',
  hall_mean_wait: 'hall_last_mean_wait',
  hall_p90_wait: 'hall_last_p90_wait',
  hall_no_show_rate: 'hall_last_no_show_rate',
}

/** Closed, and nobody has come yet: today has nothing to tell. */
export const isShut = ({ service, tickets }: HallOperation): boolean =>
  service?.state === 'closed' && !tickets?.value

/** Today, or the last workday while the hall is closed and nobody has come yet. */
export function shownDay<O extends HallOperation>({ asOf }: HallDocument, operation: O): ShownDay<O> {
  const { lastDay, hall } = operation
  if (!lastDay)
    return { operation, until: Date.parse(asOf), name: hall?.short, isLast: false, metric: (today) => today }
  const { halls: _, day, ...told } = lastDay
  const from = parseTime(`${day}T00:00:00+08:00`)
  return {
    operation: { ...operation, ...told },
    until: from + DAY - 1,
    name: [hall?.short, monthDay(from)].filter(Boolean).join(' '),
    isLast: true,
    metric: (today) => LAST[today] ?? today,
  }
}
