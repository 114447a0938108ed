import { pageAfter, type After } from '../../lib/after-running'

/** Time as connections and queues know it, injected so that tests own it. */
export interface Timers {
  /** Epoch ms of this machine's clock. It may jump, so durations are measured by `after` wherever that is enough. */
  readonly real: () => number
  readonly after: After
}

export const pageTimers: Timers = {
  real: () => Date.now(),
  after: pageAfter,
}
