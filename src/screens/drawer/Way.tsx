import type { RecordRow } from '../../contract/records/record-rows'
import { RANK, type Severity } from '../../contract/severity'
import type { Reading } from '../../panel/reading'
import drawer from './Drawer.module.css'
import styles from './Way.module.css'
import { pointsOf } from './way-points'
import { words } from './words'

/** The way of a record as a line from its first moment to its deadline. */
export function Way({
  reading,
  row,
  now,
  severity,
}: {
  readonly reading: Reading
  readonly row: RecordRow
  readonly now: number
  /** How bad it is that its deadline has passed; without it nothing is coloured. */
  readonly severity: Severity | undefined
}) {
  const points = pointsOf(reading, row, now)
  if (points.length === 0) return null
  return (
    <section>
      <h4 className={drawer.heading}>{words.record.way}</h4>
      <ol className={styles.way} data-rank={severity && RANK[severity]}>
        {points.map(({ at, when, label, notes, took, tone }) => (
          <li key={`${label}${at}`} data-tone={tone}>
            <time>{when}</time>
            <i />
            <span className={styles.step}>
              <b>{label}</b>
              {notes.length > 0 && <small>{notes.join(' · ')}</small>}
            </span>
            <span className={styles.took}>{took}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
