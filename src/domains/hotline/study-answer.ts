import type { Book } from '../../contract/records/counting'
import type { Moment } from '../../contract/records/summary'
import { dayNumber, isoDate, parseTime, startOfDay } from '../../lib/calendar'
import type { Study, StudyPart } from './contract-study'
import { risingIn } from './study-rising'
import { FIELDS, MOST_PARTS, STUDIED_DAYS, type Field } from './study-fields'
import { studyRowsOf, type Column, type StudyRows } from './study-rows'
import { rangeOf, valuesOf, type StudyAsked } from './study-link'

/** What keeps a row out, each by its bit: its day, its hour of the week, and from the third bit on its fields. */
const [DAYS, HOURS, FIELD] = [1, 2, 4]

/** What a question lets through of each thing. */
interface Filters {
  /** `dayNumber`s, both included. */
  readonly from: number
  readonly to: number
  /** By hour of the week. */
  readonly hours: Uint8Array
  /** By field, by the place of a value; undefined where nothing narrows it. */
  readonly fields: readonly (Uint8Array | undefined)[]
  /** By the place of a town: it lies in the region that everything is about. */
  readonly inside: Uint8Array
}

/**
 * A year of orders as `asked` narrows them, every thing counted under what narrows the others. Pure; one pass over the rows.
 * @returns null where the city sends no orders
 */
export function studyOf(book: Book, moment: Moment, asked: StudyAsked): Study | null {
  const looked = lookedAt(book, moment, asked)
  if (!looked) return null
  const { rows, first, filters } = looked
  const counts = counted(rows, first, filters)
  const { from, to } = filters
  const dateOf = (day: number) => isoDate(startOfDay(day))
  const { rising, weeks } = risingIn(
    rows,
    (field, at) =>
      filters.fields[FIELDS.indexOf(field)]?.[at] !== 0 && (field !== 'town' || filters.inside[at] === 1),
    filters.fields[FIELDS.indexOf('dept')],
  )
  return {
    from: dateOf(first),
    to: dateOf(rows.last),
    chosenFrom: dateOf(from),
    chosenTo: dateOf(to),
    ...counts,
    rows: rows.kind,
    risingTo: dateOf(rows.last),
    risingWeeks: weeks,
    rising,
  }
}

/** The rows, the first day that is looked at, and what is let through; null where there are no whole days. */
function lookedAt(book: Book, moment: Moment, asked: StudyAsked) {
  const rows = studyRowsOf(book, moment)
  if (!rows || rows.last < rows.first) return null
  const days = Math.min(STUDIED_DAYS, rows.last - rows.first + 1)
  // Whole weeks, where there is one.
  const first = rows.last + 1 - (days >= 7 ? days - (days % 7) : days)
  return { rows, first, filters: filtersOf(rows, first, asked, moment.region) }
}

/** Which rows a question chooses, those that `chosen` counts, and of which kind they are; null where there are none. */
export function chosenBy(book: Book, moment: Moment, asked: StudyAsked) {
  const looked = lookedAt(book, moment, asked)
  if (!looked) return null
  const { rows, filters } = looked
  const { day, hour, columns } = rows
  const outs = outsOf(rows, filters)
  return {
    kind: rows.kind,
    chosen: (row: number) => {
      const date = day[row] ?? 0
      return (
        date >= filters.from &&
        date <= filters.to &&
        filters.hours[hour[row] ?? 0] === 1 &&
        filters.inside[columns.town.at[row] ?? 0] === 1 &&
        outs.every(({ places, bits }) => bits[places[row] ?? 0] === 0)
      )
    },
  }
}

