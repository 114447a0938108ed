import { rangeOf, valuesOf, valuesText } from '../../study-link'
import { FIELDS, type Field } from '../../study-fields'
import { words } from '../../study-words'
import controls from '../../../../ui/controls.module.css'
import styles from './study.module.css'
import type { StudyView } from './view'

/** What was chosen, each to be let go of by a press. */
export function Narrowing({ of, asked, onNarrow }: StudyView) {
  const chips = chipsOf({ of, asked })
  if (chips.length === 0) return null
  return (
    <div className={styles.chips} role="group" aria-label={words.narrowed}>
      {chips.map(({ text, without }) => (
        <button
          key={text}
          type="button"
          aria-label={words.remove(text)}
          className={`${controls.choice} ${styles.chip}`}
          onClick={() => onNarrow(without)}
        >
          {text}
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d="M7 7l10 10M17 7L7 17"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
        </button>
      ))}
      <button
        type="button"
        className={styles.more}
        onClick={() => onNarrow(Object.fromEntries(Object.keys(asked).map((name) => [name, null])))}
      >
        {words.clear}
      </button>
    </div>
  )
}

interface Chip {
  readonly text: string
  readonly without: Readonly<Record<string, string | null>>
}

/** What a study is narrowed to, in words: the same in its chips and in the briefing. */
export function chipsOf({ of, asked }: Pick<StudyView, 'of' | 'asked'>): readonly Chip[] {
  const { from, to, week, hours } = asked
  const [monday, sunday] = rangeOf(week, 1, 7)
  const [begin, end] = rangeOf(hours, 0, 23)
  return [
    ...(from !== undefined || to !== undefined
      ? [{ text: words.span(of.chosenFrom, of.chosenTo), without: { from: null, to: null } }]
      : []),
    ...(week === undefined ? [] : [{ text: words.hours.week(monday, sunday), without: { week: null } }]),
    ...(hours === undefined ? [] : [{ text: words.hours.range(begin, end), without: { hours: null } }]),
    ...FIELDS.flatMap((field) => chosenOf(field, of, asked[field])),
  ]
}

function chosenOf(field: Field, of: StudyView['of'], text: string | undefined): readonly Chip[] {
  const values = valuesOf(text)
  return [...values].map((value) => ({
    text: labelOf(field, value, of),
    without: { [field]: valuesText([...values].filter((each) => each !== value)) },
  }))
}

/** What a value is called; one that no order has now is called what it is. */
export function labelOf(field: Field, value: string, of: StudyView['of']): string {
  if (field === 'outcome') return words.outcomes[value] ?? value
  return of[field].find((part) => part.value === value)?.label ?? value
}
