import type { ReactNode } from 'react'
import { useScreen } from '../panel/screen-context'
import styles from './RowsLead.module.css'

/** A figure that leads to the records it counts, where the dictionary names them. */
export function RowsLead({ metric, children }: { readonly metric: string; readonly children: ReactNode }) {
  const { metrics, open } = useScreen()
  if (!metrics[metric]?.rows) return children
  return (
    <button type="button" className={styles.lead} onClick={() => open(`rows:${metric}`)}>
      {children}
    </button>
  )
}
