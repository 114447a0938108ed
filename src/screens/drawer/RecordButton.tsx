import { ExceptionMark } from '../../blocks/ExceptionMark'
import type { RecordRow } from '../../contract/records/record-rows'
import { RANK } from '../../contract/severity'
import { dueText } from '../../lib/due'
import { durationText } from '../../lib/format'
import {
  dueAsSeen,
  metaOf,
  pendingOf,
  plainReading,
  titleOf,
  valueText,
  type Reading,
} from '../../panel/reading'
import type { NumberedException } from '../../panel/use-exceptions'
import styles from './RecordList.module.css'
import { words } from './words'

/** What is said at the end of a row: until when, since when, or where it stands. */
function endOf(
  reading: Reading,
  row: RecordRow,
  now: number,
): { readonly text: string; readonly late: boolean } {
  const pending = pendingOf(reading, row)
  if (pending?.of === 'due')
    return { text: dueText(dueAsSeen(reading, row, pending.at, now), now), late: pending.at < now }
  if (pending) return { text: words.record.lasts(durationText(now - pending.at)), late: false }
  return { text: (reading.state && valueText(reading, row, reading.state, now)) ?? '', late: false }
}

interface RecordButtonProps {
  /** Undefined while it is on its way. */
  readonly row: RecordRow | undefined
  readonly reading: Reading | undefined
  readonly mark: NumberedException | undefined
  readonly now: number
  /** -1 where arrows lead to it. */
  readonly tabIndex?: number
  readonly onOpen: () => void
}

/** One record in a list. */
export function RecordButton({ row, reading, mark, now, tabIndex, onOpen }: RecordButtonProps) {
  return (
    <button
      type="button"
      className={styles.record}
      tabIndex={tabIndex}
      {...(row ? { 'data-record': row.key, onClick: onOpen } : { 'aria-disabled': true })}
    >
      {row ? (
        <Told reading={reading ?? plainReading(row)} {...{ row, mark, now }} />
      ) : (
        <span className={styles.coming}>{words.waiting}</span>
      )}
    </button>
  )
}

interface ToldProps extends Pick<RecordButtonProps, 'mark' | 'now'> {
  readonly row: RecordRow
  readonly reading: Reading
}

function Told({ row, reading, mark, now }: ToldProps) {
  const { text, late } = endOf(reading, row, now)
  const [title, meta] = [titleOf(reading, row, now), metaOf(reading, row, now)]
  return (
    <>
      {mark ? <ExceptionMark of={mark} /> : <i className={styles.dot} />}
      <span className={styles.what}>
        <b>{title}</b>
        <small>
          {[...(title === row.key || reading.byHand ? [] : [shortKey(row.key)]), ...meta].join(' · ')}
        </small>
      </span>
      <span className={styles.end} data-late={late && mark ? RANK[mark.severity] : undefined}>
        {text}
      </span>
    </>
  )
}

/** The end of a number tells it from the others; whoever opens the record reads all of it. */
const shortKey = (key: string) => (key.length > 8 ? `…${key.slice(-6)}` : key)
