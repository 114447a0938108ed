import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import type { AnyKind } from '../../../../src/contract/records/kind'
import type { Moment } from '../../../../src/contract/records/summary'
import { operation as contract, sums } from '../../../../src/domains/service-hall/contract'
import { counting } from '../../../../src/domains/service-hall/summary'
import {
  counter,
  evaluation,
  hall,
  pastQueues,
  terminal,
  ticket,
} from '../../../../src/domains/service-hall/records'
import { DAY, dayStart, HOUR, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'
import { bookOf } from '../book'
import { agreeing } from '../objections'

/** A Wednesday morning. */
export const NOW = at('2026-11-18 10:42')

export type Row = Readonly<Record<string, unknown>>
/** Rows of each kind, all of one city. */
export type Sent = readonly (readonly [AnyKind, readonly Row[]])[]

export const TOWNS = ['440111001', '440111002', '440111103'].map((code, i) => ({ code, name: `镇${i}` }))
const HALLS = ['main', 'east', 'west', '二号厅']

interface Draw {
  readonly next: () => number
  readonly maybe: <T>(share: number, value: T) => T | null
  readonly oneOf: <T>(list: readonly T[]) => T | undefined
  /** Some time between `from` and an hour from now, now and then before `from`. */
  readonly later: (from: number) => string
}

function drawOf(seed: number): Draw {
  const next = stream(seed)
  return {
    next,
    maybe: (share, value) => (next() < share ? value : null),
    oneOf: (list) => list[Math.floor(next() * list.length)],
    later: (from) => isoTime(from + (NOW + HOUR - from) * (1.05 * next() ** 2 - 0.02)),
  }
}

/** The last hall is not listed; one of those listed lies nowhere. */
const hallRows = (placed: boolean): Row[] =>
  HALLS.slice(0, 3).map((id, i) => ({
    hall: id,
    name: `${id}政务服务中心`,
    town: placed || i < 2 ? TOWNS[i] : null,
    main: i === 0,
    opens: 9,
    closes: 17,
    noonFrom: null,
    noonTo: null,
  }))

/** Tickets as queue systems give them: steps missing, out of order or still to come, words nobody listed. */
function ticketRows({ next, maybe, oneOf, later }: Draw, halls: readonly string[]): Row[] {
  return Array.from({ length: 400 }, (_, i) => {
    const back = next() < 0.7 ? 0 : Math.floor(next() * 9)
    const taken = dayStart(NOW) - back * DAY + (8.5 + 3 * next()) * HOUR
    return {
      ticketNo: `T${i}`,
      hall: oneOf(halls),
      line: maybe(0.9, oneOf(['综合受理', '企业专区', '不动产登记与税务联办'])),
      business: maybe(0.9, oneOf(['社会保险', '其他事项', `业务${Math.floor(next() * 30)}`])),
      counter: maybe(0.8, 1 + Math.floor(next() * 6)),
      takenAt: isoTime(taken),
      calledAt: maybe(0.8, later(taken)),
      startAt: maybe(0.3, later(taken)),
      endAt: maybe(0.5, later(taken)),
      passedAt: maybe(0.1, later(taken)),
      requeuedAt: maybe(0.05, later(taken)),
      leftAt: maybe(0.05, later(taken)),
    }
  })
}

function counterRows({ next, maybe, oneOf, later }: Draw): Row[] {
  return Array.from({ length: 20 }, (_, i) => {
    const opened = dayStart(NOW) + (8.5 + next()) * HOUR
    return {
      counterNo: `C${i}`,
      hall: oneOf(HALLS),
      no: 1 + Math.floor(next() * 6),
      line: maybe(0.9, oneOf(['综合受理', '企业专区'])),
      state: maybe(0.1, oneOf(['serving', 'idle', 'paused', 'closed'])),
      openedAt: maybe(0.9, isoTime(opened)),
      pausedAt: maybe(0.2, later(opened)),
      closedAt: maybe(0.1, later(opened)),
      awayMinutes: maybe(0.5, Math.floor(next() * 30)),
    }
  })
}

function evaluationRows({ next, maybe, oneOf, later }: Draw, halls: readonly string[]): Row[] {
  return Array.from({ length: 200 }, (_, i) => {
    const rated = NOW - 40 * next() ** 2 * DAY + 0.2 * HOUR
    return {
      evaluationNo: `评价-2026-11-440111-${String(i).padStart(9, '0')}`,
      hall: maybe(0.95, oneOf(halls)),
      business: maybe(0.8, '社会保险'),
      level: 1 + Math.floor(next() * 5),
      count: maybe(0.2, Math.floor(next() * 9)),
      byDefault: maybe(0.2, next() < 0.5),
      ratedAt: isoTime(rated),
      verifyingAt: maybe(0.5, later(rated)),
      rectifyingAt: maybe(0.3, later(rated)),
      callbackAt: maybe(0.2, later(rated)),
      closedAt: maybe(0.3, later(rated)),
      dueAt: maybe(0.3, isoTime(rated + 4 * next() * DAY)),
    }
  })
}

const terminalRows = ({ next, maybe, oneOf, later }: Draw, placed: boolean): Row[] =>
  Array.from({ length: 60 }, (_, i) => ({
    terminalNo: `440111${String(i).padStart(20, '0')}`,
    town: placed ? oneOf(TOWNS) : maybe(0.95, oneOf(TOWNS)),
    fault: maybe(0.3, oneOf(['offline', 'paper', 'reader', 'printer'])),
    faultAt: maybe(0.9, later(NOW - 2 * DAY * next())),
  }))

const historyRows = ({ next }: Draw): Row[] =>
  HALLS.slice(0, 2).flatMap((id) =>
    Array.from({ length: 62 }, (_, i) => {
      const low = Math.floor(next() * 20)
      const tickets = i >= 52
      const minute = tickets ? (i - 52 + 8) * 60 : 540 + i * 10
      return {
        key: `${id}-${i}`,
        hall: id,
        metric: tickets ? 'tickets' : 'waiting',
        weekday: 3,
        minute,
        low: tickets ? null : low,
        middle: tickets ? low : null,
        high: tickets ? null : low + 5,
        weeks: 8,
      }
    }),
  )

/** Rows of every kind. With `placed` every hall and every terminal lies in a town. */
export function anyRows(seed: number, { placed = false } = {}): Sent {
  const draw = drawOf(seed)
  const halls = placed ? HALLS.slice(0, 3) : HALLS
  const known = (rows: readonly Row[]) =>
    placed ? rows.filter((row) => halls.includes(String(row.hall))) : rows
  return [
    [hall, hallRows(placed)],
    [ticket, ticketRows(draw, halls)],
    [counter, known(counterRows(draw))],
    [evaluation, known(evaluationRows(draw, halls))],
    [terminal, terminalRows(draw, placed)],
    [pastQueues, historyRows(draw)],
  ]
}

/** `sent` with the rows of `kind` made anew. */
export const withRows = (sent: Sent, kind: AnyKind, change: (rows: readonly Row[]) => readonly Row[]): Sent =>
  sent.map(([one, rows]) => [one, one === kind ? change(rows) : rows])

export const rowsOf = (sent: Sent, kind: AnyKind): readonly Row[] =>
  sent.find(([one]) => one === kind)?.[1] ?? []

export const minutesAgo = (minutes: number) => isoTime(NOW - minutes * MINUTE)

/** What the rows come to; refused where the contract of the document would refuse it, or show that it contradicts itself. */
export function counted(sent: Sent, moment: Partial<Moment> = {}) {
  const operation = counting.count(bookOf(...sent), {
    now: NOW,
    region: null,
    limits: {},
    calendar: PLAIN_CALENDAR,
    ...moment,
  })
  return agreeing(operation, contract, sums)
}
