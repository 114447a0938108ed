import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import { count, list, moment, regionCode, slug, text } from '../../contract/primitives'
import { demo } from './schema-demo'
import {
  badReview,
  businessRow,
  CLOSURE,
  counter,
  hallRow,
  queueLine,
  ratings,
  terminals,
  townRow,
} from './schema-rows'

const counters = z.strictObject({
  open: count,
  paused: count,
  closed: count,
  total: count,
  use: rateMeasure,
  rows: list(counter, 160),
})

/** Tickets by hour: null for an hour that has not begun; `usual` is the median of the same weekday. */
const hourRow = z.strictObject({
  hour: z.int().check(z.gte(0), z.lte(23)),
  issued: z.nullable(count),
  usual: count,
})

/** Running totals of the day in equal steps from 9:00; they stop at the present. */
const cumulative = z
  .strictObject({
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

const evaluation = z
  .strictObject({
    today: ratings,
    month: ratings,
    goodRate: rateMeasure,
    badToday: measure,
    badMonth: measure,
    open: measure,
    overdue: measure,
    /** Working days from receipt to closed callback. */
    limitWorkdays: z.int().check(z.gte(1), z.lte(60)),
    closedMonth: count,
    stages: list(
      z.strictObject({
        key: z.enum(CLOSURE),
        count,
        oldestHours: z.nullable(z.number().check(z.gte(0))),
      }),
      4,
    ),
    rows: list(badReview, 40),
  })
  .check(
    z.refine((e) => e.stages.reduce((n, s) => n + s.count, 0) === (e.open.value ?? 0), {
      path: ['stages'],
      error: '各环节之和不等于未闭环差评',
    }),
    z.refine((e) => (e.overdue.value ?? 0) <= (e.open.value ?? 0), {
      path: ['overdue'],
      error: '超期差评大于未闭环差评',
    }),
    z.refine((e) => e.today.rated <= e.month.rated, {
      path: ['today'],
      error: '今日评价数大于近 30 日评价数',
    }),
  )

/**
 * Everything named without a hall speaks of the focus hall `hall`: the main hall of the scope, or of the city where the scope
 * has none. `all`, `halls`, `towns`, `terminals` and `evaluation` span the scope.
 */
export const operation = z
  .strictObject({
    hall: z.nullable(z.strictObject({ id: slug, name: text(20), short: text(8), code: regionCode })),
    service: z.strictObject({ state: z.enum(['open', 'noon', 'closing', 'closed']), opensAt: moment }),
    waiting: measure,
    longest: measure,
    meanWait: measure,
    p90Wait: measure,
    tickets: measure,
    served: measure,
    noShows: measure,
    noShowRate: rateMeasure,
    counters,
    waitingCurve: daySeries,
    hours: list(hourRow, 24),
    cumulative,
    /** Waits of everyone called today, minutes; `to` null is the open last class. */
    waits: list(z.strictObject({ from: count, to: z.nullable(count), count }), 24),
    lines: list(queueLine, 8),
    business: list(businessRow, 16),
    all: z.strictObject({ halls: count, waiting: measure, tickets: measure, served: measure }),
    halls: list(hallRow, 40),
    towns: list(townRow, 400),
    terminals: z.nullable(terminals),
    evaluation,
    /** Parameters of the demo; a live document has none. */
    demo: z.optional(demo),
  })
  .check(
    z.refine((o) => (o.served.value ?? 0) + (o.noShows.value ?? 0) <= (o.tickets.value ?? 0), {
      path: ['served'],
      error: '办结与过号之和大于取号数',
    }),
    z.refine((o) => total(o.halls.map((h) => h.waiting)) === (o.all.waiting.value ?? 0), {
      path: ['halls'],
      error: '各厅等候之和不等于全部等候',
    }),
    z.refine((o) => total(o.towns.map((t) => t.waiting ?? 0)) === (o.all.waiting.value ?? 0), {
      path: ['towns'],
      error: '各镇街等候之和不等于全部等候',
    }),
    z.refine((o) => o.hall === null || total(o.lines.map((l) => l.waiting)) === o.waiting.value, {
      path: ['lines'],
      error: '各队列等候之和不等于当前等候',
    }),
    z.refine((o) => total(o.business.map((b) => b.count)) === (o.tickets.value ?? 0), {
      path: ['business'],
      error: '各业务取号之和不等于今日取号',
    }),
    z.refine((o) => total(o.hours.map((h) => h.issued ?? 0)) === (o.tickets.value ?? 0), {
      path: ['hours'],
      error: '各时段取号之和不等于今日取号',
    }),
    z.refine((o) => total(o.waits.map((w) => w.count)) <= (o.tickets.value ?? 0), {
      path: ['waits'],
      error: '等候时长的人数大于今日取号',
    }),
    z.refine(({ counters: c }) => c.open + c.paused + c.closed === c.total && c.rows.length === c.total, {
      path: ['counters'],
      error: '开放、暂停、关闭之和不等于窗口总数',
    }),
    z.refine((o) => total(o.towns.map((t) => t.terminals ?? 0)) === (o.terminals?.total ?? 0), {
      path: ['terminals'],
      error: '各镇街终端之和不等于终端总数',
    }),
  )

function total(parts: readonly number[]): number {
  return parts.reduce((a, b) => a + b, 0)
}

export type HallOperation = z.infer<typeof operation>

export const schema = documentSchema('service-hall', operation)
export type HallDocument = z.infer<typeof schema>
