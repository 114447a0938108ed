import { useMemo } from 'react'
import type { Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { regionsOf } from '../regions'
import { words } from './words'

/** What a value of a field is called: a code by its word, a town by its name, a number with what it is of, what is not known by that. */
export type WordOf = (field: string, value: string) => string

export function useValueWords(reading: Reading | undefined): WordOf {
  const { map } = useScreen().map
  const places = useMemo(() => map && regionsOf(map), [map])
  return (field, value) => {
    const label = reading?.labels[field] ?? field
    if (value === 'null') return words.narrow.unknown(label)
    const unit = reading?.units?.[field]
    // A number alone does not say of what it is so much.
    const plain = unit === undefined ? value : words.narrow.amount(label, value, unit)
    return reading?.codes?.[field]?.[value] ?? (field === 'town' ? places?.get(value) : undefined) ?? plain
  }
}
