import type { ExceptionItem } from '../../contract/exception'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import { stateOf, type Alarm } from '../../panel/alarms/journal'
import { useRoom } from '../../panel/alarms/use-room'
import { dueText } from '../../lib/due'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useExceptions } from '../../panel/use-exceptions'
import { words as marks } from '../../ui/words'
import { words as drawer } from './words'
import { Frame } from './Frame'
import styles from './Drawer.module.css'
import rows from './RecordList.module.css'
import { words } from './alarm-words'

const OPEN = 'open'
const LISTS = { aside: 'shelved', returned: 'returned' } as const
const isList = (name: string): name is keyof typeof LISTS => Object.hasOwn(LISTS, name)

/** What needs somebody now; or what is not among it and yet not done with: put aside, or over before anybody noticed. */
export function Listed({ name }: { readonly name: string }) {
  if (name === OPEN || name.startsWith(`${OPEN}:`)) return <OpenOf parts={name.slice(OPEN.length + 1)} />
  if (isList(name)) return <AlarmsIn list={name} />
  return (
    <Frame crumbs={[drawer.why.crumb]} title={drawer.why.crumb}>
      <p className={styles.note}>{words.list.unknown(name)}</p>
    </Frame>
  )
}

function AlarmsIn({ list }: { readonly list: keyof typeof LISTS }) {
  const now = useNow()
  const alarms = useRoom(({ journal }) => journal.alarms)
  const listed = Object.values(alarms).filter((alarm) => stateOf(alarm) === LISTS[list])
  return (
    <Frame crumbs={[drawer.why.crumb, words.list[list]]} title={`${words.list[list]} ${listed.length}`}>
      <Items items={listed.map((alarm) => ({ item: alarm.item, end: endOf(alarm, now) }))} />
    </Frame>
  )
}

/** Of what needs somebody, that of these domains and metrics; all of it where none is named. */
function OpenOf({ parts }: { readonly parts: string }) {
  const { domains, metrics } = useScreen()
  const now = useNow()
  const of = parts === '' ? [] : parts.split(',')
  const items = useExceptions().filter(
    ({ domain, metric }) => of.length === 0 || of.includes(domain) || of.includes(metric),
  )
  const names = of.map((part) => metrics[part]?.label ?? domains.nameOf(part))
  const title = [drawer.why.crumb, names.join(drawer.rows.and), items.length].filter((one) => one !== '')
  return (
    <Frame crumbs={[drawer.why.crumb, ...names]} title={title.join(' ')}>
      <Items items={items.map((item) => ({ item, no: item.no, end: dueText(Date.parse(item.due), now) }))} />
    </Frame>
  )
}

interface ItemsProps {
  readonly items: readonly {
    readonly item: ExceptionItem
    readonly no?: number
    /** Said at the end of its row. */
    readonly end: string
  }[]
}

function Items({ items }: ItemsProps) {
  const { open, city } = useScreen()
  return (
    <>
      {items.length === 0 && <p className={styles.note}>{words.list.none}</p>}
      <ul className={rows.records}>
        {items.map(({ item, no, end }) => (
          <li key={item.id}>
            <button type="button" className={rows.record} onClick={() => open(`why:${item.id}`)}>
              <ExceptionMark of={{ severity: item.severity, no }} />
              <span className={rows.what}>
                <b>
                  {placeWords(item, city.tier)} {item.what}
                </b>
                <small>{[marks.severity[item.severity], item.owner].join(' · ')}</small>
              </span>
              <span className={rows.end}>{end}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function endOf({ shelf, endedAt }: Alarm, now: number): string {
  if (shelf) return words.shelved(stampText(shelf.until, now), shelf.reason, shelf.by ?? null)
  return endedAt === null ? '' : stampText(endedAt, now)
}
