import type { Study } from '../../contract-study'

/** What each picture of a study is given. */
export interface StudyView {
  readonly of: Study
  /** What it is narrowed to, by name. */
  readonly asked: Readonly<Record<string, string>>
  /** Narrows it by more, or by null no more; `drawing` while a pointer is down. */
  readonly onNarrow: (more: Readonly<Record<string, string | null>>, drawing?: boolean) => void
}

/** Share in percent with one decimal; of fewer than thirty a share says less than the two numbers. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : ((part / whole) * 100).toFixed(1)

/** Of the chosen orders those that were, or are, beyond their limit. */
export const lateIn = ({ outcome }: Pick<Study, 'outcome'>): number =>
  outcome.reduce((sum, { value, count }) => sum + (value === 'late' || value === 'overdue' ? count : 0), 0)
