import { actionsOf } from '../../../domains/registry-actions'
import { parseTime } from '../../../lib/calendar'
import { stampText } from '../../../panel/reading'
import { useNow } from '../../../panel/screen-context'
import drawer from '../Drawer.module.css'
import styles from './Deeds.module.css'
import type { Deed } from './kept'
import { words } from './words'

/** Presses shown. */
const SHOWN = 6
/** Characters of a key by which people tell two apart; a server's log has all of it. */
const KEY = 8

interface ReceiptsProps {
  readonly domain: string
  readonly deeds: readonly Deed[]
  readonly onAgain: (deed: Deed) => void
}

/** What was done here about one thing, newest first: what, when, how it stands, what was said, under which key. */
export function Receipts({ domain, deeds, onAgain }: ReceiptsProps) {
  const now = useNow()
  const labels = new Map(actionsOf(domain).map(({ id, label }) => [id, label]))
  if (deeds.length === 0) return null
  return (
    <ul className={styles.receipts} aria-live="polite">
      {deeds.slice(0, SHOWN).map((deed) => (
        <li key={deed.key} data-deed={deed.state}>
          <b>{labels.get(deed.action) ?? deed.action}</b>
          <span className={styles.state}>{words.state[deed.state]}</span>
          <span>{stampText(parseTime(deed.at ?? deed.pressedAt), now)}</span>
          {deed.message !== null && <span className={styles.said}>{deed.message}</span>}
          <small title={deed.key}>{words.key(deed.key.slice(0, KEY))}</small>
          {deed.state === 'failed' && (
            <button type="button" className={drawer.more} onClick={() => onAgain(deed)}>
              {words.again}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
