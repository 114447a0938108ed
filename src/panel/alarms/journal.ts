import type { ExceptionItem } from '../../contract/exception'
import { HOUR, MINUTE } from '../../lib/calendar'

/** What somebody did. */
export interface Deed {
  readonly kind: 'acknowledged' | 'shelved' | 'unshelved'
  /** Epoch ms, as every moment here. */
  readonly at: number
  /** Of what was put aside. */
  readonly until: number | null
  readonly reason: string | null
  /** Who did, where another seat of the room says so; null here. */
  readonly by: string | null
}

/** Put aside by somebody, with a reason and an end. */
export interface Shelf {
  readonly at: number
  readonly until: number
  readonly reason: string
  /** Who did, where another seat of the room says so. */
  readonly by?: string | null | undefined
}

/** An exception and what became of it in this room. */
export interface Alarm {
  /** As it was last on the list. */
  readonly item: ExceptionItem
  /** What raised it stands: it is on the list. */
  readonly active: boolean
  /** Its domain says nothing now, so that nobody knows whether it stands; it is held as it was. */
  readonly unsure: boolean
  /** When this room first saw what stands now; earlier than that its `item.since` may tell. */
  readonly seenAt: number
  /** When it was gone from the list; null while it stands. */
  readonly endedAt: number | null
  readonly acknowledgedAt: number | null
  /** Who took notice, where another seat of the room says so. */
  readonly by: string | null
  readonly shelf: Shelf | null
  /** When what stands now came up, as far as is known: who took notice before that took notice of something else. */
  readonly from: number
  /** What was done about it here and at other seats, in the order it was done: `settled` works out from it what it has come to. */
  readonly deeds: readonly Deed[]
  /** The latest moments at which it came up, oldest first. */
  readonly raisings: readonly number[]
}

/** States of ISA-18.2: what stands and whether anybody has taken notice. `cleared` leaves every list. */
export type AlarmState = 'raised' | 'acknowledged' | 'returned' | 'shelved' | 'cleared'

export type EventKind = 'raised' | 'found' | 'returned' | 'acknowledged' | 'shelved' | 'unshelved' | 'expired'

export interface AlarmEvent {
  readonly at: number
  readonly kind: EventKind
  /** Of the exception. */
  readonly id: string
}

/** What one room has seen and done; a value, so that it can be kept, sent and judged again. */
export interface Journal {
  /** When it began; null before the first list. */
  readonly began: number | null
  /** When it last saw a list. */
  readonly last: number | null
  readonly alarms: Readonly<Record<string, Alarm>>
  /** Oldest first, of the last week, at most `MOST_EVENTS`. */
  readonly events: readonly AlarmEvent[]
}

export const EMPTY: Journal = { began: null, last: null, alarms: {}, events: [] }

/** Nothing is put aside for longer. */
export const LONGEST_SHELF = 24 * HOUR
/** What EEMUA 191 and ISA-18.2 count by. */
export const WINDOW = 10 * MINUTE
/** Who did not look for as long does not know when what stands now came up. */
const GAP = 10 * MINUTE
/** Coming up this often within ten minutes it chatters: the later times are folded into the first. */
const CHATTER = 3
const KEPT_RAISINGS = 20
const KEPT_DEEDS = 20
const KEPT_MS = 7 * 24 * HOUR
const MOST_EVENTS = 5000

export function stateOf({ active, shelf, acknowledgedAt }: Alarm): AlarmState {
  if (shelf) return 'shelved'
  if (active) return acknowledgedAt === null ? 'raised' : 'acknowledged'
  return acknowledgedAt === null ? 'returned' : 'cleared'
}

/** How often it came up within the last ten minutes. */
export const latelyRaised = ({ raisings }: Pick<Alarm, 'raisings'>, now: number): number =>
  raisings.filter((at) => at > now - WINDOW && at <= now).length

/** Whether it comes up and goes so often that each time is not worth a call. */
export const chatters = (alarm: Pick<Alarm, 'raisings'>, now: number): boolean =>
  latelyRaised(alarm, now) >= CHATTER