function filtersOf(rows: StudyRows, first: number, asked: StudyAsked, region: string | null): Filters {
  const dayOf = (text: string | undefined) => dayNumber(parseTime(text ?? ''))
  const within = (day: number, otherwise: number) =>
    Number.isNaN(day) ? otherwise : Math.min(rows.last, Math.max(first, day))
  const [from, to] = [within(dayOf(asked.from), first), within(dayOf(asked.to), rows.last)]
  const [monday, sunday] = rangeOf(asked.week, 1, 7)
  const [begin, end] = rangeOf(asked.hours, 0, 23)
  const hours = Uint8Array.from({ length: 168 }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24) + 1, i % 24]
    return Number(day >= monday && day <= sunday && hour >= begin && hour <= end)
  })
  const fields = FIELDS.map((field) => {
    const wanted = valuesOf(asked[field])
    if (wanted.size === 0) return undefined
    return Uint8Array.from(rows.columns[field].names, (name) =>
      Number(name !== null && wanted.has(name.value)),
    )
  })
  const inside = Uint8Array.from(rows.columns.town.names, (name) =>
    Number(region === null || name?.value.startsWith(region) === true),
  )
  return { from: Math.min(from, to), to: Math.max(from, to), hours, fields, inside }
}

/** One pass: a row that one thing alone keeps out counts for that thing, one that nothing keeps out counts for all. */
function counted(rows: StudyRows, first: number, filters: Filters) {
  const { from, to, hours, inside } = filters
  const { day, hour, size, last, repeat, columns } = rows
  const days = new Uint32Array(last - first + 1)
  const week = new Uint32Array(168)
  const sums = FIELDS.map((field, i) => {
    const { at, names } = columns[field]
    return { places: at, sum: new Uint32Array(names.length), bit: FIELD << i }
  })
  const outs = outsOf(rows, filters)
  const span = to - from + 1
  const towns = columns.town.at
  let [total, chosen, before, repeats, said] = [0, 0, 0, 0, 0]
  for (let row = 0; row < size; row++) {
    const date = day[row] ?? 0
    if (date > last || date < rows.first || inside[towns[row] ?? 0] !== 1) continue
    const at = hour[row] ?? 0
    // One bit for each thing that keeps it out.
    let out = hours[at] === 1 ? 0 : HOURS
    for (const { places, bits } of outs) out |= bits[places[row] ?? 0] ?? 0
    if (out === 0 && date < from && date >= from - span) before++
    if (date < first) continue
    total++
    if (date < from || date > to) out |= DAYS
    if ((out & (out - 1)) !== 0) continue
    if (out === 0) {
      chosen++
      const again = repeat[row] ?? 0
      if (again !== 0) said++
      if (again === 2) repeats++
    }
    if (out === 0 || out === DAYS) days[date - first] = (days[date - first] ?? 0) + 1
    if (out === 0 || out === HOURS) week[at] = (week[at] ?? 0) + 1
    for (const { places, sum, bit } of sums)
      if (out === 0 || out === bit) {
        const place = places[row] ?? 0
        sum[place] = (sum[place] ?? 0) + 1
      }
  }
  const partsOf = (field: Field) => partsIn(columns[field], sums[FIELDS.indexOf(field)]?.sum)
  return {
    total,
    chosen,
    before: from - span >= rows.first ? before : null,
    repeats: said === 0 ? null : repeats,
    days: [...days],
    hours: [...week],
    category: partsOf('category'),
    topic: partsOf('topic'),
    town: partsOf('town'),
    dept: partsOf('dept'),
    outcome: partsOf('outcome'),
  }
}

/** Of the fields that something narrows: the bit that keeps a row out, by the place of its value. */
const outsOf = ({ columns }: StudyRows, { fields }: Filters) =>
  FIELDS.flatMap((field, i) => {
    const allowed = fields[i]
    if (!allowed) return []
    return [{ places: columns[field].at, bits: allowed.map((one) => (one === 1 ? 0 : FIELD << i)) }]
  })

/** Values of a field, most first; those that no order has now are left out. */
function partsIn({ names }: Column, sums: Uint32Array | undefined): StudyPart[] {
  return names
    .flatMap((name, i) => {
      const count = sums?.[i] ?? 0
      return name === null || count === 0 ? [] : [{ ...name, count }]
    })
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_PARTS)
}
