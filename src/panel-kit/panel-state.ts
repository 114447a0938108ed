import type { CityDocument } from '../contract/document'
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
  readonly mode: 'demo' | 'live'
  readonly now: number
  readonly isEmpty: boolean
}

/** Late above 2 ×, stale above 5 × the source's own period (visual/DESIGN.md §4). */
const LATE = 2
const STALE = 5

/** Age of the data in ms, by the source's own time; never negative (a source may run slightly ahead). */
export function ageOf(document: CityDocument, now: number): number {
  return Math.max(0, now - Date.parse(document.asOf))
}

/**
 * The one state a panel is in. Absence and refusal come first (there is nothing to age), then failure, then age:
 * a demo document that is late says late, because a demo must show how lateness looks.
 */
export function panelState({ document, fault, mode, now, isEmpty }: PanelFacts): PanelState {
  if (fault?.kind === 'auth') return 'no-permission'
  if (fault?.kind === 'not-connected') return 'not-connected'
  if (document?.absence) return document.absence.kind
  if (fault) return 'failed'
  if (!document) return 'loading'
  if (document.operation === null || isEmpty) return 'empty'
  const periods = ageOf(document, now) / (document.source.cadenceSeconds * 1000)
  if (periods > STALE) return 'stale'
  if (periods > LATE) return 'late'
  return mode
}
