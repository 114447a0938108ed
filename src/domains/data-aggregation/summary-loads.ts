import { dayNumber } from '../../lib/calendar'
import type { Records } from '../../contract/records/table'
import { idOf, order } from './summary-figures'
import type { Load } from './records'

export type LoadRows = Records<Load['columns']>

/** Days looked back for what a department last brought, two months and a little. */
const SPAN = 70

/** What became of the deliveries of one department for one day. */
export const NONE = 0
const MISSING = 1
export const ARRIVED = 2

/** A department under the name of its newest row. */
interface Named {
  readonly id: string
  readonly name: string
}

/** Deliveries by department and day. Days are counted back from `day`: 0 is the latest. */
export interface Deliveries {
  readonly rows: LoadRows
  /** Latest day of which there is a row, as a day number. */
  readonly day: number
  /** How many days back the rows reach, `day` itself not counted. */
  readonly reach: number
  /** Departments, told apart by their code where they have one: a renamed department is the same. */
  readonly departments: readonly Named[]
  /** The place in `departments` of a row's own. */
  readonly departmentOf: (row: number) => number
  /** The day number of a row. */
  readonly dayOf: (row: number) => number
  readonly state: (dept: number, back: number) => number
  /** Records that arrived. */
  readonly records: (dept: number, back: number) => number
  /** Records of all departments on a day; null when nothing arrived. */
  readonly total: (back: number) => number | null
  /** Rows that are there, the newest last. */
  readonly known: readonly number[]
  /** Those of the latest day. */
  readonly latest: readonly number[]
}

/** Rows by day, then by arrival; the same whatever order they came in. */
function inOrder(rows: LoadRows, dayOf: Int32Array, arrivals: Float64Array): number[] {
  const ids = rows.text('loadId')
  const arrived = (row: number) => arrivals[row] || 0
  return Array.from({ length: rows.size }, (_, row) => row).toSorted(
    (a, b) =>
      (dayOf[a] ?? 0) - (dayOf[b] ?? 0) || arrived(a) - arrived(b) || order(ids[a] ?? '', ids[b] ?? ''),
  )
}

function departmentsIn(
  rows: LoadRows,
  known: readonly number[],
): Pick<Deliveries, 'departments' | 'departmentOf'> {
  const [dept, code] = [rows.code('dept'), rows.code('deptCode')]
  const codes = new Map<number, number>()
  for (const row of known) {
    const own = code.at[row] ?? 0
    if (own > 0) codes.set(dept.at[row] ?? 0, own)
  }
  const codeOf = (row: number) => code.at[row] || codes.get(dept.at[row] ?? 0)
  const places = new Map<string, number>()
  const of = new Int32Array(rows.size)
  const departments: Named[] = []
  for (const row of known) {
    const name = dept.values[dept.at[row] ?? 0] ?? ''
    const named = { id: idOf(code.values[codeOf(row) ?? 0], name), name }
    const place = places.get(named.id) ?? departments.length
    places.set(named.id, place)
    departments[place] = named
    of[row] = place
  }
  return { departments, departmentOf: (row) => of[row] ?? 0 }
}

/** What had been delivered by `now`; undefined where nothing had. A row that arrived later is not there yet. */
export function deliveriesAt(rows: LoadRows, now: number): Deliveries | undefined {
  const [days, arrivals, amounts] = [rows.time('day'), rows.time('arrivedAt'), rows.number('records')]
  const isThere = (row: number) => !((arrivals[row] ?? Number.NaN) > now) && (days[row] ?? 0) <= now
  const dayOf = Int32Array.from({ length: rows.size }, (_, row) => dayNumber(days[row] ?? 0))
  const known = inOrder(rows, dayOf, arrivals).filter(isThere)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [oldest, day] = [dayOf[first] ?? 0, dayOf[last] ?? 0]

  const { departments, departmentOf } = departmentsIn(rows, known)
  const records = new Float64Array(departments.length * SPAN)
  const states = new Uint8Array(departments.length * SPAN)
  const totals = new Float64Array(SPAN).fill(Number.NaN)
  for (const row of known) {
    const back = day - (dayOf[row] ?? 0)
    if (back >= SPAN) continue
    const place = departmentOf(row) * SPAN + back
    const amount = Math.round(amounts[row] ?? Number.NaN)
    if (Number.isNaN(amount)) states[place] = Math.max(states[place] ?? NONE, MISSING)
    else {
      states[place] = ARRIVED
      records[place] = (records[place] ?? 0) + amount
      totals[back] = (Number.isNaN(totals[back]) ? 0 : (totals[back] ?? 0)) + amount
    }
  }
  const placeOf = (dept: number, back: number) => dept * SPAN + back
  return {
    rows,
    day,
    reach: Math.min(SPAN - 1, day - oldest),
    departments,
    departmentOf,
    dayOf: (row) => dayOf[row] ?? 0,
    known,
    latest: known.filter((row) => dayOf[row] === day),
    state: (dept, back) => states[placeOf(dept, back)] ?? NONE,
    records: (dept, back) => records[placeOf(dept, back)] ?? 0,
    total: (back) => {
      const total = totals[back] ?? Number.NaN
      return Number.isNaN(total) ? null : total
    },
  }
}
