import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { ShareBar } from '../../../blocks/ShareBar'
import { clockText, isoDate, monthDay } from '../../../lib/calendar'
import { dueText } from '../../../lib/due'
import type { NumberedException } from '../../../panel/use-exceptions'
import { useNow, useScreen } from '../../../panel/screen-context'
import { words as marks } from '../../../ui/words'
import { words } from '../words'
import styles from './Exceptions.module.css'
import { placeWords } from '../../../panel/place-words'

/** The day of a deadline, where it is not the day of `now`. */
const dayOf = (due: number, now: number) => (isoDate(due) === isoDate(now) ? '' : monthDay(due))

interface ExceptionRowProps {
  readonly item: NumberedException
  /** In u. */
  readonly height: number
  /** It has a line for the record's history. */
  readonly tall: boolean
}

/** A row leads to the reason why it stands there. */
export function ExceptionRow({ item, height, tall }: ExceptionRowProps) {
  const now = useNow()
  const { open, domains, city } = useScreen()
  const due = Date.parse(item.due)
  const since = Date.parse(item.since)
  const late = due < now
  const used = late || due <= since ? 1 : Math.max(0, (now - since) / (due - since))
  return (
    <li data-exception={item.id} data-severity={item.severity}>
      <button
        type="button"
        className={`${styles.row} ${late ? styles.late : ''}`}
        data-severity={item.severity}
        style={{ height: `calc(${height} * var(--u))` }}
        onClick={() => open(`why:${item.id}`)}
      >
        <ExceptionMark of={item} />
        <span className={styles.what}>
          <span>
            <i>{placeWords(item, city.tier)}</i>
            {item.what}
          </span>
          {tall && (
            <small>
              {words.list.history(
                marks.severity[item.severity],
                domains.nameOf(item.domain),
                monthDay(since),
                clockText(since),
              )}
            </small>
          )}
        </span>
        <span className={styles.owner}>{item.owner}</span>
        <span className={styles.due}>
          {late ? dueText(due, now) : words.list.until(dayOf(due, now), clockText(due))}
          {tall && <ShareBar share={used} className={styles.used} />}
        </span>
        <span className={styles.action}>{item.noticed ? words.list.noticed(item.action) : item.action}</span>
      </button>
    </li>
  )
}
