import type { Rising } from './contract-study'
import { FIELDS, type Field } from './study-fields'
import type { Column, StudyRows } from './study-rows'

/** Days of the week that is looked at, and weeks before it that tell what to expect of it. */
const WEEK = 7
const WEEKS = 8
/** With fewer weeks nothing is expected. */
const FEWEST_WEEKS = 4
/** Days of a year of whole weeks: the same season, and the same weekdays. */
const YEAR = 52 * WEEK
/** Fewer orders say nothing of a season, and it never more than doubles or halves what is expected. */
const SEASON_FROM = 30
const [LEAST, MOST] = [0.5, 2]
/** Fewer orders of a week are no topic, and less than half as many again is no rise. */
const FEWEST = 6
const RISE = 1.5
/** The chance of so many by chance alone, below which it is told: topics times towns are a thousand chances a week. */
const CHANCE = 1e-5
const MOST_TOLD = 12

/** What is being counted: a topic (a category where orders name no topics) in a town. */
interface Table {
  readonly rows: StudyRows
  readonly topic: Column
  readonly towns: number
  /** By the place of a department: its orders are looked at; undefined where those of all are. */
  readonly depts: Uint8Array | undefined
}

/** One rise, with the places of its values. */
interface Found {
  readonly rising: Rising
  readonly at: Readonly<Partial<Record<Field, number>>>
}

interface AllFound {
  readonly weeks: number | null
  /** The furthest beyond what was to be expected first. */
  readonly found: readonly Found[]
}

/** By the departments that are looked at. */
const kept = new WeakMap<StudyRows, { readonly of: string; readonly all: AllFound }>()

/**
 * Topics that more people of one town complain of in the last seven whole days than the eight weeks before let one expect, in the
 * course that the season took for this topic a year ago; `allows` says which categories, topics and towns are looked at, and
 * `depts` whose orders are: what rises for one department is counted and expected of its own.
 */
export function risingIn(
  rows: StudyRows,
  allows: (field: Field, at: number) => boolean,
  depts: Uint8Array | undefined,
) {
  const of = depts?.join('') ?? ''
  const before = kept.get(rows)
  const all = before?.of === of ? before.all : allIn(rows, depts)
  kept.set(rows, { of, all })
  const told = all.found.filter(({ at }) =>
    FIELDS.every((field) => at[field] === undefined || allows(field, at[field])),
  )
  return { weeks: all.weeks, rising: told.slice(0, MOST_TOLD).map(({ rising }) => rising) }
}

function allIn(rows: StudyRows, depts: Uint8Array | undefined): AllFound {
  const { category, topic: topics, town } = rows.columns
  const weeks = Math.min(WEEKS, Math.floor((rows.last + 1 - rows.first) / WEEK) - 1)
  if (weeks < FEWEST_WEEKS) return { weeks: null, found: [] }
  const topic = topics.names.length > 1 ? topics : category
  const table = { rows, topic, towns: town.names.length, depts }
  const [now, past] = [pairsIn(table, 0, WEEK), pairsIn(table, WEEK, weeks * WEEK)]
  const season = seasonOf(table, weeks)
  const categoryOf = categoriesOf(rows, topic)
  const found: (Found & { readonly beyond: number })[] = []
  for (const [pair, count] of now.entries()) {
    const [at, place] = [Math.floor(pair / table.towns), pair % table.towns]
    const [name, where, of] = [topic.names[at], town.names[place], categoryOf[at] ?? 0]
    if (!name || !where || count < FEWEST) continue
    const expected = ((past[pair] ?? 0) / weeks) * (season[at] ?? 1)
    const { chance, beyond } = surpriseOf(count, expected, weeks)
    if (count < RISE * expected || chance > CHANCE) continue
    const rising = {
      topic: name.label,
      category: topic === category ? null : (category.names[of]?.label ?? null),
      town: { code: where.value, name: where.label },
      count,
      expected: Math.round(expected * 10) / 10,
    }
    found.push({
      rising,
      at: topic === category ? { category: at, town: place } : { category: of, topic: at, town: place },
      beyond,
    })
  }
  return { weeks, found: found.toSorted((a, b) => b.beyond - a.beyond || inOrder(a.rising, b.rising)) }
}

/** Orders of `days` days that end `back` days before the last, by topic and town. */
function pairsIn({ rows, topic, towns, depts }: Table, back: number, days: number): Uint32Array {
  const counts = new Uint32Array(topic.names.length * towns)
  const [to, from] = [rows.last - back, rows.last - back - days + 1]
  for (let row = 0; row < rows.size; row++) {
    const day = rows.day[row] ?? 0
    if (day < from || day > to || depts?.[rows.columns.dept.at[row] ?? 0] === 0) continue
    const pair = (topic.at[row] ?? 0) * towns + (rows.columns.town.at[row] ?? 0)
    counts[pair] = (counts[pair] ?? 0) + 1
  }
  return counts
}

/** By topic: what its season did to it a year ago in all towns, as a factor; 1 where the records do not reach back. */
function seasonOf(table: Table, weeks: number): readonly number[] {
  const { rows, topic, towns } = table
  if (rows.last - YEAR - WEEK - weeks * WEEK + 1 < rows.first) return topic.names.map(() => 1)
  const sum = (back: number, days: number) => {
    const pairs = pairsIn(table, back, days)
    return topic.names.map((_, at) => pairs.subarray(at * towns, (at + 1) * towns).reduce((a, b) => a + b, 0))
  }
  // Three weeks around it, since one alone is as much chance as season.
  const [then, before] = [sum(YEAR - WEEK, 3 * WEEK), sum(YEAR + 2 * WEEK, weeks * WEEK)]
  return topic.names.map((_, at) => {
    const [a, b] = [(then[at] ?? 0) / 3, (before[at] ?? 0) / weeks]
    return (then[at] ?? 0) < SEASON_FROM || b === 0 ? 1 : Math.min(MOST, Math.max(LEAST, a / b))
  })
}

/** The category of each topic, as its last order says. */
function categoriesOf({ size, columns }: StudyRows, topic: Column): Uint16Array {
  const found = new Uint16Array(topic.names.length)
  for (let row = 0; row < size; row++) found[topic.at[row] ?? 0] = columns.category.at[row] ?? 0
  return found
}

/** Of two that are as far beyond: by topic and town. */
const inOrder = (a: Rising, b: Rising) =>
  a.topic === b.topic ? Number(a.town.code > b.town.code) * 2 - 1 : Number(a.topic > b.topic) * 2 - 1

/**
 * The chance of `count` or more, and how many usual deviations it lies beyond (in millionths, so that two ways to reckon agree), where `expected` is known from so many weeks only: a Poisson count whose mean is uncertain is a negative
 * binomial one.
 */
function surpriseOf(count: number, expected: number, weeks: number) {
  // One order more in all the weeks, so that what never happened before is not impossible.
  const shape = Math.max(1, expected * weeks)
  const mean = Math.max(expected, 1 / weeks)
  const p = shape / (shape + mean)
  let [term, below] = [p ** shape, 0]
  for (let k = 0; k < count; k++) {
    below += term
    term *= ((shape + k) / (k + 1)) * (1 - p)
  }
  const beyond = Math.round(((count - mean) / Math.sqrt(mean + (mean * mean) / shape)) * 1e6)
  return { chance: Math.max(0, 1 - below), beyond }
}
