import { RANK, type Severity } from '../../contract/severity'
import { durationText } from '../../lib/format'
import styles from './Drawer.module.css'
import { words } from './words'

interface TilesProps {
  /** How long there is left, or since when it lasts, ms; null where it is over. */
  readonly span: { readonly ms: number; readonly late: boolean; readonly of: 'due' | 'since' } | null
  /** How bad it is; without it nothing is coloured. */
  readonly severity?: Severity | undefined
  /** When it is due, in words. */
  readonly note?: string
  readonly owner?: string | undefined
  readonly action?: string | undefined
  /** Duty line of the owner. */
  readonly contact?: string | undefined
}

/** How urgent it is, and whose. Only what is past its deadline has the colour of its level. */
export function Tiles({ span, severity, note, owner, action, contact }: TilesProps) {
  const label =
    span === null ? words.done : span.of === 'since' ? words.lasts : span.late ? words.late : words.left
  return (
    <div className={styles.tiles}>
      <div className={styles.tile} data-late={span?.late && severity ? RANK[severity] : undefined}>
        <span>{label}</span>
        <b>{span === null ? '—' : durationText(span.ms)}</b>
        {note !== undefined && <small>{note}</small>}
      </div>
      {owner !== undefined && (
        <div className={styles.tile}>
          <span>{words.owner}</span>
          <b>{owner}</b>
          {action !== undefined && <small>{words.next(action)}</small>}
          {contact !== undefined && <small>{words.contact(contact)}</small>}
        </div>
      )}
    </div>
  )
}
