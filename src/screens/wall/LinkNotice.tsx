import { useEffect, useState } from 'react'
import type { FieldProblem } from '../../config/view'
import styles from './LinkNotice.module.css'
import { words } from './legend-words'

/** Seconds for which it is there to be read from across a room, once the wall stands. */
const STAYS_S = 20

/** What of the link means nothing here: said over the wall, which shows its default; goes by a press or by itself. */
export function LinkNotice({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    let seen = 0
    const timer = setInterval(() => {
      if (document.documentElement.dataset['ready'] === 'true' && ++seen === STAYS_S) setGone(true)
    }, 1000)
    return () => clearInterval(timer)
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
