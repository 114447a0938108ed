import type { Timers } from '../../../src/data/transport/timers'

interface Due {
  readonly at: number
  readonly run: () => void
}

export interface ManualTimers extends Timers {
  /** Lets time pass: everything that falls due runs in order, and what it promised settles before the next. */
  readonly pass: (ms: number) => Promise<void>
  /** Lets time pass while nothing runs, as on a machine that sleeps; late timers run at the next `pass`. */
  readonly sleep: (ms: number) => void
  /** Timers that are set. */
  readonly pending: () => number
}

/** Promises several steps deep settle within one turn of the event loop. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Time that moves only when a test says so. */
export function manualTimers(start = Date.parse('2026-05-12T09:00:00+08:00')): ManualTimers {
  let now = start
  const due = new Set<Due>()
  return {
    real: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => due.delete(entry)
    },
    async pass(ms) {
      const until = now + ms
      await settle()
      for (;;) {
        const [next] = [...due].sort((a, b) => a.at - b.at)
        if (!next || next.at > until) break
        due.delete(next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = until
    },
    sleep: (ms) => void (now += ms),
    pending: () => due.size,
  }
}
