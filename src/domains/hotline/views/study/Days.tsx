import { useRef, type PointerEvent } from 'react'
import { DAY, isoDate, parseTime } from '../../../../lib/calendar'
import { exactText } from '../../../../lib/format'
import type { Study } from '../../contract-study'
import { words } from '../../study-words'
import styles from './study.module.css'
import { Head } from './Head'
import type { StudyView } from './view'

const WEEK = 7

/** Orders by the week; weeks are chosen by drawing over them, or by how many of the newest. */
export function Days({ of, onNarrow }: StudyView) {
  const { counts, first, last, dayOf } = weeksOf(of)
  const weeks = counts.length
  const most = Math.max(1, ...counts)
  const choose = (a: number, b: number, drawing = false) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    const all = from <= 0 && to >= weeks - 1
    onNarrow({ from: all ? null : dayOf(from), to: all ? null : dayOf(to, true) }, drawing)
  }
  const pull = usePull(weeks, choose)
  return (
    <section className={styles.block}>
      <Head title={words.days.title} note={words.days.most(exactText(most))}>
        <Spans {...{ weeks, first, last }} onChoose={choose} />
      </Head>
      <div className={styles.weeks} data-brush {...pull}>
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
            className={styles.choice}
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
    <button type="button" className={styles.choice} aria-label={label} disabled={!onPress} onClick={onPress}>
      {sign}
    </button>
  )
}

/** Five dates along the axis and the last day at its end. */
const marksOf = (weeks: number) => Array.from({ length: 5 }, (_, i) => Math.floor((i * weeks) / 5))

/** Draws a span of `steps` with a pointer: told with every step, and for good when it is let go. */
function usePull(steps: number, choose: (a: number, b: number, drawing?: boolean) => void) {
  const from = useRef<number | null>(null)
  const at = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.min(steps - 1, Math.max(0, Math.floor(((clientX - left) / Math.max(1, width)) * steps)))
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = at(event)
      choose(from.current, from.current, true)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current !== null) choose(from.current, at(event), true)
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (from.current !== null) choose(from.current, at(event))
      from.current = null
    },
    onPointerCancel() {
      if (from.current !== null) choose(0, steps - 1)
      from.current = null
    },
  }
}
