import { useMemo } from 'react'
import type { Json } from '../../../lib/json'
import { useScreen } from '../../../panel/screen-context'
import { useDocuments } from '../../../panel/use-documents'
import { leftOut, publishedIn, type Published } from '../published'

/** What the city published; of its domains, or of everything else. */
export function usePublished(spec: Json | null, of: 'domains' | 'other' | 'all'): Published {
  const { documents } = useScreen().domains
  const wanted = useMemo(
    () =>
      of === 'all'
        ? documents
        : documents.filter(({ derivation }) => (derivation === null) === (of === 'domains')),
    [documents, of],
  )
  const read = useDocuments(wanted)
  return useMemo(
    () =>
      publishedIn(
        read.flatMap(({ document }) => document ?? []),
        leftOut(spec),
      ),
    [read, spec],
  )
}
