import { memo } from 'react'
import { SeverityMark } from '../ui/SeverityMark'
import type { DistrictLabel } from './district-labels'
import { SPACING } from './district-labels'
import { NOTE_LINE, type PlacedNote } from './leader-notes'
import styles from './map.module.css'
import type { TownLabel } from './town-labels'

/** Baseline offset that centres Chinese text on a line. */
const BASE = 0.36

function Under({ under }: { under: NonNullable<TownLabel['under']> }) {
  const { y, hall, value, ring } = under
  return (
    <>
      {hall !== null && (
        <rect x={hall - 4.5} y={y - 4.5} width={9} height={9} rx={1} className={styles.hall} />
      )}
      {value && (
        <text x={value.x} y={y + 20 * BASE} fontSize={20}>
          {value.text}
        </text>
      )}
      {ring !== null && <circle cx={ring} cy={y} r={5} className={styles.outlier} />}
    </>
  )
}

/** Name, hall, value and exception marks of one town; drawn above all tiles and blind to the pointer. */
export const TownText = memo(function TownText({ label, size }: { label: TownLabel; size: number }) {
  const { level, x } = label
  const tone = [styles.name, level === 4 ? styles.onTop : '', level !== null && level >= 3 ? styles.bold : '']
  return (
    <g className={tone.join(' ')}>
      {label.lines.map(({ text, y }) => (
        <text key={y} x={x} y={y + size * BASE} fontSize={size}>
          {text}
        </text>
      ))}
      {label.under && <Under under={label.under} />}
      {label.marks.map(({ mark, x: mx, y, size: s }) => (
        <SeverityMark
          key={mark.id}
          severity={mark.severity}
          no={mark.no}
          size={s}
          x={mx - s / 2}
          y={y - s / 2}
          halo
        />
      ))}
      {label.more > 0 && (
        <text x={label.box.x1 - 14} y={(label.marks[0]?.y ?? 0) + 20 * BASE} fontSize={20}>
          +{label.more}
        </text>
      )}
    </g>
  )
})

/** Names of districts, beside their towns. */
export const Districts = memo(function Districts({ labels }: { labels: readonly DistrictLabel[] }) {
  return labels.map(({ name, x, y }) => (
    // Spacing also follows the last letter; half of it moved back keeps the name centred.
    <text
      key={name}
      x={x + SPACING / 2}
      y={y + 20 * BASE}
      fontSize={20}
      letterSpacing={SPACING}
      className={styles.district}
    >
      {name}
    </text>
  ))
})

/** Text beside the map with its line to the tile. */
export const LeaderNote = memo(function LeaderNote({ placed }: { placed: PlacedNote }) {
  const { note, side, x, y, leader } = placed
  const end = leader[2]
  return (
    <g className={styles.note} textAnchor={side === 'east' ? 'start' : 'end'}>
      <path d={`M${leader.map((point) => point.join(' ')).join('L')}`} className={styles.leader} />
      <circle cx={end[0]} cy={end[1]} r={3.2} className={styles.pin} />
      <text x={x} y={y + 20 * BASE} fontSize={20} className={styles.noteTitle}>
        {note.title}
      </text>
      {note.lines.map((line, index) => (
        <text key={line} x={x} y={y + (index + 1) * NOTE_LINE + 20 * BASE} fontSize={20}>
          {line}
        </text>
      ))}
    </g>
  )
})
