import { drawCourse } from '../../../map/courses'
import type { MeasuredTown } from './measures'
import styles from './TownList.module.css'

const BOX = { x0: 1, x1: 71, y0: 2, y1: 25 }

export interface TownListProps {
  readonly towns: readonly MeasuredTown[]
  readonly selected: string | null
  readonly onSelect: (code: string | null) => void
  /** Heights in u of what stands on it above and below. */
  readonly between: readonly [head: number, foot: number]
}

/** It scrolls between the two, and never under them. */
const inset = ([head, foot]: readonly [number, number]) => ({
  marginTop: `calc(${head} * var(--u))`,
  height: `calc(100% - ${head + foot} * var(--u))`,
})

/** The towns one below the other where the map is too small for their names: outside their usual first, then by number. */
export function TownList({ towns, selected, onSelect, between }: TownListProps) {
  const sorted = towns.toSorted(
    (a, b) => Number(b.deviant) - Number(a.deviant) || (b.count ?? -1) - (a.count ?? -1),
  )
  return (
    <ul className={styles.list} style={inset(between)}>
      {sorted.map(({ code, name, value, course, deviant }) => (
        <li key={code}>
          <button
            type="button"
            className={deviant ? styles.deviant : undefined}
            aria-pressed={code === selected}
            data-town={code}
            onClick={() => onSelect(code === selected ? null : code)}
          >
            <span>{name}</span>
            {course && <Curve {...drawCourse(course, BOX)} />}
            <b>{value}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Curve({ bands, lines, tips }: ReturnType<typeof drawCourse>) {
  return (
    <svg viewBox="0 0 72 27" aria-hidden="true">
      <path d={bands} fill="var(--tile-band)" />
      <path d={lines} fill="none" stroke="var(--tx-1)" strokeWidth="1.6" />
      <path d={tips} stroke="var(--tx-1)" strokeWidth="5" strokeLinecap="round" />
    </svg>
  )
}
