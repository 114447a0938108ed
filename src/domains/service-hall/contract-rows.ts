import * as z from 'zod/mini'
import { course, daySeries, measure, rateMeasure, type Measure } from '../../contract/measure'
import { count, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
import type { Sum } from '../../contract/sums'
import { CLOSURE, COUNTER_STATES, LEVELS, TERMINAL_FAULTS } from './codes'

const minutes = z.number().check(z.gte(0), z.lte(1440))

export const counter = z.object({
  no: z.int().check(z.gte(1), z.lte(999)),
  line: z.optional(text(8)),
  state: z.enum(COUNTER_STATES),
  /** Current business and how long it has been served; null unless serving. */
  business: z.optional(z.nullable(text(8))),
  minutes: z.optional(z.nullable(minutes)),
  /** Serving time ÷ open time today, percent; null before the counter has been open. */
  use: z.optional(z.nullable(rate)),
})

export const queueLine = z.object({
  key: slug,
  label: text(8),
  waiting: count,
  longest: z.optional(z.nullable(minutes)),
  open: z.optional(count),
  total: z.optional(count),
})

const businessRow = z.object({
  key: slug,
  label: text(8),
  count,
  /** The same weekday last week up to this minute. */
  lastWeek: z.optional(count),
  /** Mean minutes at the counter of those finished today; null when there is none. */
  meanMinutes: z.optional(z.nullable(minutes)),
})

export const hallRow = z
  .object({
    id: slug,
    name: text(20),
    short: text(8),
    place: z.optional(z.object({ code: regionCode, name: text(16) })),
    kind: z.optional(z.enum(['main', 'branch'])),
    waiting: count,
    /** The hall's own P10–P90 of the same weekday at this minute. */
    normal: z.optional(z.object({ low: z.number().check(z.gte(0)), high: z.number() })),
    longest: z.optional(z.nullable(minutes)),
    open: z.optional(count),
    total: z.optional(count),
    tickets: z.optional(count),
    served: z.optional(count),
    /** People waiting through its opening hours of today; before it opens and on a day off, of its last day. */
    course: z.optional(course),
  })
  .check(
    z.refine(({ normal }) => normal === undefined || normal.low <= normal.high, {
      path: ['normal'],
      error: '下限大于上限',
    }),
  )

/** One town for the map. `waiting` is null without a hall on the queue system, terminals null where none were published. */
export const townRow = z.object({
  code: regionCode,
  name: text(16),
  halls: count,
  waiting: z.optional(z.nullable(count)),
  terminals: z.optional(z.nullable(count)),
  terminalsOffline: z.optional(z.nullable(count)),
})

const terminalFault = z.object({
  key: text(24),
  town: z.object({ code: regionCode, name: text(16) }),
  kind: z.enum(TERMINAL_FAULTS),
  since: moment,
})

export const terminals = z.object({
  unit: text(4),
  total: count,
  online: count,
  /** Not working right now, longest first. */
  faults: z.optional(list(terminalFault, 80)),
})

const levels = z.array(count).check(z.minLength(5), z.maxLength(5))

/** Reviews of one period by level; only what people gave themselves, never a default. */
export const ratings = z.object({ rated: count, levels })

export const badReview = z
  .object({
    key: text(24),
    hall: text(8),
    place: z.optional(z.object({ code: regionCode, name: text(16) })),
    business: z.optional(text(8)),
    level: z.optional(z.enum([LEVELS[3], LEVELS[4]])),
    stage: z.optional(z.enum(CLOSURE)),
    receivedAt: z.optional(moment),
    dueAt: moment,
  })
  .check(
    z.refine(
      (r) => together(r.receivedAt, r.dueAt, (received, due) => Date.parse(received) < Date.parse(due)),
      { path: ['dueAt'], error: '时限早于收到时间' },
    ),
  )

/** Tickets by hour: null for an hour that has not begun; `usual` is the median of the same weekday. */
const hourRow = z.object({
  hour: z.int().check(z.gte(0), z.lte(23)),
  issued: z.nullable(count),
  usual: z.optional(count),
})

export const bookedHour = z.object({ hour: z.int().check(z.gte(0), z.lte(23)), booked: count })

/** Running totals of the day in equal steps from 9:00; they stop at the present. */
const cumulative = z
  .object({
    stepMinutes: z.int().check(z.gte(5), z.lte(60)),
    issued: list(count, 150),
    served: list(count, 150),
  })
  .check(
    z.refine((c) => c.issued.length === c.served.length, { path: ['served'], error: '两条序列长度不一致' }),
  )

/** Waits of everyone called today, minutes; `to` null is the open last class. */
const waitClass = z.object({ from: count, to: z.nullable(count), count })

/** What the tickets of one day in one hall come to. */
export const dayParts = {
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

/** One day of one hall: today, or the last workday. */
interface Day extends z.infer<z.ZodMiniObject<typeof dayParts>> {
  readonly tickets?: Measure | undefined
  readonly served?: Measure | undefined
}

export const counts = (rows: readonly { count: number }[] | undefined) => rows?.map((row) => row.count)

/** What the numbers of one day come to; `at` is where its parts stand, `tickets` what its numbers issued are called. */
export function daySums<O>(
  at: '' | 'lastDay.',
  tickets: string,
  dayOf: (operation: O) => Day | undefined,
): readonly Sum<O>[] {
  const sums: readonly Sum<Day>[] = [
    {
      part: 'served',
      says: '办结与过号之和大于取号数',
      most: true,
      of: (day) => [[[day.served?.value, day.noShows?.value], day.tickets?.value]],
    },
    {
      part: 'cumulative',
      says: '累计办结大于累计取号',
      most: true,
      of: ({ cumulative: c }) => (c?.served ?? []).map((served, i) => [[served], c?.issued[i]]),
    },
    {
      part: 'business',
      says: `各业务取号之和不等于${tickets}`,
      of: (day) => [[counts(day.business), day.tickets?.value]],
    },
    {
      part: 'hours',
      says: `各时段取号之和不等于${tickets}`,
      of: (day) => [[day.hours?.map((hour) => hour.issued), day.tickets?.value]],
    },
    {
      part: 'waits',
      says: `等候时长的人数大于${tickets}`,
      most: true,
      of: (day) => [[counts(day.waits), day.tickets?.value]],
    },
  ]
  return sums.map((sum) => ({
    ...sum,
    part: `${at}${sum.part}`,
    of(operation) {
      const day = dayOf(operation)
      return day ? sum.of(day) : []
    },
  }))
}
