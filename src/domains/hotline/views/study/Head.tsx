import type { ReactNode } from 'react'
import styles from './study.module.css'

interface HeadProps {
  readonly title: string
  readonly note?: string | undefined
  readonly children?: ReactNode
}

/** What a picture of the study shows, and what can be chosen in it by a press. */
export function Head({ title, note, children }: HeadProps) {
  return (
    <div className={styles.head}>
      <h4>{title}</h4>
      {note !== undefined && <small>{note}</small>}
      {children && <div className={styles.choices}>{children}</div>}
    </div>
  )
}
