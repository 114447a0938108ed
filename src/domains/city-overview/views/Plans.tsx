import { PublishedLedger } from '../../../blocks/PublishedLedger'
import type { Room } from '../../../panel/define-panel'
import type { OverviewDocument } from '../contract'
import { usePublished } from './use-published'

/** What the city plans and aims at, in every domain, and what it published besides them. */
export function Plans({ document, size, spec }: Room & { readonly document: OverviewDocument }) {
  const { planned } = usePublished(spec, 'all')
  const { reached } = usePublished(spec, 'other')
  return (
    <PublishedLedger
      document={{ ...document, contradictions: [] }}
      size={size}
      figures={[...planned, ...reached]}
    />
  )
}
