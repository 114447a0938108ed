import { clockText, DAY, dayStart, isoDate } from '../../../lib/calendar'
import { weekdayText } from '../../../lib/format'
import { words } from '../next-words'
import styles from './NextDeadlines.module.css'
import { duesIn } from './rest-facts'
import { useRest, type Raised } from './use-rest'

/** How far ahead it looks. */
const WEEK = 7 * DAY

/** What each domain has to do next, where none has anything open: how much of it today, and when the first falls due. */
export function NextDeadlines() {
  const { now, domains } = useRest()
  return (
    <dl className={styles.list}>
      {domains.map((domain) => (
        <div key={domain.id} className={styles.lane}>
          <dt>{domain.name}</dt>
          <dd>{nextOf(domain, now)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `今日 3 件到期，最早 17:00`, `下一件 周四 17:00`, or that nothing falls due within the week. */
export function nextOf({ document }: Pick<Raised, 'document'>, now: number): string {
  if (!document) return words.unseen
  const dues = duesIn(document, { now, until: now + WEEK, known: [] })
  const [first] = dues
  if (!first) return words.none
  const today = dues.filter(({ at }) => at < dayStart(now) + DAY).length
  if (today > 0) return words.today(today, clockText(first.at))
  const day = isoDate(first.at) === isoDate(now + DAY) ? words.tomorrow : weekdayText(first.at)
  return words.next(day, clockText(first.at))
}
