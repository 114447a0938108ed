import { words } from '../rest-words'
import { momentText } from './handover'
import type { Later } from './river'
import styles from './River.module.css'

/** In u: the height of a line, and the least width of a column. */
const LINE = 34
const COLUMN = 440

interface RiverLaterProps {
  readonly later: readonly Later[]
  readonly now: number
  readonly x: number
  readonly top: number
  readonly width: number
  /** Of the whole picture. */
  readonly height: number
}

/** What is to come within a week, column by column: for a city at rest in which nothing is counted by the hour. */
export function RiverLater({ later, now, x, top, width, height }: RiverLaterProps) {
  const columns = Math.max(1, Math.floor(width / COLUMN))
  const lines = Math.max(0, Math.floor((height - top) / LINE) - 1)
  return (
    <>
      <text className={styles.quiet} x={0} y={top + LINE - 8}>
        {words.river.later}
      </text>
      {later.length === 0 && (
        <text className={styles.quiet} x={x + 30} y={top + LINE - 8}>
          {words.river.nothing}
        </text>
      )}
      {later.slice(0, columns * lines).map(({ at, text }, i) => (
        <text
          key={`${at} ${text} ${i}`}
          className={styles.name}
          x={x + 30 + (i % columns) * (width / columns)}
          y={top + (1 + Math.floor(i / columns)) * LINE - 8}
        >
          {momentText(at, now, text)}
        </text>
      ))}
    </>
  )
}
