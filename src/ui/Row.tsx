import type { ReactNode } from 'react'
import styles from './Row.module.css'

/** Label left, note right: the row above a chart that carries its unit, reference and period once. */
export function LabelRow({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className={styles.labelRow}>
      <span className={styles.label}>{children}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </div>
  )
}

/** Figures on one baseline, spread over the panel's width. */
export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>
}
