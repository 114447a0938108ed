/** Why a source gave nothing usable. */
export type FaultKind =
  | 'auth'
  | 'http'
  | 'network'
  | 'timeout'
  | 'type'
  | 'size'
  | 'json'
  | 'map'
  | 'contract'
  /** Answered out of a cache in between, because the source itself did not: the only fault that comes with a document. */
  | 'upstream'
  | 'not-connected'
  /** Ours: an error that no step of the way to the data accounts for. */
  | 'program'
