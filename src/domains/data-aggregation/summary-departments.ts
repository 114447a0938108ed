import { isoDate, monthDay, startOfDay } from '../../lib/calendar'
import type { DataOperation, Department } from './contract'
import { order, shortened, sum, wide } from './summary-figures'
import { ARRIVED, NONE, type Deliveries } from './summary-loads'
import { words } from './summary-words'

const MOST = 80

/** A declared cycle may be exceeded by a tenth: months are longer than 30 days, and loads take their time. */
export const TOLERANCE = 1.1

/** What is known of a department from its newest row that says it. */
interface Held {
  readonly stock: number | undefined
  /** The rows that say it, of each store the newest. */
  readonly told: readonly number[]
  readonly classes: number | undefined
  readonly cycleDays: number | undefined
  readonly library: string | undefined
}

/** Departments by what they hold, whether they delivered, and what all of them hold together. */
export function departmentsOf(
  deliveries: Deliveries,
  region: string | null,
): Pick<DataOperation, 'records' | 'classes' | 'departments' | 'loaded'> {
  const { day } = deliveries
  const held = [...heldBy(deliveries)]
  const due = held.filter(([dept, { cycleDays }]) => isDue(deliveries, dept, cycleDays))
  const loaded = { done: due.filter(([dept]) => deliveries.records(dept, 0) > 0).length, due: due.length }
  // A total without one of the stores would be a smaller total: better none.
  if (held.some(([, { stock }]) => stock === undefined)) return { loaded }
  const rows = held
    .map(([dept, own]) => departmentOf(deliveries, dept, own))
    .toSorted((a, b) => b.records - a.records || order(a.id, b.id))
  const counted = rows.every(({ classes }) => classes !== undefined)
  return {
    loaded,
    records: {
      value: sum(rows.map(({ records }) => records)),
      unit: words.unit.records,
      period: wide(words.asOf(monthDay(startOfDay(day))), region),
    },
    ...(counted && {
      classes: {
        value: sum(rows.map(({ classes }) => classes ?? 0)),
        unit: words.unit.classes,
        period: wide(words.now, region),
      },
    }),
    departments: atMost(rows),
  }
}

/** For lists: which rows say what the stores hold, and the name under which their department is listed; null of all others. */
export function listedStores(deliveries: Deliveries): (row: number) => string | null {
  const held = [...heldBy(deliveries)].toSorted(
    ([a, one], [b, other]) =>
      (other.stock ?? 0) - (one.stock ?? 0) || order(idIn(deliveries, a), idIn(deliveries, b)),
  )
  const names = new Map<number, string>()
  for (const [i, [dept, { told: rows }]] of held.entries()) {
    const rest = held.length > MOST && i >= MOST - 1
    const name = shortened(deliveries.departments[dept]?.name ?? '', 12)
    for (const row of rows) names.set(row, rest ? words.moreDepartments(held.length - MOST + 1) : name)
  }
  return (row) => names.get(row) ?? null
}

const idIn = ({ departments }: Deliveries, dept: number) => departments[dept]?.id ?? ''

/** Whether the department was to deliver on the latest day: it has a row, or its cycle has run out without one. */
function isDue({ state, reach }: Deliveries, dept: number, cycleDays: number | undefined): boolean {
  if (state(dept, 0) !== NONE) return true
  if (cycleDays === undefined) return false
  let back = 1
  while (back <= reach && state(dept, back) === NONE) back++
  return back >= Math.floor(cycleDays * TOLERANCE)
}

/** How many days back a department last brought anything; beyond the reach of the rows where it never did. */
function lastLoad({ reach, records }: Deliveries, dept: number): number {
  let last = 0
  while (last <= reach && records(dept, last) === 0) last++
  return last
}

/** The days back of its empty loads since then. A batch that never arrived neither breaks nor lengthens a row of them. */
export function zeroDays(deliveries: Deliveries, dept: number): number[] {
  const { reach, state } = deliveries
  const days = Array.from({ length: Math.min(lastLoad(deliveries, dept), reach + 1) }, (_, back) => back)
  return days.filter((back) => state(dept, back) === ARRIVED)
}

function departmentOf(deliveries: Deliveries, dept: number, held: Held): Department {
  const { day, reach, state, records, total, departments } = deliveries
  const { id = '', name = '' } = departments[dept] ?? {}
  const last = lastLoad(deliveries, dept)
  const zeroLoads = zeroDays(deliveries, dept).length
  const arrived =
    state(dept, 0) === ARRIVED || (state(dept, 0) === NONE && !isDue(deliveries, dept, held.cycleDays))
  return {
    id,
    name: shortened(name, 12),
    ...(held.library !== undefined && { library: shortened(held.library, 8) }),
    records: held.stock ?? 0,
    ...(held.classes !== undefined && { classes: held.classes }),
    latest: arrived && total(0) !== null ? records(dept, 0) : null,
    ...(held.cycleDays !== undefined && { cycleDays: Math.max(1, Math.round(held.cycleDays)) }),
    lastLoad: last > reach ? null : isoDate(startOfDay(day - last)),
    ...(last <= reach && { idleDays: last }),
    zeroLoads,
  }
}

/** What each department holds: of every store of it the newest row that says so. */
function heldBy({ rows, known, departmentOf: deptOf }: Deliveries): ReadonlyMap<number, Held> {
  const library = rows.code('library')
  const [cycles, stocks, classes] = [rows.number('cycleDays'), rows.number('stock'), rows.number('classes')]
  const stores = new Map<number, Map<number, Held>>()
  for (const row of known) {
    const own = stores.get(deptOf(row)) ?? new Map<number, Held>()
    stores.set(deptOf(row), own)
    const at = library.at[row] ?? 0
    const before = own.get(at)
    own.set(at, {
      stock: told(stocks[row]) ?? before?.stock,
      told: told(stocks[row]) === undefined ? (before?.told ?? []) : [row],
      classes: told(classes[row]) ?? before?.classes,
      cycleDays: told(cycles[row]) ?? before?.cycleDays,
      library: library.values[at] ?? undefined,
    })
  }
  return new Map([...stores].map(([at, own]) => [at, together([...own.values()])]))
}

const told = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? undefined : Math.round(value)

/** The stores of one department as one. */
function together(stores: readonly Held[]): Held {
  const all = (of: 'stock' | 'classes') =>
    stores.some((store) => store[of] === undefined) ? undefined : sum(stores.map((store) => store[of] ?? 0))
  const cycles = stores.flatMap(({ cycleDays }) => cycleDays ?? [])
  return {
    stock: all('stock'),
    told: stores.flatMap((store) => store.told),
    classes: all('classes'),
    cycleDays: cycles.length === 0 ? undefined : Math.min(...cycles),
    library: stores.length === 1 ? stores[0]?.library : undefined,
  }
}

/** The smallest beyond the most that are listed stand together: the sums are those of all. */
function atMost(rows: readonly Department[]): Department[] {
  if (rows.length <= MOST) return [...rows]
  const rest = rows.slice(MOST - 1)
  const latest = rest.flatMap((row) => row.latest ?? [])
  return [
    ...rows.slice(0, MOST - 1),
    {
      id: 'rest',
      name: words.moreDepartments(rest.length),
      records: sum(rest.map(({ records }) => records)),
      ...(rest.every(({ classes }) => classes !== undefined) && {
        classes: sum(rest.map(({ classes }) => classes ?? 0)),
      }),
      latest: latest.length === 0 ? null : sum(latest),
    },
  ]
}
