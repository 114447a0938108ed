import { escaped } from '../../../../panel/rows-link'
import type { Study } from '../../contract-study'

/** What narrows a study by name; null narrows it no more. */
export type Narrowed = Readonly<Record<string, string | null>>

/** What each picture of a study is given. */
export interface StudyView {
  readonly of: Study
  /** What it is narrowed to, by name. */
  readonly asked: Readonly<Record<string, string>>
  readonly onNarrow: (more: Narrowed) => void
  /** Shows what a span that is being drawn would narrow it to; null when it is not drawn after all. */
  readonly onDraw: (more: Narrowed | null) => void
}

/** Share in percent with one decimal. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : ((part / whole) * 100).toFixed(1)

/**
 * Of the chosen orders those that were, or are, beyond their limit, and of how many that is known; null where no order says, and where
 * outcomes were chosen: they are counted whatever is chosen of them.
 */
export function lateIn({ of, asked }: Pick<StudyView, 'of' | 'asked'>) {
  if (asked['outcome'] !== undefined || of.outcome.length === 0) return null
  const sumOf = (wanted: (value: string) => boolean) =>
    of.outcome.reduce((sum, { value, count }) => sum + (wanted(value) ? count : 0), 0)
  return { count: sumOf((value) => value === 'late' || value === 'overdue'), known: sumOf(() => true) }
}

/** A question as one text, as a link of its rows says it. */
export const questionText = (asked: Readonly<Record<string, string>>): string =>
  Object.entries(asked)
    .toSorted(([a], [b]) => Number(a > b) - Number(a < b))
    .map(([name, text]) => `${name}=${escaped(text)}`)
    .join('&')
