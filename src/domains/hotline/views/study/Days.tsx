import { DAY, isoDate, parseTime } from '../../../../lib/calendar'
import { exactText } from '../../../../lib/format'
import type { Study } from '../../contract-study'
import { words } from '../../study-words'
import controls from '../../../../ui/controls.module.css'
import styles from './study.module.css'
import { Head } from './Head'
import { useDraw } from './use-draw'
import type { StudyView } from './view'

const WEEK = 7

/** Orders by the week; weeks are chosen by drawing over them, or by how many of the newest. */
export function Days({ of, onNarrow, onDraw }: StudyView) {
  const { counts, first, last, dayOf } = weeksOf(of)
  const weeks = counts.length
  const most = Math.max(1, ...counts)
  const meant = (a: number, b: number) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    const all = from <= 0 && to >= weeks - 1
    return { from: all ? null : dayOf(from), to: all ? null : dayOf(to, true) }
  }
  const drawn = useDraw((across) => Math.floor(across * weeks), meant, { onNarrow, onDraw })
  return (
    <section className={styles.block}>
      <Head title={words.days.title} note={words.days.most(exactText(most))}>
        <Spans {...{ weeks, first, last }} onChoose={(from, to) => onNarrow(meant(from, to))} />
      </Head>
      <div className={styles.weeks} data-brush {...drawn}>
        {counts.map((count, week) => (
          <i
            key={week}
            data-out={week < first || week > last || undefined}
            title={words.days.week(dayOf(week), dayOf(week, true), exactText(count))}
          >
            <b style={{ height: `${(count / most) * 100}%` }} />
          </i>
        ))}
      </div>
      <p className={styles.axis} aria-hidden="true">
        {marksOf(weeks).map((week) => (
          <span key={week}>{dayOf(week).slice(5)}</span>
        ))}
        <span>{dayOf(weeks - 1, true).slice(5)}</span>
      </p>
    </section>
  )
}

/** Whole weeks from the first day on, and the first and last that are chosen. */
function weeksOf({ from, days, chosenFrom, chosenTo }: Study) {
  const begin = parseTime(from)
  const counts = Array.from({ length: Math.max(1, Math.floor(days.length / WEEK)) }, (_, i) =>
    days.slice(i * WEEK, (i + 1) * WEEK).reduce((sum, n) => sum + n, 0),
  )
  const weekOf = (date: string) => Math.floor((parseTime(date) - begin) / DAY / WEEK)
  return {
    counts,
    first: weekOf(chosenFrom),
    last: Math.min(counts.length - 1, weekOf(chosenTo)),
    dayOf: (week: number, end = false) => isoDate(begin + (week * WEEK + (end ? WEEK - 1 : 0)) * DAY),
  }
}

interface SpansProps {
  readonly weeks: number
  readonly first: number
  readonly last: number
  readonly onChoose: (from: number, to: number) => void
}

/** How many of the newest weeks, and one span earlier or later: what a pointer draws, by the key. */
function Spans({ weeks, first, last, onChoose }: SpansProps) {
  const span = last - first + 1
  const move = (by: number) => {
    const from = Math.min(weeks - span, Math.max(0, first + by * span))
    onChoose(from, from + span - 1)
  }
  const { earlier, later, presets } = words.days
  return (
    <>
      <Step label={earlier} sign="‹" onPress={first === 0 ? undefined : () => move(-1)} />
      {presets
        .filter(([n]) => n <= weeks)
        .map(([n, label]) => (
          <button
            key={n}
            type="button"
            className={controls.choice}
            aria-pressed={last === weeks - 1 && span === n}
            onClick={() => onChoose(weeks - n, weeks - 1)}
          >
            {label}
          </button>
        ))}
      <Step label={later} sign="›" onPress={last === weeks - 1 ? undefined : () => move(1)} />
    </>
  )
}

interface StepProps {
  readonly label: string
  readonly sign: string
  readonly onPress: (() => void) | undefined
}

function Step({ label, sign, onPress }: StepProps) {
  return (
    <button
      type="button"
      className={controls.choice}
      aria-label={label}
      disabled={!onPress}
      onClick={onPress}
    >
      {sign}
    </button>
  )
}

/** Five dates along the axis and the last day at its end. */
const marksOf = (weeks: number) => Array.from({ length: 5 }, (_, i) => Math.floor((i * weeks) / 5))
