import { useMemo } from 'react'
import { courseOf, type CourseTold } from '../../contract/records/course-told'
import type { ExceptionItem } from '../../contract/exception'
import type { Rule } from '../../contract/rule'
import { clockText, DAY, dayStart } from '../../lib/calendar'
import { durationText, exactText } from '../../lib/format'
import { stampText } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import styles from './Course.module.css'
import drawer from './Drawer.module.css'
import { words } from './course-words'

interface CourseProps {
  readonly item: ExceptionItem
  readonly rule: Rule | undefined
}

/** How the figure went that the rule looks at, against its limit and against what is usual at the same hours: nothing where the records do not tell, or an age is compared. */
export function Course({ item, rule }: CourseProps) {
  const { breach, course } = rule ?? {}
  const limit = item.evidence?.limit ?? null
  if (!breach || course === undefined || limit === null) return null
  if (typeof breach.observed === 'object' && 'since' in breach.observed) return null
  return <Told {...{ item, breach, course, limit }} />
}

interface ToldProps {
  readonly item: ExceptionItem
  readonly breach: NonNullable<Rule['breach']>
  readonly course: string
  readonly limit: number
}

function Told({ item, breach, course, limit }: ToldProps) {
  const { metrics } = useScreen()
  const { observed, is, clear } = breach
  const [subject, isMinutes] = [item.subject, typeof observed === 'object' && 'minutes' in observed]
  const parts = useMemo(
    () => ({
      course,
      ...(subject !== null && { subject }),
      limit: String(limit),
      is,
      ...(clear !== undefined && { clear: String(clear) }),
      ...(isMinutes && { minutes: 'yes' }),
    }),
    [course, subject, limit, is, clear, isMinutes],
  )
  const { answer } = useAnswer(courseOf(item.domain), { region: null, parts })
  const told = answer?.row
  if (!told) return null
  // What is compared is what the limit is of: a rate may be raised by a number.
  const { label = item.metric, unit = '' } = metrics[breach.limit.metric ?? item.metric] ?? {}
  return <Line {...{ told, label, unit }} steps={!isMinutes} />
}

interface LineProps {
  readonly told: CourseTold
  readonly label: string
  readonly unit: string
  /** It stays as it is until something happens, and does not pass with time. */
  readonly steps: boolean
}

/** Percent of the height that a line of type takes. */
const TYPE = 20

function Line({ told, label, unit, steps }: LineProps) {
  const { from, to, values, limit, often, usual } = told
  const known = values.flatMap((value) => value ?? [])
  if (known.length < 2) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const ranges = usual?.ranges ?? []
  const ends = [...known, limit, ...ranges.flatMap((range) => (range ? [range.low, range.high] : []))]
  const scale = scaleOf(Math.min(...ends), Math.max(...ends), unit)
  const y = (value: number) => 100 - ((value - scale.low) / (scale.high - scale.low)) * 100
  // Minutes are told as those that are full, as they are anywhere else.
  const print = (value: number) => exactText(unit === '%' ? Number(value.toFixed(2)) : Math.floor(value))
  const last = values.at(-1) ?? null
  const [begins, finishes] = [momentText(from, to), momentText(to, to)]
  const present = ranges.at(-1)
  return (
    <section data-course>
      <h4 className={drawer.heading}>
        {words.title}
        <small className={styles.note}>{`${label} ${unit}`}</small>
      </h4>
      <div
        className={styles.chart}
        role="img"
        aria-label={words.chart(
          words.course(label, begins, finishes, print(least), print(most), print(limit)),
          present ? words.present(print(present.low), print(present.high)) : null,
        )}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.band} d={bandOf(ranges, y)} data-usual />
          <path className={styles.line} d={pathOf(values, y, steps)} vectorEffect="non-scaling-stroke" />
        </svg>
        <i className={styles.limit} style={{ top: `${y(limit)}%` }} />
        <span
          className={styles.words}
          style={{ top: `${beside(y(limit), last === null ? null : y(last))}%` }}
        >
          {words.limit(print(limit))}
        </span>
        {last !== null && (
          <b className={styles.last} style={{ top: `${y(last)}%` }}>
            {print(last)}
          </b>
        )}
      </div>
      <p className={styles.axis}>
        <span>{begins}</span>
        <span>{finishes}</span>
      </p>
      {usual && <p className={styles.note}>{words.usual(usual.weeks)}</p>}
      {often && often.times > 0 && (
        <p className={styles.note}>
          {to - often.since >= 7 * DAY
            ? words.week(often.times, durationText(often.ms))
            : words.often(stampText(often.since, to), often.times, durationText(often.ms))}
        </p>
      )}
    </section>
  )
}

/** Of today the time alone. */
const momentText = (at: number, now: number) =>
  dayStart(at) === dayStart(now) ? clockText(at) : stampText(at, now)

/** A rate is read in points, and nothing would be seen of it from 0 on; what is counted begins there. */
function scaleOf(low: number, high: number, unit: string): { readonly low: number; readonly high: number } {
  const room = Math.max((high - low) * 0.15, unit === '%' ? 0.2 : 0.5)
  return { low: unit === '%' ? low - room : Math.min(0, low), high: high + room }
}

/** Where the words of the limit stand: at it, or off the value that stands there too. */
function beside(limit: number, last: number | null): number {
  if (last === null || Math.abs(limit - last) >= TYPE) return limit
  return limit >= last ? last + TYPE : last - TYPE
}

/** The band as one area for each run of ranges that are known. */
function bandOf(ranges: NonNullable<CourseTold['usual']>['ranges'], y: (value: number) => number): string {
  const across = (i: number) => ((i / (ranges.length - 1)) * 100).toFixed(2)
  const areas: string[] = []
  for (let from = 0; from < ranges.length; from++) {
    let to = from
    while (to < ranges.length && ranges[to]) to++
    const run = ranges
      .slice(from, to)
      .flatMap((range, i) => (range ? [{ ...range, x: across(from + i) }] : []))
    if (run.length > 1)
      areas.push(
        `M${[...run.map(({ x, high }) => `${x} ${y(high).toFixed(2)}`), ...run.toReversed().map(({ x, low }) => `${x} ${y(low).toFixed(2)}`)].join('L')}Z`,
      )
    from = to
  }
  return areas.join('')
}

/** What is not known is left out of the line. */
function pathOf(values: readonly (number | null)[], y: (value: number) => number, steps: boolean): string {
  let open = false
  return values
    .map((value, i) => {
      const way = open ? 'L' : 'M'
      open = value !== null
      if (value === null) return ''
      const [across, up] = [((i / (values.length - 1)) * 100).toFixed(2), y(value).toFixed(2)]
      return way === 'L' && steps ? `H${across}V${up}` : `${way}${across} ${up}`
    })
    .join('')
}
