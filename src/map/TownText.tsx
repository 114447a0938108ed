import { memo } from 'react'
import { SeverityMark } from '../ui/SeverityMark'
import type { DistrictLabel } from './drawing'
import type { Line, TownLabel } from './label'
import styles from './map.module.css'
import { PIN, SPACING } from './text-size'

/** Baseline offset that centres Chinese text on a line. */
const BASE = 0.36

interface TextLineProps {
  readonly line: Line
  readonly size: number
  readonly className?: string | undefined
}

const TextLine = ({ line: { text, x, y }, size, className }: TextLineProps) => (
  <text x={x} y={y + size * BASE} fontSize={size} className={className}>
    {text}
  </text>
)

/** Name, value and marks of one town; drawn above all tiles and blind to the pointer. */
export const TownText = memo(function TownText({ label, size }: { label: TownLabel; size: number }) {
  const { lines, value, note, marks, more, pin, spills } = label
  return (
    // A name wider than its tile stands on the ground and on other towns' colours: it brings its own ground along.
    <g className={spills ? `${styles.name} ${styles.spills}` : styles.name}>
      {lines.map((line) => (
        <TextLine key={line.y} line={line} size={size} />
      ))}
      {value && <TextLine line={value} size={size} className={styles.value} />}
      {note && <TextLine line={note} size={size} />}
      {marks.map(({ mark, x, y, size: s }) => (
        <SeverityMark
          key={mark.id}
          severity={mark.severity}
          no={mark.no}
          size={s}
          x={x - s / 2}
          y={y - s / 2}
          halo
        />
      ))}
      {more && <TextLine line={more} size={20} />}
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
