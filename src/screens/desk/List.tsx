import { useEffect, useMemo, useRef, useState } from 'react'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import { clockText } from '../../lib/calendar'
import { dueText } from '../../lib/due'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useVirtualRows } from '../../panel/use-virtual-rows'
import { RANK } from '../../contract/severity'
import { useUnit } from '../../ui/unit'
import { linesOf, type Entry } from './entries'
import rows from '../drawer/RecordList.module.css'
import styles from './List.module.css'
import { words } from './words'

/** Height of a row whose words need no third line, u. */
const ROW = 73

interface ListProps {
  readonly entries: readonly Entry[]
  /** Of what stands in the middle. */
  readonly chosen: string | undefined
  /** More comes up than can be taken in: what is of one kind and area stands together. */
  readonly flooded: boolean
  readonly onChoose: (id: string) => void
}

/**
 * What needs somebody, one row each; in a flood one row for each kind and area, and the others of it behind a press. However many there
 * are, only those that can be seen are drawn.
 */
export function List({ entries, chosen, flooded, onChoose }: ListProps) {
  const now = useNow()
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const lines = useMemo(() => linesOf(entries, flooded, unfolded), [entries, flooded, unfolded])
  const [setBox, { items, height, show, measure }] = useVirtualRows({
    count: lines.length,
    size: ROW * useUnit(),
    keyOf: (at) => lines[at]?.key ?? '',
  })
  const at = lines.findIndex(({ entry }) => entry !== undefined && entry.item.id === chosen)
  const place = useRef(at)
  useEffect(() => {
    place.current = at
  })
  useEffect(() => {
    // Whoever goes by the keys sees where he is.
    if (place.current >= 0) show(place.current)
  }, [chosen, show])
  return (
    <div ref={setBox} className={styles.list} data-desk-list>
      <ul className={rows.room} style={{ height }}>
        {items.map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          const { key, entry, group, more } = line
          return (
            <li
              key={key}
              ref={measure}
              data-index={index}
              data-joined={lines[index + 1]?.group === group || undefined}
              className={styles.at}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
            >
              {entry ? (
                <Row entry={entry} now={now} chosen={index === at} onChoose={onChoose} />
              ) : (
                <button
                  type="button"
                  className={styles.more}
                  aria-expanded={unfolded === group}
                  onClick={() => setUnfolded(unfolded === group ? null : group)}
                >
                  {unfolded === group ? words.less : words.more(more)}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly entry: Entry
  readonly now: number
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
}

function Row({ entry: { item, no, state, alarm }, now, chosen, onChoose }: RowProps) {
  const { city, domains } = useScreen()
  const due = Date.parse(item.due)
  const end =
    state === 'shelved'
      ? stampText(alarm?.shelf?.until ?? now, now)
      : state === 'returned'
        ? clockText(alarm?.endedAt ?? now)
        : dueText(due, now)
  const late = due < now && (state === 'raised' || state === 'acknowledged')
  return (
    <button
      type="button"
      className={styles.row}
      data-exception={item.id}
      data-alarm={state}
      aria-current={chosen || undefined}
      onClick={() => onChoose(item.id)}
    >
      <ExceptionMark of={{ severity: item.severity, no }} size={28} />
      <span className={styles.what}>
        <b>
          {placeWords(item, city.tier)} {item.what}
        </b>
        <small>
          {state === 'acknowledged' && '✓ '}
          {[domains.nameOf(item.domain), item.owner, item.action].join(' · ')}
        </small>
      </span>
      <span className={rows.end} data-late={late ? RANK[item.severity] : undefined}>
        {end}
      </span>
    </button>
  )
}
