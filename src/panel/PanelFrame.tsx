import type { ReactNode } from 'react'
import { InfoGlyph } from '../ui/InfoGlyph'
import { StateGlyph } from '../ui/StateGlyph'
import { MarkLead } from './MarkLead'
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
        <MarkLead key={mark.id} of={mark} size={24} className={styles.mark} />
      ))}
      {marks.length > shown.length && (
        <button
          type="button"
          className={styles.more}
          onClick={() => open(`list:open:${[...new Set(marks.map(({ metric }) => metric))].join()}`)}
        >
          {`+${marks.length - shown.length}`}
        </button>
      )}
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
