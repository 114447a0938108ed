import { DAY, isoDate, monthDay, parseTime } from '../../lib/calendar'
import type { WholeData } from '../../domains/data-aggregation/contract'
import type { DataDemo } from './seed'
import { emptyDepartment, isDue, isGap, loadOn, stockOn } from './loads'
import { bounded, keyOf } from '../kit/memo'

const HISTORY = 30
const SEARCH = 70

export type Intake = Pick<
  WholeData,
  'loadedDay' | 'records' | 'classes' | 'intake' | 'loaded' | 'departments'
>

const states = bounded<Intake>(4)

const total = (load: readonly number[] | null) => load && load.reduce((a, b) => a + b, 0)

/** Everything the daily load decides, as it stands once `day` is loaded. */
export function intakeOn(demo: DataDemo, scope: string, day: number): Intake {
  return states(`${day}|${scope}|${keyOf(demo)}`, () => work(demo, scope, day))
}

function work(demo: DataDemo, scope: string, day: number): Intake {
  const days = Array.from({ length: HISTORY }, (_, i) => day - (HISTORY - 1 - i) * DAY)
  const volumes = days.map((d) => total(loadOn(demo, d)))
  const latest = loadOn(demo, day)
  const departments = departmentsOn(demo, day, latest)
  const due = departments.filter((d) => isDue(d.cycleDays, day))
  const classes = departments.every((d) => d.classes !== null)
    ? departments.reduce((n, d) => n + (d.classes ?? 0), 0)
    : null
  return {
    loadedDay: isoDate(day),
    records: {
      value: departments.reduce((n, d) => n + d.records, 0),
      unit: '条',
      period: `截至 ${monthDay(day)} ${scope}`,
    },
    classes: classes === null ? null : { value: classes, unit: '类', period: `此刻 ${scope}` },
    intake: {
      latest: {
        value: total(latest),
        unit: '条',
        period: `${monthDay(day)} ${scope}`,
        ...meanOf(volumes.slice(-14, -1)),
      },
      month: monthOf(demo, scope, day),
      days: days.map((d, i) => ({ date: isoDate(d), records: volumes[i] ?? null })),
    },
    loaded: { done: due.filter((d) => (d.latest ?? 0) > 0).length, due: due.length },
    departments,
  }
}

function meanOf(volumes: readonly (number | null)[]) {
  const known = volumes.filter((v) => v !== null)
  if (known.length === 0) return {}
  const mean = Math.round(known.reduce((a, b) => a + b, 0) / known.length)
  return { compare: { label: '前 13 日均', value: mean } }
}

/** This month's days so far against as many days of last month; the missing batch of either counts for nothing in both. */
function monthOf(demo: DataDemo, scope: string, day: number): Intake['intake']['month'] {
  const first = parseTime(`${isoDate(day).slice(0, 7)}-01`)
  const length = Math.round((day - first) / DAY) + 1
  const before = parseTime(`${isoDate(first - DAY).slice(0, 7)}-01`)
  const sum = (from: number, until: number) => {
    let records = 0
    for (let d = from; d < until; d += DAY) records += total(loadOn(demo, d)) ?? 0
    return records
  }
  return {
    value: sum(first, day + DAY),
    unit: '条',
    period: `本月 ${length} 日 ${scope}`,
    compare: { label: '上月同期', value: sum(before, Math.min(before + length * DAY, first)) },
  }
}

function departmentsOn(
  demo: DataDemo,
  day: number,
  latest: readonly number[] | null,
): WholeData['departments'] {
  const stock = stockOn(demo, day)
  return demo.departments.map((d, i) => {
    const last = lastLoad(demo, i, day)
    return {
      id: d.id,
      name: d.name,
      library: d.library,
      records: stock[i] ?? 0,
      classes: d.classes,
      latest: latest === null ? null : (latest[i] ?? 0),
      cycleDays: d.cycleDays,
      lastLoad: last === null ? null : isoDate(last),
      idleDays: last === null ? SEARCH : Math.round((day - last) / DAY),
      zeroLoads: zeroLoads(demo, i, day),
    }
  })
}

function lastLoad(demo: DataDemo, i: number, day: number): number | null {
  for (let d = day; d > day - SEARCH * DAY; d -= DAY) if ((loadOn(demo, d)?.[i] ?? 0) > 0) return d
  return null
}

/** A batch that never arrived neither breaks nor lengthens a row of empty loads. */
function zeroLoads(demo: DataDemo, i: number, day: number): number {
  let count = 0
  for (let d = day; d > day - SEARCH * DAY; d -= DAY) {
    if (isGap(demo, d) || !isDue(demo.departments[i]?.cycleDays ?? 1, d)) continue
    if (emptyDepartment(demo, d) !== i) return count
    count++
  }
  return count
}