/** A list as it was seen. */
export interface Sight {
  readonly now: number
  readonly items: readonly ExceptionItem[]
  /** Domains that say nothing now. */
  readonly unseen: ReadonlySet<string>
  /** Whether the list speaks of this exception at all: that of a town does not of another town's. */
  readonly covers?: (item: ExceptionItem) => boolean
}

/**
 * What the room knows after it has seen a list. What is on it stands; what is not has returned to normal, unless its domain says nothing,
 * or the list does not speak of it. What ends its time aside comes up again.
 */
export function observe(before: Journal, { now, items, unseen, covers = () => true }: Sight): Journal {
  const journal = expire(until(before, now), now)
  const looked = journal.last !== null && now - journal.last <= GAP
  const events: AlarmEvent[] = []
  const alarms: Record<string, Alarm> = {}
  const listed = new Map(items.map((item) => [item.id, item]))
  for (const [id, alarm] of Object.entries(journal.alarms)) {
    if (listed.has(id)) continue
    const unsure = alarm.active && unseen.has(alarm.item.domain)
    const next = unsure || !covers(alarm.item) || !alarm.active ? { ...alarm, unsure } : ended(alarm, now)
    if (alarm.active && !next.active) events.push({ at: now, kind: 'returned', id })
    if (stateOf(next) !== 'cleared' || (next.endedAt ?? now) > now - KEPT_MS) alarms[id] = next
  }
  for (const item of listed.values()) {
    const known = journal.alarms[item.id]
    const fresh = !known?.active
    alarms[item.id] = fresh ? risen(item, known, now) : { ...known, item, unsure: false }
    if (fresh) events.push({ at: now, kind: looked ? 'raised' : 'found', id: item.id })
  }
  return { ...logged(journal, events, now), began: journal.began ?? now, last: now, alarms }
}

const ended = (alarm: Alarm, now: number): Alarm => ({
  ...alarm,
  active: false,
  unsure: false,
  endedAt: now,
})

/** It comes up: unnoticed, unless it does so all the time and somebody has taken notice of that. */
function risen(item: ExceptionItem, known: Alarm | undefined, now: number): Alarm {
  const raisings = [...(known?.raisings ?? []), now].slice(-KEPT_RAISINGS)
  const folded = known && chatters({ raisings }, now)
  return {
    item,
    active: true,
    unsure: false,
    seenAt: now,
    endedAt: null,
    acknowledgedAt: folded ? known.acknowledgedAt : null,
    by: folded ? known.by : null,
    shelf: known?.shelf ?? null,
    from: folded ? known.from : known ? now : Math.min(now, Date.parse(item.since)),
    deeds: known?.deeds ?? [],
    raisings,
  }
}

/** Somebody has taken notice. Of what is back to normal that was all there was to do. */
export function acknowledge(journal: Journal, id: string, now: number): Journal {
  const alarm = journal.alarms[id]
  return !alarm || alarm.acknowledgedAt !== null ? journal : done(journal, alarm, deedAt('acknowledged', now))
}

/**
 * Puts aside what stands, for a reason and a while.
 * @throws RangeError for no reason, an end that is past, or one later than `LONGEST_SHELF`
 */
export function shelve(journal: Journal, id: string, shelf: Pick<Shelf, 'at' | 'until' | 'reason'>): Journal {
  const { at, until: end, reason } = shelf
  if (reason.trim() === '') throw new RangeError('a reason is missing')
  if (!lasts(at, end)) throw new RangeError('not an end within 24 hours')
  const alarm = journal.alarms[id]
  return alarm?.active ? done(journal, alarm, { ...deedAt('shelved', at), until: end, reason }) : journal
}

/** Takes it back before its end: whoever does has seen it. */
export function unshelve(journal: Journal, id: string, now: number): Journal {
  const alarm = journal.alarms[id]
  return alarm?.shelf ? done(journal, alarm, deedAt('unshelved', now)) : journal
}

