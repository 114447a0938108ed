import { useState } from 'react'
import { exactText } from '../../../../lib/format'
import { valuesOf, valuesText } from '../../study-link'
import { MOST_PARTS, type Field } from '../../study-fields'
import { words } from '../../study-words'
import styles from './study.module.css'
import { Head } from './Head'
import { labelOf } from './Narrowing'
import type { StudyView } from './view'

/** Values shown before somebody asks for all. */
const MOST = 8

/** How many orders have each value of a field, most first; a press chooses one, another press lets it go. */
export function Parts({ of, asked, onNarrow, field }: StudyView & { readonly field: Field }) {
  const [whole, setWhole] = useState(false)
  const parts = of[field]
  if (parts.length === 0) return null
  const chosen = valuesOf(asked[field])
  const shown = whole ? parts : parts.filter(({ value }, i) => i < MOST || chosen.has(value))
  const most = parts[0]?.count ?? 1
  const press = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    onNarrow({ [field]: valuesText(next) })
  }
  const left = parts.length - shown.length
  // Nothing of this field is chosen and all its values are told, so what is left of the chosen orders has none.
  const unsaid =
    chosen.size > 0 || parts.length === MOST_PARTS
      ? 0
      : of.chosen - parts.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className={styles.block} data-field={field}>
      <Head title={words.fields[field]} note={unsaid > 0 ? words.unknown(exactText(unsaid)) : undefined} />
      <ul className={styles.parts}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={chosen.has(value)}
              data-out={(chosen.size > 0 && !chosen.has(value)) || undefined}
              onClick={() => press(value)}
            >
              <span>{labelOf(field, value, of)}</span>
              <i aria-hidden="true">
                <b style={{ width: `${(count / most) * 100}%` }} />
              </i>
              <em>{exactText(count)}</em>
            </button>
          </li>
        ))}
      </ul>
      {(left > 0 || (whole && parts.length > MOST)) && (
        <button type="button" className={styles.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.less : words.more(left)}
        </button>
      )}
    </section>
  )
}
