import type { ReactNode } from 'react'
import { useScreen } from '../panel/screen-context'
import styles from './RowsLead.module.css'

interface RowsLeadProps {
  readonly metric: string
  /** Where the figure is of a part of them: a field and its value as a link says them, `:stage=sign`. */
  readonly of?: string
  readonly children: ReactNode
}

/** A figure that leads to the records it counts, where the dictionary names them. */
export function RowsLead({ metric, of = '', children }: RowsLeadProps) {
  const { metrics, open } = useScreen()
  if (!metrics[metric]?.rows) return children
  const link = `rows:${metric}${of}` as const
  return (
    <button type="button" className={styles.lead} data-rows={link} onClick={() => open(link)}>
      {children}
    </button>
  )
}
