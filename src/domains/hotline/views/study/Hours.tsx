import { exactText } from '../../../../lib/format'
import { rangeOf } from '../../study-link'
import { words } from '../../study-words'
import heat from './Hours.module.css'
import styles from './study.module.css'
import { Head } from './Head'
import { useDraw } from './use-draw'
import type { StudyView } from './view'

const CLASSES = 5
/** Hours of one block of the axis. */
const BLOCK = 4

interface Cell {
  readonly day: number
  readonly hour: number
}

/** Orders by weekday and hour; a rectangle is drawn over them, or a weekday or four hours are pressed. */
export function Hours({ of, asked, onNarrow, onDraw }: StudyView) {
  const most = Math.max(1, ...of.hours)
  const [monday, sunday] = rangeOf(asked['week'], 1, 7)
  const [begin, end] = rangeOf(asked['hours'], 0, 23)
  const meant = (days: readonly number[], hours: readonly number[]) => ({
    week: rangeText(days, [1, 7]),
    hours: rangeText(hours, [0, 23]),
  })
  const drawn = useDraw(
    (across, down): Cell => ({ day: 1 + Math.floor(down * 7), hour: Math.floor(across * 24) }),
    (a, b) => meant(inOrder(a.day, b.day), inOrder(a.hour, b.hour)),
    { onNarrow, onDraw },
  )
  const top = of.hours.indexOf(most)
  const isIn = (i: number) => {
    const [day, hour] = [Math.floor(i / 24) + 1, i % 24]
    return day >= monday && day <= sunday && hour >= begin && hour <= end
  }
  const one = (...of: Parameters<typeof meant>) => onNarrow(meant(...of))
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
        <Cells hours={of.hours} {...{ most, isIn, drawn }} />
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
  readonly drawn: ReturnType<typeof useDraw>
}

function Cells({ hours, most, isIn, drawn }: CellsProps) {
  return (
    <div className={heat.cells} data-heat {...drawn}>
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

const inOrder = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)]

/** Null where it is all there is: nothing narrows. */
function rangeText([from = 0, to = from]: readonly number[], [low, high]: readonly [number, number]) {
  if (from === low && to === high) return null
  return from === to ? String(from) : `${from}-${to}`
}
