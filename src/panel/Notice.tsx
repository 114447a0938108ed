import type { CityDocument } from '../contract/document'
import type { DataFault } from '../data/data-fault'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PanelFrame.module.css'
import type { PanelState } from './panel-state'
import { useScreen } from './screen-context'
import { words } from './words'

export interface NoticeProps {
  readonly state: PanelState
  readonly document: CityDocument | undefined
  readonly fault: DataFault | undefined
  /** Fields that the panel needs and the document does not bring. */
  readonly missing?: readonly string[]
}

/** What stands in a panel that has nothing to draw: which kind of nothing, why, and by whose word. Never a 0. */
export function Notice({ state, document, fault, missing = [] }: NoticeProps) {
  const { region, regionName } = useScreen()
  const absence = document?.absence
  const scoped = state === 'empty' && region !== null
  return (
    <div className={`${styles.notice} ${styles.big}`} role="status">
      {state !== 'loading' && <StateGlyph glyph={state} />}
      <b>{scoped ? words.notice.scoped(regionName) : (words.notice.title[state] ?? '')}</b>
      {absence && <p>{absence.reason}</p>}
      {absence && <p>{words.notice.basis(absence.source)}</p>}
      {missing.length > 0 && <p>{words.notice.missing(missing)}</p>}
      {!absence && fault && missing.length === 0 && <p>{fault.message}</p>}
      {state === 'empty' && <p>{scoped ? words.notice.emptyHere : words.notice.empty}</p>}
    </div>
  )
}
