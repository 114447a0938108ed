import type { ReactNode } from 'react'
import { useScreen } from '../panel/screen-context'
import styles from './RowsLead.module.css'

interface RowsLeadProps {
  readonly metric: string
  /** Where the figure is of a part of them: a field and its value, `stage=sign`. */
  readonly of?: string
  readonly children: ReactNode
}

/** A figure that leads to the records it counts, where the dictionary names them. */
export function RowsLead({ metric, of, children }: RowsLeadProps) {
  const { metrics, open } = useScreen()
  if (!metrics[metric]?.rows) return children
  return (
    <button
      type="button"
      className={styles.lead}
      data-rows
      onClick={() => open(of === undefined ? `rows:${metric}` : `rows:${metric}:${of}`)}
    >
      {children}
    </button>
  )
}
