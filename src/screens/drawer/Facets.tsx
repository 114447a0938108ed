import { useState } from 'react'
import { recordRowsOf } from '../../contract/records/record-rows'
import type { Parts } from '../../data/address'
import { countText } from '../../lib/format'
import type { Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import styles from './Facets.module.css'
import type { Narrowed } from './narrowed'
import type { WordOf } from './use-value-words'
import { words } from './words'

/** Values of a field that are offered: those that most records have. */
const MOST = 12

interface FacetsProps {
  readonly domain: string
  readonly reading: Reading
  /** The field whose values stand open from the beginning. */
  readonly by: string | null
  /** All of those values, and not only what most records have. */
  readonly whole: boolean
  readonly wordOf: WordOf
  /** The question for the list as it is narrowed now. */
  readonly parts: Parts
  readonly narrowed: Narrowed
  readonly onNarrow: (narrowed: Narrowed) => void
}

/** By what a list can be narrowed: what it is narrowed to stands in front, a press takes it out; a field offers its values, most first. */
export function Facets({ domain, reading, by, whole, wordOf, parts, narrowed, onNarrow }: FacetsProps) {
  const [field, setField] = useState(by)
  const { facets = [], labels } = reading
  const left = facets.filter((name) => narrowed[name] === undefined)
  return (
    <div className={styles.facets} role="group" aria-label={words.narrow.title}>
      {Object.entries(narrowed).map(([name, value]) => (
        <button
          key={name}
          type="button"
          className={styles.chosen}
          aria-label={words.narrow.widen(labels[name] ?? name)}
          onClick={() =>
            onNarrow(Object.fromEntries(Object.entries(narrowed).filter(([one]) => one !== name)))
          }
        >
          {wordOf(name, value)} ×
        </button>
      ))}
      {left.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.facet}
          aria-expanded={field === name}
          onClick={() => setField(field === name ? null : name)}
        >
          {labels[name] ?? name}
        </button>
      ))}
      {field !== null && left.includes(field) && (
        <Values
          key={field}
          {...{ domain, parts, field }}
          whole={whole && field === by}
          wordOf={(value) => wordOf(field, value)}
          onPick={(value) => {
            setField(null)
            onNarrow({ ...narrowed, [field]: value })
          }}
        />
      )}
    </div>
  )
}

interface ValuesProps extends Pick<FacetsProps, 'domain' | 'parts'> {
  readonly field: string
  readonly whole: boolean
  readonly wordOf: (value: string) => string
  readonly onPick: (value: string) => void
}

function Values({ domain, parts, field, whole, wordOf, onPick }: ValuesProps) {
  const [all, setAll] = useState(whole)
  const { region } = useScreen()
  const { answer } = useAnswer(recordRowsOf(domain, parts['kind']), {
    region,
    parts: { ...parts, group: field },
  })
  const groups = answer?.groups ?? []
  // What has no value of this field is one more part of the list, as a link says it.
  const known = groups.map(({ value, count, sum }) => ({ value: value ?? 'null', count: sum ?? count }))
  if (!answer) return <p className={styles.values}>{words.waiting}</p>
  if (groups.every(({ value }) => value === null)) return <p className={styles.values}>{words.narrow.none}</p>
  return (
    <div className={styles.values}>
      {(all ? known : known.slice(0, MOST)).map(({ value, count }) => (
        <button key={value} type="button" className={styles.facet} onClick={() => onPick(value)}>
          {wordOf(value)} <b>{countText(count)}</b>
        </button>
      ))}
      {!all && known.length > MOST && (
        <button type="button" className={styles.facet} onClick={() => setAll(true)}>
          {words.narrow.more(known.length - MOST)} ›
        </button>
      )}
    </div>
  )
}
