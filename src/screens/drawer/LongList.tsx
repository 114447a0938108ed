import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { countText } from '../../lib/format'
import type { Reading } from '../../panel/reading'
import { useNow, useScreen } from '../../panel/screen-context'
import { useExceptions } from '../../panel/use-exceptions'
import { useVirtualRows, type VirtualRows } from '../../panel/use-virtual-rows'
import { useUnit } from '../../ui/unit'
import { forgetPlace, keepPlace, placeIn } from './list-place'
import { RecordButton } from './RecordButton'
import styles from './RecordList.module.css'
import { useAnchor } from './use-anchor'
import { useRowKeys } from './use-row-keys'
import type { RowsWindow } from './use-window'
import { words } from './words'

/** Height of a row, u, and the most that a browser lays out, px. */
const [ROW, MOST_PX] = [74, 30_000_000]

/** What a field above the list can do with it. */
export interface ListHandle {
  readonly focus: () => void
}

interface LongListProps {
  readonly ref: Ref<ListHandle>
  readonly domain: string
  readonly reading: Reading | undefined
  readonly shown: RowsWindow
  /** The list as a link says it. */
  readonly of: string
  readonly onLook: (first: number, last: number) => void
}

/** Any number of records, of which only those that can be seen are drawn; arrows, Home and End lead through all of them. */
export function LongList({ ref, shown, of, onLook, ...told }: LongListProps) {
  const list = useRef<HTMLUListElement>(null)
  // Where somebody left it for one of its records; opened anew it begins at its head.
  const [place] = useState(() => placeIn(of))
  useEffect(forgetPlace, [])
  const size = ROW * useUnit()
  const { page, from, old } = shown
  const total = page.total ?? from + page.rows.length
  const count = Math.min(total, Math.floor(MOST_PX / size))
  const [active, setActive] = useState(place?.at ?? 0)
  const current = Math.min(active, Math.max(0, count - 1))
  const [setBox, rows] = useVirtualRows({ count, size, offset: place?.offset ?? 0 })
  const [first, last] = [rows.items[0]?.index ?? 0, rows.items.at(-1)?.index ?? 0]
  useEffect(() => onLook(first, last), [onLook, first, last])
  const { go, onKeyDown } = useRowKeys({ list, rows, count, current, setActive, focusNow: place !== null })
  useImperativeHandle(ref, () => ({ focus: () => go(0) }))
  useAnchor({ shown, rows, size, onMove: (by) => setActive((at) => Math.max(0, at + by)) })
  return (
    <>
      <div ref={setBox} className={styles.scroll} onKeyDown={onKeyDown}>
        <ul
          ref={list}
          className={styles.room}
          style={{ height: rows.height }}
          aria-label={words.rows.list}
          aria-busy={old}
        >
          <Items
            {...told}
            {...{ shown, rows, total, current }}
            onOpen={(at, key) => keepPlace({ of, at, key, offset: rows.offset })}
          />
        </ul>
      </div>
      {count < total && <p className={styles.note}>{words.rows.cut(countText(count))}</p>}
    </>
  )
}

interface ItemsProps extends Pick<LongListProps, 'domain' | 'reading' | 'shown'> {
  readonly rows: VirtualRows
  readonly total: number
  readonly current: number
  readonly onOpen: (at: number, key: string) => void
}

function Items({ domain, reading, shown: { page, from }, rows, total, current, onOpen }: ItemsProps) {
  const now = useNow()
  const { open } = useScreen()
  const exceptions = useExceptions()
  const marks = useMemo(
    () => new Map(exceptions.filter((one) => one.domain === domain).map((one) => [one.subject, one])),
    [exceptions, domain],
  )
  return rows.items.map(({ index, start }) => {
    const row = page.rows[index - from]
    return (
      <li
        key={index}
        data-index={index}
        className={styles.at}
        style={{ transform: `translateY(${start}px)` }}
        aria-setsize={total}
        aria-posinset={index + 1}
      >
        <RecordButton
          row={row}
          reading={reading}
          mark={row && marks.get(row.key)}
          now={now}
          tabIndex={index === current ? 0 : -1}
          onOpen={() => {
            if (!row) return
            onOpen(index, row.key)
            open(`row:${domain}.${row.kind}:${row.key}`)
          }}
        />
      </li>
    )
  })
}
