import { memo } from 'react'
import { SeverityMark } from '../ui/SeverityMark'
import type { DistrictLabel, PlacedNote } from './drawing'
import type { TownLabel, UnderRow } from './label'
import styles from './map.module.css'
import { NOTE_LINE, PIN, SPACING } from './text-size'

/** Baseline offset that centres Chinese text on a line. */
const BASE = 0.36

function Under({ under }: { under: UnderRow }) {
  const { y, symbols, value, ring } = under
  return (
    <>
      {symbols.map((x) => (
        <rect key={x} x={x - 4.5} y={y - 4.5} width={9} height={9} rx={1} className={styles.hall} />
      ))}
      {value && (
        <text x={value.x} y={y + 20 * BASE} fontSize={20}>
          {value.text}
        </text>
      )}
      {ring !== null && <circle cx={ring} cy={y} r={5} className={styles.outlier} />}
    </>
  )
}

/** Name, squares, value and marks of one town; drawn above all tiles and blind to the pointer. */
export const TownText = memo(function TownText({ label, size }: { label: TownLabel; size: number }) {
  const { level, x, more, pin } = label
  const bold = level !== null && level >= 3 ? styles.bold : ''
  // A name wider than its tile stands on the ground and on other towns' colours: it brings its own ground along.
  const tone = [styles.name, label.spills ? styles.spills : level === 4 ? styles.onTop : '', bold]
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
      {more && (
        <text x={more.x} y={more.y + 20 * BASE} fontSize={20}>
          {more.text}
        </text>
      )}
      {pin && <circle cx={pin[0]} cy={pin[1]} r={PIN} className={styles.unwritten} />}
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
