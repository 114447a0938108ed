import { useMemo } from 'react'
import type { Reading } from '../../panel/reading'
import { useScreen } from '../../panel/screen-context'
import { regionsOf } from '../regions'
import { words } from './words'

/** What a value of a field is called: a code by its word, a town by its name, what is not known by that. */
export type WordOf = (field: string, value: string) => string

export function useValueWords(reading: Reading | undefined): WordOf {
  const { map } = useScreen().map
  const places = useMemo(() => map && regionsOf(map), [map])
  return (field, value) =>
    value === 'null'
      ? words.narrow.unknown(reading?.labels[field] ?? field)
      : (reading?.codes?.[field]?.[value] ?? (field === 'town' ? places?.get(value) : undefined) ?? value)
}
