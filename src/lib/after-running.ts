/** Calls `run` once after `ms`; returns the cancel. */
export type After = (ms: number, run: () => void) => () => void

export const pageAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const STEPS = 10

/**
 * Like `after`, for limits on work that is under way: waited for in steps, so that a clock which leaps (a machine that was asleep)
 * costs one of them and does not end what had no time to run either.
 */
export function afterRunning({ after }: { readonly after: After }, ms: number, run: () => void): () => void {
  let cancel = () => {}
  const wait = (left: number): void => {
    cancel = after(ms / STEPS, () => (left > 1 ? wait(left - 1) : run()))
  }
  wait(STEPS)
  return () => cancel()
}
