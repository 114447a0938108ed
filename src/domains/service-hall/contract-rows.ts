import * as z from 'zod/mini'
import { course } from '../../contract/measure'
import { count, list, moment, rate, regionCode, slug, text, together } from '../../contract/primitives'
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

export const businessRow = z.object({
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
