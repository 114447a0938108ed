import { useMemo } from 'react'
import { datedBy } from '../contract/freshness'
import type { Panel } from './define-panel'
import type { DocumentStatus } from './document-plan'
import { useDocument } from './use-documents'
import { useScreen } from './screen-context'

interface PanelStatus extends DocumentStatus {
  /** Age from which the data is stale, ms, where its source says so; of a part with a time of its own its period says it. */
  readonly staleAfterMs?: number | undefined
}

/**
 * What a panel stands on: its document, as old as the parts that it needs, and for one drawn on the region map that map as well.
 */
export function usePanelStatus({ dataset, onMap, needs }: Panel): PanelStatus {
  const { map, config } = useScreen()
  const read = useDocument(dataset)
  return useMemo(() => {
    const document = read.document && datedBy(read.document, needs)
    const { staleAfterMs } = (document === read.document && config.sources[dataset.id]) || {}
    const status = { ...read, document, staleAfterMs }
    if (!onMap || map.map || status.document?.absence || (status.fault && !status.document)) return status
    // Without its map there is nothing to draw, whatever the data says.
    return { ...status, document: undefined, fault: map.fault, failures: map.failures, retry: map.retry }
  }, [onMap, map, config, dataset, needs, read])
}
