import { useState } from 'react'
import type { Study } from '../../contract-study'
import { words } from '../../study-words'
import { briefingOf } from './briefing-text'
import controls from '../../../../ui/controls.module.css'
import styles from './study.module.css'

interface BriefingProps {
  readonly of: Study
  readonly asked: Readonly<Record<string, string>>
  readonly source: string
  readonly onBack: () => void
}

/** The draft of a briefing: every sentence of it is a figure of the study; whoever signs it may put it in other words. */
export function Briefing({ of, asked, source, onBack }: BriefingProps) {
  const { briefing } = words
  const [text, setText] = useState(() => [...briefingOf(of, asked), source].join('\n'))
  const [said, setSaid] = useState<string | null>(null)
  // Only a page of a secure origin may write there.
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => setSaid(briefing.copied),
        () => setSaid(briefing.notCopied),
      )
  return (
    <section className={styles.briefing} data-briefing>
      <h4>{briefing.title}</h4>
      <textarea
        className={controls.field}
        aria-label={briefing.draft}
        rows={16}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.paper}>{text}</p>
      <div className={styles.choices}>
        <button type="button" className={controls.button} onClick={() => void copy()}>
          {briefing.copy}
        </button>
        <button type="button" className={controls.button} onClick={() => window.print()}>
          {briefing.print}
        </button>
        <button type="button" className={controls.button} onClick={onBack}>
          {briefing.back}
        </button>
        <small role="status">{said ?? briefing.draft}</small>
      </div>
    </section>
  )
}
