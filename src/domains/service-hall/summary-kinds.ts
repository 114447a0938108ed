import { hash32 } from '../../lib/random'

import type { HallOperation } from './contract'
import { isOpen, type Counter } from './summary-counters'
import { comparable } from './summary-figures'
import type { Hall, Scope } from './summary-halls'
import { minutesOf, order, shortened, wholeMinutes, type Queue } from './summary-queue'
import { words } from './summary-words'

const MOST_LINES = 8
const MOST_BUSINESSES = 16

/** The same word has the same key in every answer. */
const keyOf = (label: string) => `k${hash32(label).toString(36)}`

interface Line {
  readonly label: string
  /** Its first counter; lines stand in the order of their counters. */
  first: number
  waiting: number
  since: number
  open: number
  total: number
}

/** Each queue of the hall: who waits how long for how many open counters. Left out where nothing names a queue. */
export function linePart(
  { moment: { now } }: Scope,
  hall: Hall,
  queue: Queue,
  counters: readonly Counter[],
): Pick<HallOperation, 'lines'> {
  const column = queue.tickets.code('line')
  const lines = new Map<string, Line>()
  const lineOf = (name: string | null | undefined): Line => {
    const label = name ?? words.noLine
    const known = lines.get(label)
    const line = known ?? { label, first: Infinity, waiting: 0, since: Infinity, open: 0, total: 0 }
    if (!known) lines.set(label, line)
    return line
  }
  for (const one of counters) {
    const line = lineOf(one.line)
    line.first = Math.min(line.first, one.no)
    line.total++
    if (isOpen(one)) line.open++
  }
  for (const row of hall.today) {
    const line = lineOf(column.values[column.at[row] ?? 0])
    if (queue.state(row, now) !== 'waiting') continue
    line.waiting++
    line.since = Math.min(line.since, queue.since(row, now))
  }
  // Before the first number of all nobody has named a queue, or left it out.
  if (queue.tickets.size > 0 && [...lines.keys()].every((label) => label === words.noLine)) return {}
  const rows = [...lines.values()].toSorted((a, b) => a.first - b.first || order(a.label, b.label))
  const [shown, rest] = cut(rows, MOST_LINES)
  const whole = rest.length === 0 ? shown : [...shown, restOf(rest)]
  return { lines: whole.map((line) => lineRow(line, now, counters.length > 0)) }
}

/** What the last lines come to together. */
const restOf = (rest: readonly Line[]): Line => ({
  label: words.moreLines(rest.length),
  first: Infinity,
  waiting: rest.reduce((n, { waiting }) => n + waiting, 0),
  since: Math.min(...rest.map(({ since }) => since)),
  open: rest.reduce((n, { open }) => n + open, 0),
  total: rest.reduce((n, { total }) => n + total, 0),
})

const lineRow = ({ label, waiting, since, open, total }: Line, now: number, counted: boolean) => ({
  key: keyOf(label),
  label: shortened(label, 8),
  waiting,
  longest: waiting === 0 ? null : wholeMinutes(now - since),
  ...(counted && { open, total }),
})

/** All of them, or so many that one more row can stand for the rest: the sum is that of all. */
function cut<T>(rows: readonly T[], most: number): readonly [readonly T[], readonly T[]] {
  return rows.length <= most ? [rows, []] : [rows.slice(0, most - 1), rows.slice(most - 1)]
}

interface Business {
  readonly label: string
  count: number
  lastWeek: number
  done: number
  spent: number
}

const isOther = (label: string) => words.others.includes(label) || label === words.noBusiness

/** Tickets by business against the same weekday last week at this minute, most first; what fits nowhere else stays last. */
export function businessPart({ moment }: Scope, hall: Hall, queue: Queue): Pick<HallOperation, 'business'> {
  const { now } = moment
  const { at, values } = queue.tickets.code('business')
  if (values.length === 1 && queue.tickets.size > 0) return {}
  const groups = new Map<string, Business>()
  const groupOf = (row: number): Business => {
    const label = values[at[row] ?? 0] ?? words.noBusiness
    const known = groups.get(label)
    const group = known ?? { label, count: 0, lastWeek: 0, done: 0, spent: 0 }
    if (!known) groups.set(label, group)
    return group
  }
  for (const row of hall.lastWeek) groupOf(row).lastWeek++
  for (const row of hall.today) {
    const group = groupOf(row)
    group.count++
    const spent = (queue.ended[row] ?? now) - queue.began(row)
    if (queue.state(row, now) !== 'done' || !(spent >= 0)) continue
    group.done++
    group.spent += spent
  }
  const rows = [...groups.values()].toSorted(
    (a, b) =>
      Number(isOther(a.label)) - Number(isOther(b.label)) || b.count - a.count || order(a.label, b.label),
  )
  const [shown, rest] = cut(rows, MOST_BUSINESSES)
  const sum = (of: 'count' | 'lastWeek' | 'done' | 'spent') => rest.reduce((n, row) => n + row[of], 0)
  const more = { label: words.more(rest.length), count: sum('count'), lastWeek: sum('lastWeek') }
  const whole = rest.length === 0 ? shown : [...shown, { ...more, done: sum('done'), spent: sum('spent') }]
  const compared = comparable(queue.oldest, hall, moment)
  return { business: whole.map((row) => businessRow(row, compared)) }
}

const businessRow = ({ label, count, lastWeek, done, spent }: Business, compared: boolean) => ({
  key: words.others.includes(label) ? 'other' : keyOf(label),
  label: shortened(label, 8),
  count,
  ...(compared && { lastWeek }),
  meanMinutes: done === 0 ? null : minutesOf(spent / done),
})
