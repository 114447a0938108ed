import { DAY, dayStart, daysOfYear, HOUR, isoDate, monthDay } from '../../lib/calendar'
import { apportion, hash32, pick, stream, unit } from '../../lib/random'
import { afterWorkdays, isWorkday, type WorkCalendar } from '../../lib/working-time'
import type { DataCity } from './at-work'
import { bounded, keyOf } from '../kit/memo'

/** Share of the issues that a town office, not a department, has to mend. */
const TOWN_SHARE = 0.3
/** Mean workdays to mend beyond the first, and the longest that is let happen. */
const [MEAN_DAYS, MAX_DAYS] = [3.1, 15]
/** Calendar days that surely hold MAX_DAYS workdays, the October holidays included. */
const HORIZON = 34

export interface IssueEvent {
  readonly no: string
  readonly title: string
  readonly rows: number
  readonly owner: string
  readonly place: { readonly code: string; readonly name: string } | null
  readonly raisedAt: number
  readonly claimedAt: number
  readonly mendedAt: number
  readonly closedAt: number
}

const yearly = bounded<readonly number[]>(6)
const daily = bounded<readonly IssueEvent[]>(90)

/** Issues raised on each day of the year that contains `ms`: workdays only, and the year's number in all. */
export function issuesOfYear(demo: DataCity, ms: number): readonly number[] {
  const days = daysOfYear(ms)
  return yearly(`${days[0]}|${demo.seed}|${demo.issuesPerYear}|${keyOf(demo.calendar)}`, () =>
    apportion(
      demo.issuesPerYear,
      days.map((day) => (isWorkday(demo.calendar, day) ? 0.5 + unit(demo.seed, 'issues', isoDate(day)) : 0)),
    ),
  )
}

/** The issues raised on one day, each with its whole life. */
function raisedOn(demo: DataCity, day: number): readonly IssueEvent[] {
  return daily(`${day}|${keyOf(demo)}`, () => {
    const k = Math.round((day - (daysOfYear(day)[0] ?? 0)) / DAY)
    const draw = stream(hash32(demo.seed, 'issue', isoDate(day)))
    const n = issuesOfYear(demo, day)[k] ?? 0
    return Array.from({ length: n }, (_, i) => issueOf(demo, day, i, draw))
  })
}

function issueOf(demo: DataCity, day: number, i: number, draw: () => number): IssueEvent {
  const raisedAt = day + (8.5 + 9 * draw()) * HOUR
  const life = Math.min(1 - MEAN_DAYS * Math.log(1 - draw()), MAX_DAYS)
  const inTown = draw() < TOWN_SHARE && demo.towns.length > 0
  const town = demo.towns[Math.floor(draw() * demo.towns.length)]
  const dept =
    demo.departments[
      pick(
        demo.departments.map((d) => Math.sqrt(d.weight)),
        draw(),
      )
    ]
  const at = (share: number) => officeTime(demo.calendar, raisedAt, life * share)
  const place = inTown && town ? town : null
  return {
    no: `WT${monthDay(day).replace('-', '')}-${String(i + 1).padStart(2, '0')}`,
    title: demo.issueTitles[Math.floor(draw() * demo.issueTitles.length)] ?? '数据问题',
    rows: Math.round(20 * (1 + 60 * draw() * draw())),
    owner: place?.name ?? dept?.name ?? demo.owner,
    place,
    raisedAt,
    claimedAt: at(0.12),
    mendedAt: at(0.8),
    closedAt: at(1),
  }
}

/** `workdays` after `from`, always within office hours (08:30–17:30): nobody closes an issue at night. */
function officeTime(calendar: WorkCalendar, from: number, workdays: number): number {
  const share = Math.min(1, Math.max(0, (from - dayStart(from)) / HOUR - 8.5) / 9) + workdays
  return afterWorkdays(calendar, from, Math.floor(share)) + (8.5 + 9 * (share % 1)) * HOUR
}

/** Issues raised by `now` in `region` that may still be open, oldest day first. */
export function eventsUntil(demo: DataCity, now: number, region: string | null): IssueEvent[] {
  const today = dayStart(now)
  const days = Array.from({ length: HORIZON + 1 }, (_, i) => today - (HORIZON - i) * DAY)
  return days
    .flatMap((day) => raisedOn(demo, day))
    .filter((e) => e.raisedAt <= now && (region === null || e.place?.code.startsWith(region) === true))
}
