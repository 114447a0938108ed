import { useMemo } from 'react'
import type { Panel } from './define-panel'
import type { DocumentStatus } from './document-plan'
import { useDocument } from './use-documents'
import { useScreen } from './screen-context'

/** What a panel stands on: its document, and for one drawn on the region map that map as well. */
export function usePanelStatus({ dataset, onMap }: Panel): DocumentStatus {
  const { map } = useScreen()
  const status = useDocument(dataset)
  return useMemo(() => {
    if (!onMap || map.map || status.document?.absence || (status.fault && !status.document)) return status
    // Without its map there is nothing to draw, whatever the data says.
    return { ...status, document: undefined, fault: map.fault, failures: map.failures, retry: map.retry }
  }, [onMap, map, status])
}
