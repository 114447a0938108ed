import { useFit } from '../../../blocks/use-fit'
import { useScreen } from '../../../panel/screen-context'
import { useExceptions } from '../../../panel/use-exceptions'
import { handoverOf } from './handover'
import styles from './Handover.module.css'
import { useRest } from './use-rest'

/** Height of a line in u. */
const ROW = 36

/** What is handed over with this shift: what is late, what falls due before the next one is at work, what came up. */
export function Handover() {
  const items = useExceptions()
  const { now, domains, duty } = useRest()
  const { city } = useScreen()
  const { ref, shown } = useFit(handoverOf({ now, duty, items, domains, tier: city.tier }), ROW)
  return (
    <div className={styles.box}>
      <ul ref={ref} className={styles.list}>
        {shown.map(({ kind, text, state, open }) => (
          <li key={`${kind} ${text}`} className={open ? styles.open : undefined}>
            <i>{kind}</i>
            <span>{text}</span>
            <b>{state}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
