import * as z from 'zod/mini'
import { documentSchema } from '../../contract/document'
import { measure, rateMeasure } from '../../contract/measure'
import type { Whole } from '../../contract/parts'
import { count, date, list, moment, regionCode, slug, text } from '../../contract/primitives'
import { documentReader } from '../../contract/reader'
import type { Sum } from '../../contract/sums'
import { CLOSURE } from './codes'
import {
  badReview,
  bookedHour,
  counter,
  counts,
  dayParts,
  daySums,
  hallRow,
  queueLine,
  ratings,
  terminals,
  townRow,
} from './contract-rows'

const MOST_COUNTERS = 160

const counters = z.object({
  open: count,
  total: count,
  paused: z.optional(count),
  closed: z.optional(count),
  use: z.optional(rateMeasure),
  rows: z.optional(list(counter, MOST_COUNTERS)),
})

const closureStage = z.object({
  key: z.enum(CLOSURE),
  count,
  oldestHours: z.optional(z.nullable(z.number().check(z.gte(0)))),
})

const evaluation = z.object({
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

/** Null: no hall in the scope is on the queue system. Absent: the source speaks of all halls together and names none. */
const hall = z.nullable(z.object({ id: slug, name: text(20), short: text(8), code: regionCode }))

const service = z.object({
  state: z.enum(['open', 'noon', 'closing', 'closed']),
  opensAt: z.optional(moment),
})

/** The last workday as it stood when it was over, of the focus hall; `halls` of every hall of the scope. */
const lastDay = z.object({
  day: date,
  tickets: measure,
  served: measure,
  ...dayParts,
  halls: z.optional(list(z.object({ id: slug, tickets: count, served: count }), 40)),
})

/** Who is expected when the focus hall opens next: today before it opens, else on the next workday. */
const bookings = z.object({
  day: date,
  total: measure,
  hours: z.optional(list(bookedHour, 24)),
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
export const operation = z.object({
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
  /** Only where the hall is closed. */
  bookings: z.optional(bookings),
  all: z.optional(everyHall),
  halls: z.optional(list(hallRow, 40)),
  towns: z.optional(list(townRow, 400)),
  /** Null where the city published no number of terminals, so that none is shown and none simulated. */
  terminals: z.optional(z.nullable(terminals)),
  evaluation: z.optional(evaluation),
})

export type HallOperation = z.infer<typeof operation>
export type WholeHalls = Whole<HallOperation>

const waitingOf = (rows: readonly { waiting?: number | null | undefined }[] | undefined) =>
  rows?.length === 0 ? undefined : rows?.map((row) => row.waiting)

const hallSums: readonly Sum<HallOperation>[] = [
  {
    part: 'halls',
    says: '各厅等候之和不等于全部等候',
    of: (o) => [[waitingOf(o.halls), o.all?.waiting?.value]],
  },
  {
    part: 'halls',
    says: '开放窗口数大于窗口总数',
    most: true,
    of: ({ halls = [] }) => halls.map((row) => [[row.open], row.total]),
  },
  {
    part: 'halls',
    says: '办结数大于取号数',
    most: true,
    of: ({ halls = [] }) => halls.map((row) => [[row.served], row.tickets]),
  },
  {
    part: 'lastDay.halls',
    says: '办结数大于取号数',
    most: true,
    of: ({ lastDay: day }) => (day?.halls ?? []).map((row) => [[row.served], row.tickets]),
  },
  {
    part: 'towns',
    says: '各镇街等候之和不等于全部等候',
    of: (o) => [[waitingOf(o.towns), o.all?.waiting?.value]],
  },
  {
    part: 'towns',
    says: '不在线终端数大于终端总数',
    most: true,
    of: ({ towns = [] }) => towns.map((row) => [[row.terminalsOffline], row.terminals]),
  },
  {
    part: 'terminals',
    says: '各镇街终端之和不等于终端总数',
    of: (o) => [[o.towns?.map((row) => row.terminals), o.terminals?.total]],
  },
  {
    part: 'terminals',
    says: '在线终端数大于终端总数',
    most: true,
    of: ({ terminals: t }) => [[[t?.online], t?.total]],
  },
]

const evaluationSums: readonly Sum<HallOperation>[] = [
  {
    part: 'evaluation.stages',
    says: '各环节之和不等于未闭环差评',
    of: ({ evaluation: e }) => [[counts(e?.stages), e?.open?.value]],
  },
  {
    part: 'evaluation.overdue',
    says: '超期差评大于未闭环差评',
    most: true,
    of: ({ evaluation: e }) => [[[e?.overdue?.value], e?.open?.value]],
  },
  {
    part: 'evaluation.today',
    says: '今日评价数大于近 30 日评价数',
    most: true,
    of: ({ evaluation: e }) => [[[e?.today?.rated], e?.month?.rated]],
  },
  {
    part: 'evaluation.today',
    says: '今日五级之和不等于评价数',
    of: ({ evaluation: e }) => [[e?.today?.levels, e?.today?.rated]],
  },
  {
    part: 'evaluation.month',
    says: '近 30 日五级之和不等于评价数',
    of: ({ evaluation: e }) => [[e?.month?.levels, e?.month?.rated]],
  },
]

const counterSums: readonly Sum<HallOperation>[] = [
  {
    part: 'counters',
    says: '开放、暂停、关闭之和不等于窗口总数',
    of: ({ counters: c }) =>
      c?.paused === undefined || c.closed === undefined ? [] : [[[c.open, c.paused, c.closed], c.total]],
  },
  // How many are paused or closed may be unknown; what is known never comes to more than there are.
  {
    part: 'counters',
    says: '开放、暂停、关闭之和大于窗口总数',
    most: true,
    of: ({ counters: c }) =>
      c?.paused === undefined || c.closed === undefined ? [[[c?.open, c?.paused, c?.closed], c?.total]] : [],
  },
  {
    part: 'counters.rows',
    says: '窗口清单与窗口总数不一致',
    of: ({ counters: c }) => [[c?.rows?.length === MOST_COUNTERS ? undefined : [c?.rows?.length], c?.total]],
  },
]

export const sums: readonly Sum<HallOperation>[] = [
  ...daySums<HallOperation>('', '今日取号', (o) => o),
  ...daySums<HallOperation>('lastDay.', '该日取号', (o) => o.lastDay),
  {
    part: 'bookings.hours',
    says: '各时段预约之和不等于预约数',
    of: ({ bookings: b }) => [[b?.hours?.map(({ booked }) => booked), b?.total.value]],
  },
  {
    part: 'lines',
    says: '各队列等候之和不等于当前等候',
    of: (o) => [[waitingOf(o.lines), o.waiting?.value]],
  },
  ...hallSums,
  ...evaluationSums,
  ...counterSums,
]

export const schema = documentSchema('service-hall', operation)
export type HallDocument = z.infer<typeof schema>

export const readers = [documentReader({ id: 'service-hall', schema, sums })]
