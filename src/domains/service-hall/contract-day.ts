import * as z from 'zod/mini'
import { daySeries, measure, rateMeasure, type Measure } from '../../contract/measure'
import { count, list } from '../../contract/primitives'
import type { Sum } from '../../contract/sums'
import { businessRow } from './contract-rows'

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
