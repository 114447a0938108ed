import { stateOf } from '../../panel/alarms/journal'
import { useRoom } from '../../panel/alarms/use-room'
import { useExceptions } from '../../panel/use-exceptions'
import type { Commands } from '../commands'
import controls from '../../ui/controls.module.css'
import styles from './Desk.module.css'
import type { Entry, ListName } from './entries'
import { words } from './words'

const LISTS = ['open', 'aside', 'returned'] as const

interface TabsProps {
  readonly list: ListName
  readonly find: string
  readonly all: readonly Entry[]
  readonly entries: readonly Entry[]
  readonly look: Commands['look']
}

/** Which list, how many are on each, and what is looked for. */
export function Tabs({ list, find, all, entries, look }: TabsProps) {
  const open = useExceptions().length
  const alarms = Object.values(useRoom(({ journal }) => journal.alarms))
  const counts: Record<ListName, number> = {
    open,
    aside: alarms.filter((alarm) => stateOf(alarm) === 'shelved').length,
    returned: alarms.filter((alarm) => stateOf(alarm) === 'returned').length,
  }
  return (
    <div className={styles.tabs}>
      <nav aria-label={words.lists}>
        {LISTS.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === list || undefined}
            onClick={() => look({ list: name === 'open' ? null : name, open: null })}
          >
            {words.tabs[name]} <b>{counts[name]}</b>
          </button>
        ))}
      </nav>
      <label>
        <input
          type="search"
          className={controls.field}
          data-find
          maxLength={40}
          placeholder={`${words.find}  /`}
          aria-label={words.find}
          value={find}
          onChange={({ target }) => look({ find: target.value === '' ? null : target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
        />
        {find !== '' && <small role="status">{words.found(entries.length, all.length)}</small>}
      </label>
    </div>
  )
}
