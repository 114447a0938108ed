import { rowsIn, type Moment } from '../../contract/records/summary'
import type { Records } from '../../contract/records/table'
import { clockText, DAY, dayStart, isoTime, monthDay, startOfDay, isYoungDay } from '../../lib/calendar'
import { workdaysBetween } from '../../lib/working-time'
import { ISSUE_STATES } from './codes'
import type { DataOperation, Issue } from './contract'
import type { DataIssue } from './records'
import { isKnown, order, shortened, wide } from './summary-figures'
import type { Deliveries } from './summary-loads'
import { words } from './summary-words'

type IssueRows = Records<DataIssue['columns']>
type Issues = NonNullable<DataOperation['issues']>

/** Workdays an issue may be open where the city has not said otherwise, and the most that bars are drawn for. */
const [LIMIT_DAYS, MOST_DAYS] = [10, 60]
const SHOWN = 8

/** Issues raised by now in a region. */
interface Seen {
  readonly issues: IssueRows
  readonly now: number
  readonly rows: Uint32Array
  readonly raised: Float64Array
  readonly closed: Float64Array
  readonly limitDays: number
  /** Workdays that a row has been open; the day it was raised counts 0. */
  readonly age: (row: number) => number
}

/** Whether the moment in `column` had come at `at`. */
const by = (column: Float64Array, row: number, at: number) => (column[row] ?? Number.NaN) <= at

/** Whether any issue, wherever, has come so far: a step that nobody takes is one that the source does not tell. */
function hasCome({ issues, now }: Seen, column: Float64Array): boolean {
  for (let row = 0; row < issues.size; row++) if (by(column, row, now)) return true
  return false
}

const count = (rows: Uint32Array, test: (row: number) => boolean) => {
  let n = 0
  for (const row of rows) if (test(row)) n++
  return n
}

function seenAt(issues: IssueRows, { now, region, limits, calendar }: Moment): Seen {
  const [raised, closed] = [issues.time('raisedAt'), issues.time('closedAt')]
  const limit = limits.data_issue_age ?? LIMIT_DAYS
  const ages = new Map<number, number>()
  const age = (row: number) => {
    const from = dayStart(raised[row] ?? now)
    const known = ages.get(from)
    if (known !== undefined) return known
    const passed = workdaysBetween(calendar, from, now)
    ages.set(from, passed)
    return passed
  }
  const inside = rowsIn(issues.size, issues.place('town'), region)
  return {
    issues,
    now,
    raised,
    closed,
    limitDays: Math.min(MOST_DAYS, Math.max(1, Math.round(limit))),
    age,
    rows: inside.filter((row) => by(raised, row, now)),
  }
}

/** Of each issue at the moment, wherever it is mended: whether it is open, for how many workdays, and whether those are too many. */
export function openAt(issues: IssueRows, moment: Moment) {
  const { now, raised, closed, limitDays, age } = seenAt(issues, { ...moment, region: null })
  const open = (row: number) => by(raised, row, now) && !by(closed, row, now)
  return { open, age, overdue: (row: number) => open(row) && age(row) > limitDays }
}

