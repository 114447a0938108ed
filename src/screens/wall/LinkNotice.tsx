import { useEffect, useState } from 'react'
import type { FieldProblem } from '../../config/view'
import styles from './LinkNotice.module.css'
import { words } from './legend-words'

/** Long enough to be read from across a room. */
const STAYS_MS = 20_000

/** What of the link means nothing here: said over the wall, which shows its default; goes by a press or by itself. */
export function LinkNotice({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), STAYS_MS)
    return () => clearTimeout(timer)
  }, [])
  if (gone) return null
  return (
    <button type="button" className={styles.notice} onClick={() => setGone(true)} data-link-notice>
      <span role="status">
        {problems.map(({ field, message }) => (
          <span key={`${field} ${message}`}>
            <b>{field}</b> {message}
          </span>
        ))}
      </span>
      <span>{words.usual}</span>
      <span aria-hidden="true">×</span>
    </button>
  )
}
