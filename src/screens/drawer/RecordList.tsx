import type { RecordRow } from '../../contract/records/record-rows'
import { RANK } from '../../contract/severity'
import { dueText } from '../../lib/due'
import { durationText } from '../../lib/format'
import {
  metaOf,
  pendingOf,
  plainReading,
  titleOf,
  valueText,
  type Reading,
  type Readings,
} from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useExceptions } from '../../panel/use-exceptions'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import styles from './RecordList.module.css'
import { words } from './words'

/** What is said at the end of a row: until when, since when, or where it stands. */
function endOf(
  reading: Reading,
  row: RecordRow,
  now: number,
): { readonly text: string; readonly late: boolean } {
  const pending = pendingOf(reading, row)
  if (pending?.of === 'due') return { text: dueText(pending.at, now), late: pending.at < now }
  if (pending) return { text: words.record.lasts(durationText(now - pending.at)), late: false }
  return { text: (reading.state && valueText(reading, row, reading.state, now)) ?? '', late: false }
}

interface RecordListProps {
  readonly domain: string
  readonly rows: readonly RecordRow[]
  readonly readings: Readings
}

/** Records one below the other; each leads to itself. */
export function RecordList({ domain, rows, readings }: RecordListProps) {
  const now = useNow()
  const { open } = useScreen()
  const exceptions = useExceptions()
  return (
    <ul className={styles.records}>
      {rows.map((row) => {
        const reading = readings[row.kind] ?? plainReading(row)
        const mark = exceptions.find((one) => one.domain === domain && one.subject === row.key)
        const { text, late } = endOf(reading, row, now)
        const [title, meta] = [titleOf(reading, row, now), metaOf(reading, row, now)]
        return (
          <li key={row.key}>
            <button
              type="button"
              className={styles.record}
              data-record={row.key}
              onClick={() => open(`row:${domain}.${row.kind}:${row.key}`)}
            >
              {mark ? <ExceptionMark of={mark} /> : <i className={styles.dot} />}
              <span className={styles.what}>
                <b>{title}</b>
                <small>{[...(title === row.key ? [] : [shortKey(row.key)]), ...meta].join(' · ')}</small>
              </span>
              <span className={styles.end} data-late={late && mark ? RANK[mark.severity] : undefined}>
                {text}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The end of a number tells it from the others; whoever opens the record reads all of it. */
const shortKey = (key: string) => (key.length > 8 ? `…${key.slice(-6)}` : key)
