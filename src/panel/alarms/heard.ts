import { MOST_REASON, NOTICES, type NoticeRow } from '../../contract/notice'
import { lasts, logged, withDeed, type Alarm, type AlarmEvent, type Deed, type Journal } from './journal'

/** What somebody of the room did. Moments in epoch ms. */
export interface Notice extends Pick<NoticeRow, 'key' | 'exception' | 'deed' | 'reason' | 'by'> {
  readonly at: number
  readonly until: number | null
}

export const noticeOf = ({ at, until, reason, ...row }: NoticeRow): Notice => ({
  ...row,
  // Only notes are longer than what the journal keeps.
  reason: row.deed === 'noted' ? reason : (reason?.slice(0, MOST_REASON) ?? null),
  at: Date.parse(at),
  until: until === null ? null : Date.parse(until),
})

/**
 * What the room knows after it has heard what other seats did; in which order and how often makes no difference. Of what is not on the
 * list here, and of a time to come, nothing is kept.
 */
export function heard(journal: Journal, notices: readonly Notice[], now: number): Journal {
  const alarms = new Map<string, Alarm>()
  const events: AlarmEvent[] = []
  for (const { exception: id, deed: done, at, until, reason, by } of notices) {
    const kind = NOTICES.find((one) => one === done)
    // What stands on the sheet of a hand-over is about no exception.
    if (kind === undefined) continue
    const alarm = alarms.get(id) ?? journal.alarms[id]
    const deed = { kind, at, until, reason, by }
    if (!alarm || at > now || knows(alarm, deed) || !isWhole(deed)) continue
    const next = withDeed(alarm, deed, now)
    alarms.set(id, next)
    if (comesTo(next) !== comesTo(alarm)) events.push({ at, kind, id })
  }
  if (alarms.size === 0) return journal
  const told = logged(journal, events, now)
  return {
    ...told,
    alarms: { ...journal.alarms, ...Object.fromEntries(alarms) },
    events: told.events.toSorted((a, b) => a.at - b.at),
  }
}

const knows = ({ deeds }: Alarm, { kind, at }: Deed): boolean =>
  deeds.some((one) => one.kind === kind && one.at === at)

const isWhole = ({ kind, at, until }: Deed): boolean =>
  kind !== 'shelved' || (until !== null && lasts(at, until))

const comesTo = ({ acknowledgedAt, shelf }: Alarm): string =>
  JSON.stringify([acknowledgedAt !== null, shelf?.at, shelf?.until])
