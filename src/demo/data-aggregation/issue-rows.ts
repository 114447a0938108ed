import { isoTime } from '../../lib/calendar'
import type { DataCity } from './at-work'
import type { RowsMoment } from '../kit/domain'
import { eventsUntil, type IssueEvent } from './issues'

/** Issues that are open, and those of the last weeks that were closed. What is still to come is not there. */
export function issueRows(demo: DataCity, { now, since }: RowsMoment): object[] {
  return eventsUntil(demo, now, null)
    .filter((e) => since === null || lastOf(e, now) > since)
    .map((e) => rowOf(e, now))
}

/** When something last happened to it. */
const lastOf = ({ raisedAt, claimedAt, mendedAt, closedAt }: IssueEvent, now: number) =>
  Math.max(...[raisedAt, claimedAt, mendedAt, closedAt].filter((at) => at <= now))

function rowOf(e: IssueEvent, now: number): object {
  const when = (at: number) => (at <= now ? isoTime(at) : null)
  return {
    issueNo: e.no,
    title: e.title,
    rows: e.rows,
    owner: e.owner,
    town: e.place,
    raisedAt: isoTime(e.raisedAt),
    claimedAt: when(e.claimedAt),
    mendedAt: when(e.mendedAt),
    closedAt: when(e.closedAt),
    updatedAt: isoTime(lastOf(e, now)),
  }
}
