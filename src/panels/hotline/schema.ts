import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { daySeries, measure, rateMeasure } from '../../contract/measure'
import { count, date, list, moment, rate, regionCode, slug, text } from '../../contract/primitives'

/** Where an order stands. Names follow the closed loop 受理 → 派单 → 签收 → 办理 → 回访 → 办结. */
export const STAGES = ['dispatch', 'sign', 'process', 'callback'] as const

const stage = z.strictObject({
  key: z.enum(STAGES),
  count,
  overdue: count,
  /** Median time the orders now in this stage have spent in it, minutes; null when there is none. */
  medianMinutes: z.nullable(z.number().check(z.gte(0))),
  limitMinutes: z.number().check(z.gt(0)),
})

const order = z
  .strictObject({
    /** 18 digits, as the hotline prints it; walls show the last four. */
    orderNo: z.string().check(z.regex(/^\d{8,24}$/, '工单号须为数字')),
    title: text(16),
    category: text(12),
    dept: text(16),
    town: z.strictObject({ code: regionCode, name: text(16) }),
    stage: z.enum(STAGES),
    acceptedAt: moment,
    dueAt: moment,
    /** Orders of the same place and topic within 30 days, this one included. */
    repeats: count,
    supervised: z.boolean(),
  })
  .check(
    z.refine((o) => Date.parse(o.acceptedAt) <= Date.parse(o.dueAt), {
      path: ['dueAt'],
      error: '时限早于受理时间',
    }),
  )
export type Order = z.infer<typeof order>

const ledgerItem = z.strictObject({
  title: text(20),
  dept: text(16),
  closedOn: date,
  watchUntil: date,
  state: z.enum(['监控中', '已销账']),
})

const demo = z.strictObject({
  yearTotal: count,
  hours: z.array(z.number()).check(z.minLength(24), z.maxLength(24)),
  restHours: z.array(z.number()).check(z.minLength(24), z.maxLength(24)),
  towns: list(z.strictObject({ code: regionCode, name: text(16), weight: z.number() }), 400),
  categories: list(
    z.strictObject({
      key: slug,
      label: text(12),
      dept: text(16),
      weight: z.number(),
      titles: list(text(16), 8),
    }),
    16,
  ),
  /** Share of orders answered on the spot, dispatched automatically, and repeated, 0–1. */
  direct: z.number(),
  auto: z.number(),
  repeat: z.number(),
  keyItems: list(z.strictObject({ title: text(20), dept: text(16) }), 12),
})

const sum = (rows: readonly { count: number }[]) => rows.reduce((n, row) => n + row.count, 0)

export const operation = z
  .strictObject({
    received: measure,
    open: measure,
    overdue: measure,
    dueSoon: measure,
    closed: measure,
    complaintShare: rateMeasure,
    returns: z.strictObject({ count, rate: rateMeasure }),
    extensions: count,
    reworks: count,
    stages: list(stage, 4),
    intake: daySeries,
    /** Open orders by whole days since acceptance; the last row is everything past the limit. */
    ageing: list(z.strictObject({ days: count, count }), 16),
    limitDays: z.int().check(z.gte(1)),
    p90Days: measure,
    categories: list(
      z.strictObject({ key: slug, label: text(12), count, lastWeek: count, outlier: z.boolean() }),
      20,
    ),
    towns: list(
      z.strictObject({
        code: regionCode,
        name: text(16),
        count,
        /** The town's own usual range for this weekday up to this hour. */
        low: z.number().check(z.gte(0)),
        high: z.number().check(z.gte(0)),
      }),
      400,
    ),
    repeats: z.strictObject({
      rate: rateMeasure,
      weeks: list(z.strictObject({ label: text(8), rate }), 16),
      clusters: list(
        z.strictObject({ key: text(40), code: regionCode, town: text(16), topic: text(12), count }),
        8,
      ),
    }),
    dispatch: z.strictObject({
      auto: count,
      manual: count,
      share: rateMeasure,
      accuracy: rateMeasure,
      days: list(z.strictObject({ label: text(8), accuracy: rate }), 31),
    }),
    supervised: z.strictObject({ open: count, overdue: count }),
    keyItems: list(ledgerItem, 12),
    orders: list(order, 40),
    /** Parameters of the demo; a live document has none. */
    demo: z.optional(demo),
  })
  .check(
    z.refine((o) => sum(o.stages) === o.open.value, { path: ['stages'], error: '各环节之和不等于在办数' }),
    z.refine((o) => sum(o.ageing) === o.open.value, { path: ['ageing'], error: '时效分布之和不等于在办数' }),
    z.refine((o) => sum(o.categories) === o.received.value, {
      path: ['categories'],
      error: '各类别之和不等于今日受理',
    }),
    z.refine((o) => sum(o.towns) <= (o.received.value ?? 0), {
      path: ['towns'],
      error: '各镇街之和大于今日受理',
    }),
    z.refine((o) => (o.overdue.value ?? 0) <= (o.open.value ?? 0), {
      path: ['overdue'],
      error: '超期数大于在办数',
    }),
    z.refine((o) => o.dispatch.auto + o.dispatch.manual <= (o.received.value ?? 0), {
      path: ['dispatch'],
      error: '派单数大于今日受理',
    }),
  )
export type HotlineOperation = z.infer<typeof operation>
export type HotlineDemo = z.infer<typeof demo>

export const schema = documentSchema('hotline', operation)
export type HotlineDocument = z.infer<typeof schema>
