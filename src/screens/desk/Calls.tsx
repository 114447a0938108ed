import { isoTime } from '../../lib/calendar'
import { placeWords } from '../../panel/place-words'
import { useScreen } from '../../panel/screen-context'
import { useRoom } from '../../panel/alarms/use-room'
import styles from './Desk.module.css'
import { words } from './words'

/** What has come up last, said once: no more than ten by name in ten minutes, the others by kind and place. */
export function Calls() {
  const { domains, city } = useScreen()
  const call = useRoom((room) => room.call)
  const said = call && [
    ...call.named.map((item) => `${placeWords(item, city.tier)} ${item.what}`),
    ...call.grouped.map(({ domain, place, count }) => words.grouped(domains.nameOf(domain), place, count)),
  ]
  return (
    <p role="status" className={styles.calls} data-calls={call?.named.length}>
      {call && said && said.length > 0 && (
        <>
          <i>{isoTime(call.at).slice(11, 16)}</i> {words.called(said)}
        </>
      )}
    </p>
  )
}
