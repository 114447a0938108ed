import { sharedRow } from '../../../blocks/fit'
import { useFit } from '../../../blocks/use-fit'
import type { Size } from '../../../panel/define-panel'
import { words } from '../rest-words'
import { momentText } from './handover'
import styles from './NextUp.module.css'
import { laterOf, riverOf } from './river'
import { useRest } from './use-rest'

/** In u: the height of a line, and the most it takes where few share the room. */
const LINE = 40
const TALLEST_LINE = 64

/**
 * What comes within a week, the next first: what there is to look at while nothing needs anybody. What begins sooner than the river
 * reaches stands there with its name and hour, and is not said twice.
 */
export function NextUp() {
  const { now, domains } = useRest()
  const later = laterOf(now, domains, riverOf(now, [], domains).until)
  const heightIn = ({ height }: Size) => sharedRow(height, later.length, LINE, TALLEST_LINE)
  const { ref, shown, left, room } = useFit(later, heightIn)
  const style = { lineHeight: `calc(${room ? heightIn(room) : LINE} * var(--u))` }
  return (
    <ol ref={ref} className={styles.list} aria-label={words.river.later}>
      {later.length === 0 && (
        <li className={styles.line} style={style}>
          {words.river.nothing}
        </li>
      )}
      {shown.map(({ at, text }, i) => (
        <li key={`${at} ${text} ${i}`} className={styles.line} style={style}>
          <i>{i === 0 && words.river.later}</i>
          <span>{momentText(at, now, text)}</span>
          {i === shown.length - 1 && left > 0 && <i>{words.river.more(left)}</i>}
        </li>
      ))}
    </ol>
  )
}
