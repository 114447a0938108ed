import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { course, daySeries, measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { count, date, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
import { listReader, recordReader } from '../../contract/answers'
import { STAGES } from './codes'

const minutes = z.number().check(z.gte(0))

const stage = z.object({
  key: z.enum(STAGES),
  count,
  overdue: z.optional(count),
  /** Median time the orders now in this stage have spent in it, minutes; null when there is none. */
  medianMinutes: z.optional(z.nullable(minutes)),
  limitMinutes: z.optional(z.number().check(z.gt(0))),
  /** Whether stay and limit are hours of the offices: nothing passes at night and on days off. */
  working: z.optional(z.boolean()),
})

const order = z
  .object({
    /** As the hotline prints it; walls show the last four characters. */
    orderNo: z.string().check(z.regex(/^.{1,40}$/, '工单号须为 1–40 字')),
    title: text(16),
    category: z.optional(text(12)),
    dept: z.optional(text(16)),
    town: z.optional(z.object({ code: regionCode, name: text(16) })),
    stage: z.optional(z.enum(STAGES)),
    acceptedAt: z.optional(moment),
    dueAt: moment,
    /** Orders of the same place and topic within 30 days, this one included. */
    repeats: z.optional(count),
    supervised: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      (o) => together(o.acceptedAt, o.dueAt, (accepted, due) => Date.parse(accepted) <= Date.parse(due)),
      { path: ['dueAt'], error: '时限早于受理时间' },
    ),
  )
export type Order = z.infer<typeof order>

const ledgerItem = z.object({
  title: text(20),
  dept: z.optional(text(16)),
  closedOn: date,
  watchUntil: date,
  state: z.optional(z.enum(['监控中', '已销账'])),
})

const category = z.object({
  key: slug,
  label: text(12),
  count,
  lastWeek: z.optional(count),
  outlier: z.optional(z.boolean()),
})

const usual = z.optional(z.number().check(z.gte(0)))

const townCount = {
  code: regionCode,
  name: text(16),
  count,
  /** The town's own usual range for this weekday up to this hour. */
  low: usual,
  high: usual,
}

const town = z.object({
  ...townCount,
  /** Orders by the hour since midnight, before 8:00 those of the last 24 whole hours; the running hour is left open. */
  lately: z.optional(z.object({ count, low: usual, high: usual, course })),
})

const cluster = z.object({ key: text(40), code: regionCode, town: text(16), topic: text(12), count })

/** `from` is the full hour at which the 24 begin; `low` and `high` of a town are of the same hours. */
const lastHours = z.object({
  from: moment,
  received: measure,
  closed: z.optional(measure),
  intake: daySeries,
  complaintShare: z.optional(rateMeasure),
  categories: z.optional(list(category, 20)),
  towns: z.optional(list(z.object(townCount), 400)),
  dispatch: z.optional(
    z.object({
      share: rateMeasure,
      auto: count,
      manual: count,
      /** Passed on automatically and sent back. */
      wrong: z.optional(count),
      accuracy: rateMeasure,
    }),
  ),
})

/** What one city's hotline may not know is left out of the document, never filled with a 0: every part is optional. */
export const operation = z.object({
  received: z.optional(measure),
  open: z.optional(measure),
  overdue: z.optional(measure),
  dueSoon: z.optional(measure),
  closed: z.optional(measure),
  complaintShare: z.optional(rateMeasure),
  returns: z.optional(z.object({ count, rate: z.optional(rateMeasure) })),
  extensions: z.optional(count),
  reworks: z.optional(count),
  stages: z.optional(list(stage, 4)),
  intake: z.optional(daySeries),
  /** Before 8:00, when a day has too little to show: the last 24 whole hours, of which the same parts are told as of today. */
  lastHours: z.optional(lastHours),
  /** The same from yesterday's midnight on, 48 hours, so that a night can be seen whole. */
  twoDays: z.optional(daySeries),
  /** What yesterday came to. */
  yesterday: z.optional(z.object({ received: measure, closed: measure })),
  /** Open orders by whole days since acceptance; with a limit the last row is everything past it. */
  ageing: z.optional(list(z.object({ days: count, count }), 16)),
  limitDays: z.optional(z.int().check(z.gte(1))),
  p90Days: z.optional(measure),
  categories: z.optional(list(category, 20)),
  towns: z.optional(list(town, 400)),
  repeats: z.optional(
    z.object({
      rate: rateMeasure,
      /** Orders of the last 30 days that came back. */
      count: z.optional(count),
      weeks: z.optional(list(z.object({ label: text(8), rate }), 16)),
      clusters: z.optional(list(cluster, 8)),
    }),
  ),
  dispatch: z.optional(
    z.object({
      share: rateMeasure,
      auto: z.optional(count),
      manual: z.optional(count),
      wrong: z.optional(count),
      accuracy: z.optional(rateMeasure),
      days: z.optional(list(z.object({ label: text(8), accuracy: rate }), 31)),
    }),
  ),
  supervised: z.optional(z.object({ open: count, overdue: z.optional(count) })),
  keyItems: z.optional(list(ledgerItem, 12)),
  orders: z.optional(list(order, 40)),
})

export type HotlineOperation = z.infer<typeof operation>
export type WholeHotline = Whole<HotlineOperation>

const counts = (rows: readonly { count: number }[] | undefined) => rows?.map((row) => row.count)

/** What is said of the orders received, today or in the last hours; `at` is where it stands, `received` what they are called. */
const receivedSums = (
  at: '' | 'lastHours.',
  received: string,
  partsOf: (
    o: HotlineOperation,
  ) => Pick<HotlineOperation, 'received' | 'categories' | 'towns' | 'dispatch'> | undefined,
): readonly Sum<HotlineOperation>[] => [
  {
    part: `${at}categories`,
    says: `各类别之和不等于${received}`,
    of: (o) => [[counts(partsOf(o)?.categories), partsOf(o)?.received?.value]],
  },
  // An order whose place is not known is in no town.
  {
    part: `${at}towns`,
    says: `各镇街之和大于${received}`,
    most: true,
    of: (o) => [[counts(partsOf(o)?.towns), partsOf(o)?.received?.value]],
  },
  {
    part: `${at}dispatch`,
    says: `派单数大于${received}`,
    most: true,
    of(o) {
      const parts = partsOf(o)
      return [[[parts?.dispatch?.auto, parts?.dispatch?.manual], parts?.received?.value]]
    },
  },
]

export const sums: readonly Sum<HotlineOperation>[] = [
  { part: 'stages', says: '各环节之和不等于在办数', of: (o) => [[counts(o.stages), o.open?.value]] },
  { part: 'ageing', says: '时效分布之和不等于在办数', of: (o) => [[counts(o.ageing), o.open?.value]] },
  {
    part: 'overdue',
    says: '超期数大于在办数',
    most: true,
    of: (o) => [[[o.overdue?.value], o.open?.value]],
  },
  ...receivedSums('', '今日受理', (o) => o),
  ...receivedSums('lastHours.', '近 24 小时受理', (o) => o.lastHours),
]

export const schema = documentSchema('hotline', operation)
export type HotlineDocument = z.infer<typeof schema>

/** What the hotline answers: its document, its orders by the page, and one of them. */
export const readers = [
  documentReader({ id: 'hotline', schema, sums }),
  listReader({ id: 'hotline.orders', row: order }),
  recordReader({ id: 'hotline.order', row: order }),
]
