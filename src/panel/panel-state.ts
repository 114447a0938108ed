import type { CityDocument } from '../contract/document'
import { ageOf, LATE_PERIODS, STALE_PERIODS } from '../contract/freshness'
import type { DataFault } from '../data/data-fault'

export type PanelState =
  | 'loading'
  | 'live'
  | 'late'
  | 'stale'
  | 'demo'
  | 'empty'
  | 'failed'
  | 'not-built'
  | 'not-connected'
  | 'no-permission'

export interface PanelFacts {
  readonly document: CityDocument | undefined
  /** Set while the last attempt to read the source failed. */
  readonly fault: DataFault | undefined
  readonly now: number
  readonly isEmpty: boolean
  /** The document lacks a part that this panel cannot do without. */
  readonly isPartial?: boolean
  /** Age in ms above which the data is stale, where the source has its own limit; default 5 × its period. */
  readonly staleAfterMs?: number | undefined
}

/**
 * The one state a panel is in. Absence comes first (there is nothing to age), then failure, then age: a demo document that
 * is late says late, because a demo must show how lateness looks. A refusal over data held from before is a failure like any
 * other: a session that has ended must not blank a wall.
 */
export function panelState({ document, fault, now, isEmpty, isPartial, ...limits }: PanelFacts): PanelState {
  // Only 403 says that somebody may not see it; 401, or a code for it, says that nobody is signed in.
  if (fault?.kind === 'auth' && !document && fault.detail.startsWith('HTTP 403')) return 'no-permission'
  if (fault?.kind === 'not-connected') return 'not-connected'
  if (document?.absence) return document.absence.kind
  if (isPartial && !isEmpty) return 'not-connected'
  if (fault) return 'failed'
  if (!document) return 'loading'
  if (document.operation === null || isEmpty) return 'empty'
  return agedState(document, now, limits.staleAfterMs) ?? (document.source.simulated ? 'demo' : 'live')
}

/** late above 2 × the source's own period, stale above its limit, whichever comes first; nothing while it is fresh. */
function agedState(document: CityDocument, now: number, staleAfterMs?: number): 'late' | 'stale' | undefined {
  const period = document.source.cadenceSeconds * 1000
  const age = ageOf(document, now)
  if (age > (staleAfterMs ?? STALE_PERIODS * period)) return 'stale'
  return age > LATE_PERIODS * period ? 'late' : undefined
}
