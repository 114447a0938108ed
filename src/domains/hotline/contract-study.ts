import * as z from 'zod/mini'
import { recordReader } from '../../contract/answers'
import { count, date, list, text } from '../../contract/primitives'
import { MOST_PARTS, STUDIED_DAYS } from './study-fields'

/** One value of a field and how many orders have it; a town by its code, with its name as `label`. */
const part = z.object({ value: text(40), label: text(40), count })
export type StudyPart = z.infer<typeof part>

const parts = list(part, MOST_PARTS)

/** More of a topic in one town within a week than the season and the weeks before let one expect. */
const rising = z.object({
  topic: text(24),
  category: z.nullable(text(24)),
  town: z.object({ code: text(12), name: text(40) }),
  /** Orders of the last seven days of the records. */
  count,
  /** What was to be expected of them. */
  expected: z.number().check(z.gte(0)),
})
export type Rising = z.infer<typeof rising>

/**
 * Orders of up to a year, counted as a question narrows them. What narrows one thing does not narrow that thing itself: the days are
 * those of all days, the categories those of all categories, so that one sees what else could be chosen.
 */
const studied = z.object({
  /** First and last whole day of the records. */
  from: date,
  to: date,
  /** Days asked for, within those. */
  chosenFrom: date,
  chosenTo: date,
  /** All orders from `from` to `to`. */
  total: count,
  /** Those that the question narrows them to. */
  chosen: count,
  /** The same narrowed, of as many days before; null where the records do not reach back so far. */
  before: z.nullable(count),
  /** Of the chosen: repeats of an earlier one. Null where no order says. */
  repeats: z.nullable(count),
  /** By day, from `from` on. */
  days: list(count, STUDIED_DAYS),
  /** By weekday, Monday first, and hour: 7 × 24. */
  hours: list(count, 168).check(z.minLength(168)),
  category: parts,
  topic: parts,
  town: parts,
  dept: parts,
  outcome: parts,
  /** What is counted can be listed: the kind of its records (`year-order`). A source that counts by itself leaves it out. */
  rows: z.optional(text(40)),
  /** Last day of the week looked at, and how many weeks before it tell what to expect; null where there are too few. */
  risingTo: date,
  risingWeeks: z.nullable(count),
  rising: list(rising, 20),
})
export type Study = z.infer<typeof studied>

/** What a source of the study answers; nobody asks in the first view. */
export const readers = [recordReader({ id: 'hotline.study', row: studied })]
