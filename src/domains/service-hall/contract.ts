import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import {
  comesTo,
  count,
  date,
  list,
  moment,
  regionCode,
  slug,
  text,
  together,
} from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
import { CLOSURE } from './codes'
import {
  badReview,
  businessRow,
  counter,
  hallRow,
  queueLine,
  ratings,
  terminals,
  townRow,
} from './contract-rows'

const counters = z.object({
  open: count,
  total: count,
  paused: z.optional(count),
  closed: z.optional(count),
  use: z.optional(rateMeasure),
  rows: z.optional(list(counter, 160)),
})

/** Tickets by hour: null for an hour that has not begun; `usual` is the median of the same weekday. */
const hourRow = z.object({
  hour: z.int().check(z.gte(0), z.lte(23)),
  issued: z.nullable(count),
  usual: z.optional(count),
})

/** Running totals of the day in equal steps from 9:00; they stop at the present. */
const cumulative = z
  .object({
    stepMinutes: z.int().check(z.gte(5), z.lte(60)),
    issued: list(count, 150),
    served: list(count, 150),
  })
  .check(
    z.refine((c) => c.issued.length === c.served.length, { path: ['served'], error: '两条序列长度不一致' }),
    z.refine((c) => c.served.every((n, i) => n <= (c.issued[i] ?? 0)), {
      path: ['served'],
      error: '累计办结大于累计取号',
    }),
  )

const closureStage = z.object({
  key: z.enum(CLOSURE),
  count,
  oldestHours: z.optional(z.nullable(z.number().check(z.gte(0)))),
})

const evaluation = z
  .object({
    badMonth: measure,
    badToday: z.optional(measure),
    goodRate: z.optional(rateMeasure),
    today: z.optional(ratings),
    month: z.optional(ratings),
    open: z.optional(measure),
    overdue: z.optional(measure),
    /** Working days from receipt to closed callback. */
    limitWorkdays: z.optional(z.int().check(z.gte(1), z.lte(60))),
    closedMonth: z.optional(count),
    stages: z.optional(list(closureStage, 4)),
    rows: z.optional(list(badReview, 40)),
  })
  .check(
    z.refine((e) => together(e.stages, e.open?.value, (rows, open) => total(rows.map(countOf)) === open), {
      path: ['stages'],
      error: '各环节之和不等于未闭环差评',
    }),
    z.refine((e) => together(e.overdue?.value, e.open?.value, (overdue, open) => overdue <= open), {
      path: ['overdue'],
      error: '超期差评大于未闭环差评',
    }),
    z.refine((e) => together(e.today, e.month, (today, month) => today.rated <= month.rated), {
      path: ['today'],
      error: '今日评价数大于近 30 日评价数',
    }),
  )

/** Null: no hall in the scope is on the queue system. Absent: the source speaks of all halls together and names none. */
const hall = z.nullable(z.object({ id: slug, name: text(20), short: text(8), code: regionCode }))

const service = z.object({
  state: z.enum(['open', 'noon', 'closing', 'closed']),
  opensAt: z.optional(moment),
})

/** Waits of everyone called today, minutes; `to` null is the open last class. */
const waitClass = z.object({ from: count, to: z.nullable(count), count })

/** What the tickets of one day in one hall come to. */
const dayParts = {
  meanWait: z.optional(measure),
  p90Wait: z.optional(measure),
  noShows: z.optional(measure),
  noShowRate: z.optional(rateMeasure),
  waitingCurve: z.optional(daySeries),
  hours: z.optional(list(hourRow, 24)),
  cumulative: z.optional(cumulative),
  waits: z.optional(list(waitClass, 24)),
  business: z.optional(list(businessRow, 16)),
}

/** The last workday as it stood when it was over, of the focus hall; `halls` of every hall of the scope. */
const lastDay = z.object({
  day: date,
  tickets: measure,
  served: measure,
  ...dayParts,
  halls: z.optional(list(z.object({ id: slug, tickets: count, served: count }), 40)),
})

