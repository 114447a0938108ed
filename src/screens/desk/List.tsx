import { useEffect, useRef, useState } from 'react'
import { ExceptionMark } from '../../blocks/ExceptionMark'
import { clockText } from '../../lib/calendar'
import { dueText } from '../../lib/due'
import { placeWords } from '../../panel/place-words'
import { stampText } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { RANK } from '../../contract/severity'
import { groupsOf, type Entry, type Group } from './entries'
import rows from '../drawer/RecordList.module.css'
import styles from './List.module.css'
import { words } from './words'

interface ListProps {
  readonly entries: readonly Entry[]
  /** Of what stands in the middle. */
  readonly chosen: string | undefined
  /** More comes up than can be taken in: what is of one kind and area stands together. */
  readonly flooded: boolean
  readonly onChoose: (id: string) => void
}

/** What needs somebody, one row each; in a flood one row for each kind and area, and the others of it behind a press. */
export function List({ entries, chosen, flooded, onChoose }: ListProps) {
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const groups: readonly Group[] = flooded
    ? groupsOf(entries)
    : entries.map((entry) => ({ key: entry.item.id, entries: [entry] as const }))
  return (
    <ul className={styles.list} data-desk-list>
      {groups.map(({ key, entries: all }) => {
        const shown = all.length > 1 && unfolded !== key ? all.slice(0, 1) : all
        return (
          <li key={key}>
            {shown.map((entry) => (
              <Row key={entry.item.id} entry={entry} chosen={entry.item.id === chosen} onChoose={onChoose} />
            ))}
            {all.length > 1 && (
              <button
                type="button"
                className={styles.more}
                aria-expanded={unfolded === key}
                onClick={() => setUnfolded(unfolded === key ? null : key)}
              >
                {unfolded === key ? words.less : words.more(all.length - 1)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface RowProps {
  readonly entry: Entry
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
}

function Row({ entry: { item, no, state, alarm }, chosen, onChoose }: RowProps) {
  const now = useNow()
  const { city, domains } = useScreen()
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Whoever goes by the keys sees where he is.
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
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
      ref={ref}
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