const deedAt = (kind: Deed['kind'], at: number): Deed => ({ kind, at, until: null, reason: null, by: null })

const done = (journal: Journal, alarm: Alarm, deed: Deed): Journal =>
  changed(journal, withDeed(alarm, deed, deed.at), {
    at: deed.at,
    kind: deed.kind,
    id: alarm.item.id,
  })

/** Whether an end is one that something may be put aside to. */
export const lasts = (at: number, until: number): boolean => until > at && until <= at + LONGEST_SHELF

/** `alarm` with one more thing done about it, wherever in their order. */
export function withDeed(alarm: Alarm, deed: Deed, now: number): Alarm {
  const deeds = [...alarm.deeds, deed].toSorted((a, b) => a.at - b.at).slice(-KEPT_DEEDS)
  return settled({ ...alarm, deeds }, now)
}

/**
 * What has become of it by `now`, worked out anew from all that was done: the same wherever and in whatever order that was heard of. The
 * first notice taken counts; what its time aside ends comes up unnoticed; whoever takes back what is over by then has seen it.
 */
function settled(alarm: Alarm, now: number): Alarm {
  const { deeds, from, endedAt } = alarm
  const isOver = (at: number) => endedAt !== null && endedAt <= at
  let notice: Pick<Deed, 'at' | 'by'> | null = null
  let shelf: Shelf | null = null
  const end = (by: number) => {
    if (!shelf || shelf.until > by) return
    notice = isOver(shelf.until) ? { at: shelf.until, by: null } : null
    shelf = null
  }
  for (const deed of deeds) {
    const { kind, at, until, reason, by } = deed
    end(at)
    if (kind === 'shelved') shelf = { at, until: until ?? at, reason: reason ?? '', by }
    if (kind === 'unshelved') shelf = null
    if (at >= from && (kind === 'acknowledged' || (kind === 'unshelved' && isOver(at)))) notice ??= deed
  }
  end(now)
  return { ...alarm, shelf, acknowledgedAt: notice?.at ?? null, by: notice?.by ?? null }
}

/** What has been aside until now comes up again, as if for the first time. */
function expire(journal: Journal, now: number): Journal {
  const over = Object.entries(journal.alarms).filter(([, { shelf }]) => shelf && shelf.until <= now)
  return over.reduce(
    (next, [id, alarm]) => changed(next, settled(alarm, now), { at: now, kind: 'expired', id }),
    journal,
  )
}

const changed = (journal: Journal, alarm: Alarm, event: AlarmEvent): Journal => ({
  ...logged(journal, [event], event.at),
  alarms: { ...journal.alarms, [event.id]: alarm },
})

export const logged = (journal: Journal, more: readonly AlarmEvent[], now: number): Journal =>
  more.length === 0
    ? journal
    : {
        ...journal,
        events: [...journal.events, ...more].filter(({ at }) => at > now - KEPT_MS).slice(-MOST_EVENTS),
      }

/** A clock that is put back (a demo's, or one that was wrong): what lies after `now` has not happened. */
function until(journal: Journal, now: number): Journal {
  if (journal.last === null || now >= journal.last) return journal
  const past = (at: number | null) => (at !== null && at <= now ? at : null)
  const alarms = Object.values(journal.alarms).flatMap((alarm) => {
    const raisings = alarm.raisings.filter((at) => at <= now)
    if (raisings.length === 0) return []
    const endedAt = past(alarm.endedAt)
    const back = {
      ...alarm,
      raisings,
      endedAt,
      active: endedAt === null,
      seenAt: Math.min(alarm.seenAt, now),
      from: Math.min(alarm.from, now),
      deeds: alarm.deeds.filter(({ at }) => at <= now),
    }
    return [settled(back, now)]
  })
  return {
    began: journal.began === null ? null : Math.min(journal.began, now),
    last: now,
    alarms: Object.fromEntries(alarms.map((alarm) => [alarm.item.id, alarm])),
    events: journal.events.filter(({ at }) => at <= now),
  }
}