const everyHall = z.object({
  halls: count,
  waiting: z.optional(measure),
  tickets: z.optional(measure),
  served: z.optional(measure),
})

/**
 * Everything named without a hall speaks of the focus hall `hall`: the main hall of the scope, or of the city where the scope
 * has none. `all`, `halls`, `towns`, `terminals` and `evaluation` span the scope. Every part is optional: what a city's
 * queue system does not know is left out.
 */
export const operation = z
  .object({
    hall: z.optional(hall),
    service: z.optional(service),
    waiting: z.optional(measure),
    longest: z.optional(measure),
    tickets: z.optional(measure),
    served: z.optional(measure),
    ...dayParts,
    counters: z.optional(counters),
    lines: z.optional(list(queueLine, 8)),
    /** Only where the hall is closed and has issued no number today. */
    lastDay: z.optional(lastDay),
    all: z.optional(everyHall),
    halls: z.optional(list(hallRow, 40)),
    towns: z.optional(list(townRow, 400)),
    /** Null where the city published no number of terminals, so that none is shown and none simulated. */
    terminals: z.optional(z.nullable(terminals)),
    evaluation: z.optional(evaluation),
  })
  .check(
    z.refine(
      (o) => together(o.served?.value, o.tickets?.value, (n, all) => n + (o.noShows?.value ?? 0) <= all),
      {
        path: ['served'],
        error: '办结与过号之和大于取号数',
      },
    ),
    z.refine((o) => together(o.halls, o.all?.waiting?.value, (rows, n) => comesTo(rows.map(waitingOf), n)), {
      path: ['halls'],
      error: '各厅等候之和不等于全部等候',
    }),
    z.refine((o) => together(o.towns, o.all?.waiting?.value, (rows, n) => comesTo(rows.map(waitingOf), n)), {
      path: ['towns'],
      error: '各镇街等候之和不等于全部等候',
    }),
    z.refine((o) => together(o.lines, o.waiting?.value, (rows, n) => comesTo(rows.map(waitingOf), n)), {
      path: ['lines'],
      error: '各队列等候之和不等于当前等候',
    }),
    z.refine((o) => together(o.business, o.tickets?.value, (rows, n) => total(rows.map(countOf)) === n), {
      path: ['business'],
      error: '各业务取号之和不等于今日取号',
    }),
    z.refine(
      (o) => together(o.hours, o.tickets?.value, (rows, n) => total(rows.map((h) => h.issued ?? 0)) === n),
      {
        path: ['hours'],
        error: '各时段取号之和不等于今日取号',
      },
    ),
    z.refine((o) => together(o.waits, o.tickets?.value, (rows, n) => total(rows.map(countOf)) <= n), {
      path: ['waits'],
      error: '等候时长的人数大于今日取号',
    }),
    z.refine(({ counters: c }) => c === undefined || countersAgree(c), {
      path: ['counters'],
      error: '开放、暂停、关闭之和不等于窗口总数',
    }),
    z.refine((o) => together(o.towns, o.terminals, (rows, t) => comesTo(rows.map(terminalsOf), t.total)), {
      path: ['terminals'],
      error: '各镇街终端之和不等于终端总数',
    }),
  )

const countOf = (row: { readonly count: number }) => row.count
const waitingOf = (row: { readonly waiting?: number | null | undefined }) => row.waiting
const terminalsOf = (row: { readonly terminals?: number | null | undefined }) => row.terminals

function total(parts: readonly number[]): number {
  return parts.reduce((a, b) => a + b, 0)
}

/** How many are paused or closed may be unknown; what is known never comes to more than there are. */
function countersAgree({ open, paused, closed, total: all, rows }: z.infer<typeof counters>): boolean {
  const whole = paused !== undefined && closed !== undefined
  const known = open + (paused ?? 0) + (closed ?? 0)
  return (whole ? known === all : known <= all) && (rows === undefined || rows.length === all)
}

export type HallOperation = z.infer<typeof operation>
export type WholeHalls = Whole<HallOperation>

export const schema = documentSchema('service-hall', operation)
export type HallDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'service-hall', schema })]
