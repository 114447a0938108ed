import type { ReactNode } from 'react'
import { InfoGlyph } from '../ui/InfoGlyph'
import { SeverityMark } from '../ui/SeverityMark'
import { StateGlyph } from '../ui/StateGlyph'
import styles from './PanelFrame.module.css'
import { useScreen } from './screen-context'
import type { NumberedException } from './use-exceptions'
import { words } from './words'

export interface PanelFrameProps {
  readonly title: string
  readonly marks: readonly NumberedException[]
  readonly chip: ReactNode
  /** Number of published statements in this panel that cannot all be true. */
  readonly contradictions: number
  readonly onInfo: () => void
}

/** Title row of a panel: name, its exceptions' marks (worst two and a remainder above three), state with data time, ⓘ. */
export function PanelHeader({ title, marks, chip, contradictions, onInfo }: PanelFrameProps) {
  const { open } = useScreen()
  const shown = marks.length > 3 ? marks.slice(0, 2) : marks
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      {shown.map((mark) => (
        <button
          key={mark.id}
          type="button"
          className={styles.mark}
          data-why
          aria-label={words.why(mark.what)}
          onClick={() => open(`why:${mark.id}`)}
        >
          <SeverityMark severity={mark.severity} no={mark.no} size={24} />
        </button>
      ))}
      {marks.length > shown.length && <span className={styles.more}>+{marks.length - shown.length}</span>}
      <span className={styles.right}>
        {contradictions > 0 && (
          <button type="button" className={styles.chip} onClick={onInfo} aria-label={words.clash}>
            <StateGlyph glyph="clash" />
            <span>{words.clash}</span>
          </button>
        )}
        {chip}
        <button type="button" className={styles.info} onClick={onInfo} aria-label={words.about(title)}>
          <InfoGlyph />
        </button>
      </span>
    </header>
  )
}
