import * as z from 'zod/mini'
import { moment, rate, text, together } from './primitives'

/**
 * One operational figure. It never travels naked: unit, period and (where one exists) a comparison with itself go along.
 * Its definition, formula and threshold are looked up by metric id in `config/metrics/<dataset>.json`.
 */
export const measure = z
  .object({
    value: z.nullable(z.number()),
    unit: text(8),
    /** What the value covers: 此刻, 今日 0 时至今, 近 30 日 … */
    period: text(16),
    compare: z.optional(z.object({ label: text(12), value: z.number() })),
    /** The subject's own usual range (P10–P90 of the same weekday and hour). */
    normal: z.optional(z.object({ low: z.number(), high: z.number() })),
  })
  .check(
    z.refine((m) => m.normal === undefined || m.normal.low <= m.normal.high, {
      path: ['normal'],
      error: '下限大于上限',
    }),
  )
export type Measure = z.infer<typeof measure>

/** A measure in percent, 0–100. */
export const rateMeasure = z.object({
  value: z.nullable(rate),
  unit: z.literal('%'),
  period: text(16),
  compare: z.optional(z.object({ label: text(12), value: rate })),
})

const steps = {
  stepMinutes: z.int().check(z.gte(5), z.lte(240)),
  now: z.array(z.nullable(z.number())).check(z.maxLength(288)),
  low: z.optional(z.array(z.number()).check(z.maxLength(288))),
  high: z.optional(z.array(z.number()).check(z.maxLength(288))),
  /** Weeks of history behind the usual range, the fewest of any step. */
  weeks: z.optional(z.int().check(z.gte(1))),
}
interface Steps {
  readonly now: readonly (number | null)[]
  readonly low?: readonly number[] | undefined
  readonly high?: readonly number[] | undefined
}

const sameLengths = z.refine<Steps>(
  ({ now, low, high }) => [low, high].every((end) => together(end, now, (a, b) => a.length === b.length)),
  { path: ['now'], error: '三条序列长度不一致' },
)
const risingRange = z.refine<Steps>(
  ({ low, high }) => together(low, high, (l, h) => l.every((n, i) => n <= (h[i] ?? n))),
  { path: ['low'], error: '下限大于上限' },
)

/**
 * One day-long series in equal steps: `now` stops at the present (later steps are null), `low` and `high` span the usual
 * range where the source knows both.
 */
export const daySeries = z
  .object({ startHour: z.number().check(z.gte(0), z.lte(24)), ...steps })
  .check(sameLengths, risingRange)
export type DaySeries = z.infer<typeof daySeries>

/** The same beginning at any moment: of today, of the last 24 hours, or of the last day that had one. */
export const course = z.object({ from: moment, ...steps }).check(sameLengths, risingRange)
export type Course = z.infer<typeof course>
