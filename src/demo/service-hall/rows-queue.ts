import { DAY, dayStart, isoDate, isoTime, MINUTE } from '../../lib/calendar'
import { isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { RowsMoment } from '../kit/domain'
import type { HallCity } from './at-work'
import type { DemoHall } from './seed'
import type { Ticket } from './day'
import { hallDay } from './kept'
import { CLOSES, OPENS, type Duty } from './roster'
import { dayToTell } from './scope'

/** Systems print whole seconds. Rounded up, so that what has happened by a whole second is what has happened by it in print. */
export const printed = (at: number) => isoTime(Math.ceil(at / 1000) * 1000)

/**
 * Today's tickets as the queue system knows them, and those of the same weekday last week up to this time of day: they are handed out
 * as the day goes on, because nothing is compared with the rest of that day yet. Before the first number of a day, and on a day off,
 * the tickets of the last workday: a closed hall is told by them.
 */
export function tickets(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const today = dayStart(now)
  // What stood before today says nothing of today: whoever asks for the changes since then gets the day.
  const from = since !== null && since >= today ? since : -Infinity
  const then = now - 7 * DAY
  const lastDay = from > -Infinity ? null : dayToTell(demo.calendar, now)
  return demo.halls.flatMap((hall) => [
    ...hallDay(demo, hall, today - 7 * DAY)
      .tickets.filter(({ taken }) => taken <= then && taken > from - 7 * DAY)
      .map((ticket) => ticketRow(demo, hall, ticket, now)),
    ...(lastDay === null ? [] : hallDay(demo, hall, lastDay).tickets)
      // Of a day just a week ago the first hours stand there already.
      .filter(({ taken }) => lastDay !== today - 7 * DAY || taken > then)
      .map((ticket) => ticketRow(demo, hall, ticket, now)),
    ...hallDay(demo, hall, today)
      .tickets.filter((ticket) => ticket.taken <= now && lastChange(ticket, now) > from)
      .map((ticket) => ticketRow(demo, hall, ticket, now)),
  ])
}

const lastChange = ({ taken, called, end }: Ticket, now: number) =>
  end <= now ? end : called <= now ? called : taken

function ticketRow({ lines }: HallCity, hall: DemoHall, ticket: Ticket, now: number) {
  const line = lines[ticket.line]
  const when = (at: number) => (at <= now ? printed(at) : null)
  const ended = when(ticket.end)
  return {
    ticketNo: `${hall.id}-${isoDate(ticket.taken).slice(2)}-${ticket.no + 1}`,
    hall: hall.id,
    line: line?.label ?? null,
    business: line?.businesses[ticket.business]?.label ?? null,
    counter: ticket.called <= now ? ticket.counter + 1 : null,
    takenAt: printed(ticket.taken),
    calledAt: when(ticket.called),
    endAt: ticket.noShow ? null : ended,
    passedAt: ticket.noShow ? ended : null,
  }
}

/** Every counter with when its clerk signed on, went away and signed off. */
export function counters(demo: HallCity, { now, since }: RowsMoment): readonly object[] {
  const at = (moment: number) => demo.halls.flatMap((hall) => hallCounters(demo, hall, moment))
  if (since === null) return at(now)
  const before = at(since).map((row) => JSON.stringify(row))
  return at(now).filter((row, i) => JSON.stringify(row) !== before[i])
}

function hallCounters(demo: HallCity, hall: DemoHall, now: number) {
  return hallDay(demo, hall, dayStart(now)).roster.map((duty) => ({
    counterNo: `${hall.id}-${duty.no}`,
    hall: hall.id,
    no: duty.no,
    line: demo.lines[duty.line]?.label ?? null,
    ...signsOf(demo.calendar, duty, now),
  }))
}

/** When its clerk signed on, went away and signed off; nothing on a day off. */
function signsOf(calendar: WorkCalendar, duty: Duty, now: number) {
  const today = dayStart(now)
  if (duty.closed || !isWorkday(calendar, now) || now < today + OPENS)
    return { openedAt: null, pausedAt: null, closedAt: null, awayMinutes: null }
  const pauses = joined(duty.pauses)
  const paused = pauses.find(([from, to]) => from <= now && now < to)
  const away = pauses.reduce((n, [from, to]) => n + (to <= now ? to - from : 0), 0)
  return {
    openedAt: isoTime(today + OPENS),
    pausedAt: paused ? printed(paused[0]) : null,
    closedAt: now < today + CLOSES ? null : isoTime(today + CLOSES),
    awayMinutes: Math.round((away / MINUTE) * 100) / 100,
  }
}

/** A break that runs into noon is one absence. */
function joined(pauses: Duty['pauses']): Duty['pauses'] {
  const whole: [number, number][] = []
  for (const [from, to] of pauses) {
    const last = whole.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else whole.push([from, to])
  }
  return whole
}
