import type { ReactNode } from 'react'
import { useMarkOf } from '../panel/use-marks'
import { Sentence } from '../ui/Sentence'
import { Figure, type FigureProps } from './Figure'
import styles from './Statement.module.css'

/** The hue of what its exception is called; 三级 has none for text. */
const TONES = { critical: styles.p1, major: styles.p2, minor: undefined }

interface StatedFigureProps extends FigureProps {
  /** Metric of the exceptions that speak of it, where that is another. */
  readonly raised?: string
}

/** A figure in a sentence, in the hue it has on every other panel while an exception speaks of it. */
export function StatedFigure({ raised, ...props }: StatedFigureProps) {
  const mark = useMarkOf(raised ?? props.metric, props.of)
  return <Figure {...props} className={mark && TONES[mark.severity]} />
}

interface StatementProps {
  /** What there is to say, or the figures that say it. */
  readonly head: ReactNode
  /** What else is known, one sentence a line; the first are those that matter. */
  readonly lines: readonly (readonly ReactNode[])[]
}

/** A card that says one thing and two or three that belong to it. */
export function Statement({ head, lines }: StatementProps) {
  return (
    <ul className={styles.box}>
      <li className={typeof head === 'string' ? styles.head : undefined}>{head}</li>
      {lines.map((line, i) => (
        <li key={i} className={styles.line}>
          <Sentence of={line} />
        </li>
      ))}
    </ul>
  )
}
