/** Time as connections and queues know it, injected so that tests own it. */
export interface Timers {
  /** Epoch ms of this machine's clock. It may jump, so durations are measured by `after` wherever that is enough. */
  readonly real: () => number
  /** Calls `run` once after `ms`; returns the cancel. */
  readonly after: (ms: number, run: () => void) => () => void
}

export const pageTimers: Timers = {
  real: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
