import * as z from 'zod/mini'
import { count, list, regionCode, slug, text } from '../../contract/primitives'

const business = z.strictObject({
  key: slug,
  label: text(8),
  /** Mean service time at the counter. */
  minutes: z.number().check(z.gt(0), z.lte(120)),
  /** Relative share of tickets. */
  weight: z.number().check(z.gt(0)),
})

/** One queue of the ticket machine: its businesses wait in one order for the counters of the line. */
const line = z.strictObject({ key: slug, label: text(8), businesses: list(business, 8) })

const hall = z.strictObject({
  id: slug,
  name: text(20),
  short: text(8),
  place: z.strictObject({ code: regionCode, name: text(16) }),
  kind: z.enum(['main', 'branch']),
  /** Tickets of a calendar year, or of each half of it where only a half-year figure was published. */
  volume: z.strictObject({ per: z.enum(['year', 'half']), total: count }),
  /** Counters of each line, in the order of `lines`; a line without counters is not offered here. */
  counters: list(count, 8),
})

/** Parameters of the demo, city by city, so that no city-specific value lives in code. */
export const demo = z.strictObject({
  /** Names the city's chance: another seed is another, equally likely year. */
  seed: text(24),
  lines: list(line, 8).check(z.minLength(1)),
  /** Weight of each half hour from 9:00 to 17:00. */
  slots: z.array(z.number().check(z.gte(0))).check(z.minLength(16), z.maxLength(16)),
  halls: list(hall, 40),
  towns: list(z.strictObject({ code: regionCode, name: text(16) }), 400),
  /** Self-service terminals by town, in the order of `towns`; null where the city published no number to add up to. */
  terminals: z.nullable(z.strictObject({ unit: text(4), counts: list(count, 400) })),
  rating: z.strictObject({
    /** Share of served people who rate, 0–1. */
    share: z.number().check(z.gte(0), z.lte(1)),
    /** Weights of the five levels, best first. */
    levels: z.array(z.number().check(z.gte(0))).check(z.minLength(5), z.maxLength(5)),
  }),
})

export type HallDemo = z.infer<typeof demo>
export type DemoHall = z.infer<typeof hall>
