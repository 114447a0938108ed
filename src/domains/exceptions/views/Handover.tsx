import { sharedRow } from '../../../blocks/fit'
import { useFit } from '../../../blocks/use-fit'
import { useScreen } from '../../../panel/screen-context'
import { useExceptions } from '../../../panel/use-exceptions'
import type { Size } from '../../../panel/define-panel'
import { handoverLines } from './handover'
import styles from './Handover.module.css'
import { useRest } from './use-rest'

/** Height of a line in u, and the most it takes where few lines share the room. */
const ROW = 36
const TALLEST_ROW = 60

/** What is handed over with this shift: what is late, what falls due before the next one is at work, what came up. Each line leads to the page of the hand-over. */
export function Handover() {
  const items = useExceptions()
  const { now, domains, duty } = useRest()
  const { city, open: show } = useScreen()
  const lines = handoverLines({ now, duty, items, domains, tier: city.tier })
  const heightIn = ({ height }: Size) => sharedRow(height, lines.length, ROW, TALLEST_ROW)
  const { ref, shown, room } = useFit(lines, heightIn)
  const height = room ? heightIn(room) : ROW
  return (
    <div className={styles.box}>
      <ul ref={ref} className={styles.list}>
        {shown.map(({ kind, text, state, open }) => (
          <li key={`${kind} ${text}`} className={open ? styles.open : undefined}>
            <button
              type="button"
              style={{ height: `calc(${height} * var(--u))` }}
              onClick={() => show('page:handover')}
            >
              <i>{kind}</i>
              <span>{text}</span>
              <b>{state}</b>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
