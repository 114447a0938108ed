import { datedBy } from '../contract/freshness'
import { panelState, type PanelState } from '../panel/panel-state'
import { useNow, useScreen } from '../panel/screen-context'
import { useDocuments } from '../panel/use-documents'

/** Worst first: what the light shows when several sources differ. */
export const ORDER: readonly PanelState[] = [
  'failed',
  'stale',
  'late',
  'no-permission',
  'empty',
  'not-connected',
  'not-built',
  'demo',
  'live',
  'loading',
]

/** Every source of the screen with the state it is in now. */
export function useHealth() {
  const { domains, config } = useScreen()
  const now = useNow()
  return useDocuments(domains.documents).map((status, i) => ({
    ...status,
    derived: domains.documents[i]?.derivation !== null,
    now,
    state: panelState({
      ...status,
      // As well as the part that is worst off.
      document:
        status.document && datedBy(status.document, ['', ...Object.keys(status.document.parts ?? {})]),
      now,
      isEmpty: false,
      staleAfterMs: config.sources[status.id]?.staleAfterMs,
    }),
  }))
}
