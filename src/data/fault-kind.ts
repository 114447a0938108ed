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
  | 'not-connected'
  /** Ours: an error that no step of the way to the data accounts for. */
  | 'program'
