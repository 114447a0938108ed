import { ExceptionMark } from '../../blocks/ExceptionMark'
import { stateOf, type Alarm } from '../../panel/alarms/journal'
import { useRoom } from '../../panel/alarms/use-room'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { words as marks } from '../../ui/words'
import { words as drawer } from './words'
import { Frame } from './Frame'
import styles from './Drawer.module.css'
import rows from './RecordList.module.css'
import { words } from './alarm-words'

const LISTS = { aside: 'shelved', returned: 'returned' } as const
const isList = (name: string): name is keyof typeof LISTS => Object.hasOwn(LISTS, name)

/** What is not among what needs somebody now, and yet not done with: put aside, or over before anybody noticed. */
export function Listed({ name }: { readonly name: string }) {
  const { open, city } = useScreen()
  const now = useNow()
  const alarms = useRoom(({ journal }) => journal.alarms)
  if (!isList(name))
    return (
      <Frame crumbs={[drawer.why.crumb]} title={drawer.why.crumb}>
        <p className={styles.note}>{words.list.unknown(name)}</p>
      </Frame>
    )
  const listed = Object.values(alarms).filter((alarm) => stateOf(alarm) === LISTS[name])
  return (
    <Frame crumbs={[drawer.why.crumb, words.list[name]]} title={`${words.list[name]} ${listed.length}`}>
      {listed.length === 0 && <p className={styles.note}>{words.list.none}</p>}
      <ul className={rows.records}>
        {listed.map((alarm) => (
          <li key={alarm.item.id}>
            <button type="button" className={rows.record} onClick={() => open(`why:${alarm.item.id}`)}>
              <ExceptionMark of={{ severity: alarm.item.severity }} />
              <span className={rows.what}>
                <b>
                  {placeWords(alarm.item, city.tier)} {alarm.item.what}
                </b>
                <small>{[marks.severity[alarm.item.severity], alarm.item.owner].join(' · ')}</small>
              </span>
              <span className={rows.end}>{endOf(alarm, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function endOf({ shelf, endedAt }: Alarm, now: number): string {
  if (shelf) return words.shelved(stampText(shelf.until, now), shelf.reason, shelf.by ?? null)
  return endedAt === null ? '' : stampText(endedAt, now)
}
