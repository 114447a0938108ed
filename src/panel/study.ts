import type { ComponentType } from 'react'

export interface StudyProps {
  /** What the link narrows it to, by name. */
  readonly asked: Readonly<Record<string, string>>
  /** Narrows it otherwise; a step back leads to what it was before. */
  readonly onAsk: (asked: Readonly<Record<string, string>>) => void
}

/** What a domain has to say of a long time of its records: searched by narrowing. */
export type Study = ComponentType<StudyProps>
