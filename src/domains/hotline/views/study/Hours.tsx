import { useRef, type PointerEvent } from 'react'
import { exactText } from '../../../../lib/format'
import { rangeOf } from '../../study-link'
import { words } from '../../study-words'
import heat from './Hours.module.css'
import styles from './study.module.css'
import { Head } from './Head'
import type { StudyView } from './view'

const CLASSES = 5
/** Hours of one block of the axis. */
const BLOCK = 4

interface Cell {
  readonly day: number
  readonly hour: number
}

/** Orders by weekday and hour; a rectangle is drawn over them, or a weekday or four hours are pressed. */
export function Hours({ of, asked, onNarrow }: StudyView) {
  const most = Math.max(1, ...of.hours)
  const [monday, sunday] = rangeOf(asked['week'], 1, 7)
  const [begin, end] = rangeOf(asked['hours'], 0, 23)
  const choose = (a: Cell, b: Cell, drawing = false) => {
    const days = [a.day, b.day].sort((x, y) => x - y)
    const hours = [a.hour, b.hour].sort((x, y) => x - y)
    onNarrow({ week: rangeText(days, [1, 7]), hours: rangeText(hours, [0, 23]) }, drawing)
  }
  const top = of.hours.indexOf(most)
  const isIn = (i: number) => {
    const [day, hour] = [Math.floor(i / 24) + 1, i % 24]
    return day >= monday && day <= sunday && hour >= begin && hour <= end
  }
  const one = (days: readonly number[], hours: readonly number[]) =>
    onNarrow({ week: rangeText(days, [1, 7]), hours: rangeText(hours, [0, 23]) })
  return (
    <section className={styles.block}>
      <Head
        title={words.hours.title}
        note={
          top < 0
            ? undefined
            : words.hours.most(words.weekdays[Math.floor(top / 24)] ?? '', top % 24, exactText(most))
        }
      />
      <div className={heat.heat}>
        <div className={heat.weekdays}>
          {words.short.map((name, i) => (
            <button
              key={name}
              type="button"
              aria-label={words.weekdays[i]}
              aria-pressed={asked['week'] !== undefined && i + 1 >= monday && i + 1 <= sunday}
              onClick={() =>
                one(monday === i + 1 && sunday === i + 1 ? [1, 7] : [i + 1, i + 1], [begin, end])
              }
            >
              {name}
            </button>
          ))}
        </div>
        <Cells hours={of.hours} most={most} isIn={isIn} onChoose={choose} />
        <div className={heat.clock}>
          {Array.from({ length: 24 / BLOCK }, (_, i) => [i * BLOCK, i * BLOCK + BLOCK - 1] as const).map(
            ([from, to]) => (
              <button
                key={from}
                type="button"
                aria-label={words.hours.range(from, to)}
                aria-pressed={asked['hours'] !== undefined && from >= begin && to <= end}
                onClick={() => one([monday, sunday], begin === from && end === to ? [0, 23] : [from, to])}
              >
                {from}
              </button>
            ),
          )}
        </div>
      </div>
    </section>
  )
}

interface CellsProps {
  readonly hours: readonly number[]
  readonly most: number
  readonly isIn: (at: number) => boolean
  readonly onChoose: (a: Cell, b: Cell, drawing?: boolean) => void
}

function Cells({ hours, most, isIn, onChoose }: CellsProps) {
  const pull = useRectangle(onChoose)
  return (
    <div className={heat.cells} data-heat {...pull}>
      {hours.map((count, i) => (
        <i
          key={i}
          data-class={count === 0 ? 0 : Math.ceil((count / most) * CLASSES)}
          data-out={!isIn(i) || undefined}
          title={words.hours.cell(words.weekdays[Math.floor(i / 24)] ?? '', i % 24, exactText(count))}
        />
      ))}
    </div>
  )
}

/** Null where it is all there is: nothing narrows. */
function rangeText([from = 0, to = from]: readonly number[], [low, high]: readonly [number, number]) {
  if (from === low && to === high) return null
  return from === to ? String(from) : `${from}-${to}`
}

function useRectangle(choose: (a: Cell, b: Cell, drawing?: boolean) => void) {
  const from = useRef<Cell | null>(null)
  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Cell => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const step = (share: number, steps: number) => Math.min(steps - 1, Math.max(0, Math.floor(share * steps)))
    return {
      day: 1 + step((clientY - top) / Math.max(1, height), 7),
      hour: step((clientX - left) / Math.max(1, width), 24),
    }
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = at(event)
      choose(from.current, from.current, true)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current) choose(from.current, at(event), true)
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (from.current) choose(from.current, at(event))
      from.current = null
    },
    onPointerCancel() {
      if (from.current) choose({ day: 1, hour: 0 }, { day: 7, hour: 23 })
      from.current = null
    },
  }
}
