import { DAY, dayStart, daysOfYear, HOUR, isoDate } from '../../lib/calendar'
import { apportion, hash32, stream, unit } from '../../lib/random'
import { afterWorkdays, isWorkday, workdaysBetween, type WorkCalendar } from '../../lib/working-time'
import { RETURN_STEPS } from '../../domains/data-aggregation/codes'
import type { WholeData } from '../../domains/data-aggregation/contract'
import type { DataCity } from './at-work'
import { bounded, keyOf } from '../kit/memo'

/** Shortest and longest stay in each step, in workdays: submission, review, the upper level's consent, connection. */
const STAY = [
  [1, 2],
  [2, 6],
  [3, 13],
  [2, 6],
] as const
const LONGEST = 60

interface ApplicationEvent {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly appliedOn: number
  /** Midnight at which each step is left. */
  readonly leaves: readonly number[]
}

const yearly = bounded<readonly ApplicationEvent[]>(6)

/** All applications of the year that contains `ms`, in order. */
function applicationsOfYear(demo: DataCity, ms: number): readonly ApplicationEvent[] {
  const days = daysOfYear(ms)
  return yearly(`${days[0]}|${keyOf(demo)}`, () => {
    const perDay = apportion(
      demo.applicationsPerYear,
      days.map((day) => (isWorkday(demo.calendar, day) ? unit(demo.seed, 'apply', isoDate(day)) ** 6 : 0)),
    )
    const dates = days.flatMap((day, k) => Array.from({ length: perDay[k] ?? 0 }, () => day))
    return dates.map((day, i) => applicationOf(demo, day, i))
  })
}

function applicationOf(demo: DataCity, day: number, i: number): ApplicationEvent {
  const draw = stream(hash32(demo.seed, 'application', isoDate(day), i))
  // Taken in turn, so that the same set is not asked for twice while the first request is under way.
  const wanted = demo.wanted[i % Math.max(1, demo.wanted.length)]
  let at = day
  const leaves = STAY.map(
    ([low, high]) => (at = afterWorkdays(demo.calendar, at, low + Math.floor(draw() * (high - low + 1)))),
  )
  return {
    id: `HL${isoDate(day).slice(2, 4)}-${String(i + 1).padStart(3, '0')}`,
    name: wanted?.name ?? '数据集',
    level: wanted?.level ?? '省级',
    appliedOn: day,
    leaves,
  }
}

/** Applications for data held by a higher level, as they stand at `now`: they move once a workday, at nine. */
export function returnsAt(
  demo: DataCity,
  scope: string,
  now: number,
): Omit<WholeData['returns'], 'total' | 'sources'> {
  const today = dayStart(now - 9 * HOUR)
  const year = applicationsOfYear(demo, now)
  const before = applicationsOfYear(demo, (daysOfYear(now)[0] ?? now) - DAY)
  const open = [...before, ...year].filter(
    (a) => a.appliedOn <= today && a.appliedOn > today - LONGEST * DAY && (a.leaves.at(-1) ?? 0) > today,
  )
  const applications = open
    .map((a) => stateOf(demo.calendar, a, today))
    .toSorted((a, b) => b.ageDays - a.ageDays)
  const granted = year.filter((a) => (a.leaves.at(-1) ?? Number.POSITIVE_INFINITY) <= today).length
  const period = `此刻 ${scope}`
  return {
    pending: { value: applications.length, unit: '项', period },
    granted: { value: granted, unit: '项', period: `本年 ${scope}` },
    longest: { value: applications[0]?.ageDays ?? null, unit: '工作日', period },
    applications,
  }
}

function stateOf(
  calendar: WorkCalendar,
  a: ApplicationEvent,
  today: number,
): WholeData['returns']['applications'][number] {
  const at = a.leaves.findIndex((leaves) => leaves > today)
  const since = at === 0 ? a.appliedOn : (a.leaves[at - 1] ?? a.appliedOn)
  return {
    id: a.id,
    name: a.name,
    level: a.level,
    step: RETURN_STEPS[at] ?? '接通',
    appliedOn: isoDate(a.appliedOn),
    ageDays: workdaysBetween(calendar, a.appliedOn, today),
    stepDays: workdaysBetween(calendar, since, today),
  }
}
