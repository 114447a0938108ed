import type { ReactNode } from 'react'
import { Sentence } from '../ui/Sentence'
import styles from './Statement.module.css'

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