/** Issues that somebody has to mend, in the chosen town or everywhere; with what the latest load's rules found. */
export function issuesOf(
  issues: IssueRows,
  moment: Moment,
  deliveries: Deliveries | undefined,
): Pick<DataOperation, 'issues'> {
  const seen = seenAt(issues, moment)
  const { now, rows, raised, closed, limitDays, age } = seen
  const isOpen = (row: number, at: number) => by(raised, row, at) && !by(closed, row, at)
  const open = rows.filter((row) => isOpen(row, now))
  const period = moment.region === null ? words.now : `${words.now} ${words.inRegion}`
  // A day that has just begun has nothing to tell.
  const night = isYoungDay(now)
  const since = night ? now - DAY : dayStart(now)
  const today = { unit: words.unit.issues, period: night ? words.last24 : words.today(clockText(now)) }
  const byAge = Array.from({ length: limitDays + 2 }, () => 0)
  for (const row of open) {
    const bin = Math.min(age(row), limitDays + 1)
    byAge[bin] = (byAge[bin] ?? 0) + 1
  }
  // Where no row was ever closed the source sends open ones only: how many there were before is unknown.
  const told = hasCome(seen, closed)
  return {
    issues: {
      open: {
        value: open.length,
        unit: words.unit.issues,
        period,
        ...(told && {
          compare: { label: words.yesterday, value: count(rows, (row) => isOpen(row, now - DAY)) },
        }),
      },
      overdue: { value: byAge.at(-1) ?? 0, unit: words.unit.issues, period },
      raised: { ...today, value: count(rows, (row) => (raised[row] ?? 0) >= since) },
      ...(told && {
        closed: {
          ...today,
          value: count(rows, (row) => by(closed, row, now) && (closed[row] ?? 0) >= since),
        },
      }),
      limitDays,
      byAge,
      oldest: oldestOf(seen, open),
      ...(deliveries && checksOf(deliveries, moment.region)),
    },
  }
}

function oldestOf(seen: Seen, open: Uint32Array): Issue[] {
  const { issues, raised, limitDays, age } = seen
  const [numbers, titles, rows] = [issues.text('issueNo'), issues.text('title'), issues.number('rows')]
  const [owner, town] = [issues.code('owner'), issues.place('town')]
  const step = stepOf(seen)
  return Array.from(open)
    .toSorted((a, b) => (raised[a] ?? 0) - (raised[b] ?? 0) || order(numbers[a] ?? '', numbers[b] ?? ''))
    .slice(0, SHOWN)
    .map((row): Issue => {
      const place = town.values[town.at[row] ?? 0]
      const size = rows[row] ?? Number.NaN
      const at = step(row)
      const next = age(row) > limitDays ? words.press : words.next[at ?? -1]
      return {
        no: shortened(numbers[row] ?? '', 16),
        title: shortened(titles[row] ?? words.noTitle, 10),
        ...(!Number.isNaN(size) && { rows: Math.round(size) }),
        owner: shortened(owner.values[owner.at[row] ?? 0] ?? (place?.name || words.noOwner), 16),
        place: place ? { code: place.code, name: place.name || place.code } : null,
        raisedAt: isoTime(raised[row] ?? seen.now),
        ageDays: age(row),
        ...(at !== undefined && { state: ISSUE_STATES[at] }),
        ...(next !== undefined && { action: next }),
      }
    })
}

/** Where an open issue stands: 0 to be claimed, 1 being mended, 2 to be checked; undefined where nobody tells. */
function stepOf(seen: Seen): (row: number) => 0 | 1 | 2 | undefined {
  const { issues, now } = seen
  const [claimed, mended] = [issues.time('claimedAt'), issues.time('mendedAt')]
  if (!hasCome(seen, claimed) && !hasCome(seen, mended)) return () => undefined
  return (row) => (by(mended, row, now) ? 2 : by(claimed, row, now) ? 1 : 0)
}

/** Rows of the latest load that were checked, and those that broke a rule. */
function checksOf(
  { rows, latest, day }: Deliveries,
  region: string | null,
): Pick<Issues, 'checkedRows' | 'problemRows'> {
  const [checked, problems] = [rows.number('checked'), rows.number('problems')]
  if (!isKnown(checked, rows.size) || !isKnown(problems, rows.size)) return {}
  const both = latest.filter((row) => !Number.isNaN((checked[row] ?? 0) + (problems[row] ?? 0)))
  let [all, bad] = [0, 0]
  for (const row of both) {
    all += Math.round(checked[row] ?? 0)
    bad += Math.min(Math.round(checked[row] ?? 0), Math.round(problems[row] ?? 0))
  }
  const period = wide(monthDay(startOfDay(day)), region)
  const value = (n: number) => (both.length === 0 ? null : n)
  return {
    checkedRows: { value: value(all), unit: words.unit.records, period },
    problemRows: { value: value(bad), unit: words.unit.records, period },
  }
}
