import * as z from 'zod/mini'
import { count, list, moment, rate, regionCode, slug, text } from '../../contract/primitives'

/** serving: a ticket is at the counter; idle: open, nobody in its queue; paused: comes back today; closed: does not. */
const COUNTER_STATES = ['serving', 'idle', 'paused', 'closed'] as const
/** GB/T 39734 names five levels, best first; 差评 are the last two. */
export const LEVELS = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] as const
/** What happens to a bad review until it is closed. */
export const CLOSURE = ['received', 'verified', 'rectifying', 'callback'] as const
export const TERMINAL_FAULTS = ['offline', 'paper', 'reader', 'printer'] as const

const minutes = z.number().check(z.gte(0), z.lte(1440))

export const counter = z.strictObject({
  no: z.int().check(z.gte(1), z.lte(999)),
  line: text(8),
  state: z.enum(COUNTER_STATES),
  /** Current business and how long it has been served; null unless serving. */
  business: z.nullable(text(8)),
  minutes: z.nullable(minutes),
  /** Serving time ÷ open time today, percent; null before the counter has been open. */
  use: z.nullable(rate),
})

export const queueLine = z.strictObject({
  key: slug,
  label: text(8),
  waiting: count,
  longest: z.nullable(minutes),
  open: count,
  total: count,
})

export const businessRow = z.strictObject({
  key: slug,
  label: text(8),
  count,
  /** The same weekday last week up to this minute. */
  lastWeek: count,
  /** Mean minutes at the counter of those finished today; null when there is none. */
  meanMinutes: z.nullable(minutes),
})

export const hallRow = z
  .strictObject({
    id: slug,
    name: text(20),
    short: text(8),
    place: z.strictObject({ code: regionCode, name: text(16) }),
    kind: z.enum(['main', 'branch']),
    waiting: count,
    /** The hall's own P10–P90 of the same weekday at this minute. */
    normal: z.strictObject({ low: z.number().check(z.gte(0)), high: z.number() }),
    longest: z.nullable(minutes),
    open: count,
    total: count,
    tickets: count,
    served: count,
  })
  .check(
    z.refine((h) => h.normal.low <= h.normal.high, { path: ['normal'], error: '下限大于上限' }),
    z.refine((h) => h.open <= h.total, { path: ['open'], error: '开放窗口数大于窗口总数' }),
    z.refine((h) => h.served <= h.tickets, { path: ['served'], error: '办结数大于取号数' }),
  )

/** One town for the map. `waiting` is null without a hall on the queue system, terminals null where none were published. */
export const townRow = z
  .strictObject({
    code: regionCode,
    name: text(16),
    halls: count,
    waiting: z.nullable(count),
    terminals: z.nullable(count),
    terminalsOffline: z.nullable(count),
  })
  .check(
    z.refine((t) => (t.terminalsOffline ?? 0) <= (t.terminals ?? 0), {
      path: ['terminalsOffline'],
      error: '不在线终端数大于终端总数',
    }),
  )

export const terminals = z
  .strictObject({
    unit: text(4),
    total: count,
    online: count,
    /** Not working right now, longest first. */
    faults: list(
      z.strictObject({
        key: text(24),
        town: z.strictObject({ code: regionCode, name: text(16) }),
        kind: z.enum(TERMINAL_FAULTS),
        since: moment,
      }),
      80,
    ),
  })
  .check(z.refine((t) => t.online <= t.total, { path: ['online'], error: '在线终端数大于终端总数' }))

const levels = z.array(count).check(z.minLength(5), z.maxLength(5))
const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

/** Reviews of one period by level; only what people gave themselves, never a default. */
export const ratings = z
  .strictObject({ rated: count, levels })
  .check(z.refine((r) => sum(r.levels) === r.rated, { path: ['levels'], error: '五级之和不等于评价数' }))

export const badReview = z
  .strictObject({
    key: text(24),
    hall: text(8),
    business: text(8),
    level: z.enum([LEVELS[3], LEVELS[4]]),
    stage: z.enum(CLOSURE),
    receivedAt: moment,
    dueAt: moment,
  })
  .check(
    z.refine((r) => Date.parse(r.receivedAt) < Date.parse(r.dueAt), {
      path: ['dueAt'],
      error: '时限早于收到时间',
    }),
  )
