import { DataFault } from '../data-fault'
import { afterRunning } from '../../lib/after-running'
import { pageTimers, type Timers } from './timers'
import { words } from './words'

export interface Gate {
  /**
   * Runs `work` as soon as the budget allows, in order of arrival.
   * @throws whatever `work` throws, or DataFault timeout when it never ends
   */
  readonly run: <T>(id: string, options: { readonly retry: boolean }, work: () => Promise<T>) => Promise<T>
}

export interface GateOptions {
  readonly timers?: Timers
  /** Requests in flight. Six is what a browser opens to one HTTP/1.1 origin, and the event stream holds one of them. */
  readonly limit?: number
  /** Of these, how many may be attempts at sources that are failing: a hung source must leave room for those that answer. */
  readonly retryLimit?: number
  /** Least time between the starts of two such attempts. */
  readonly retryEveryMs?: number
  /** A place is given free after this even if its work never ends; longer than any configured timeout. */
  readonly holdMs?: number
}

interface Waiting {
  readonly retry: boolean
  readonly start: () => void
}

/** One budget for all requests to the wall's origin, so that an API that comes back is not knocked over by one wall. */
export function createGate({
  timers = pageTimers,
  limit = 5,
  retryLimit = 3,
  retryEveryMs = 1000,
  holdMs = 130_000,
}: GateOptions = {}): Gate {
  const queue: Waiting[] = []
  let running = 0
  let retrying = 0
  let paused = false

  const mayStart = ({ retry }: Waiting) => running < limit && (!retry || (!paused && retrying < retryLimit))

  function pump(): void {
    for (;;) {
      // A retry that has to wait lets those behind it pass, but keeps its place among the retries.
      const next = queue.findIndex(mayStart)
      if (next < 0) return
      for (const { start } of queue.splice(next, 1)) start()
    }
  }

  function take(retry: boolean): () => void {
    running += 1
    if (retry) {
      retrying += 1
      paused = true
      timers.after(retryEveryMs, () => {
        paused = false
        pump()
      })
    }
    return () => {
      running -= 1
      if (retry) retrying -= 1
      pump()
    }
  }

  const turn = (retry: boolean) =>
    new Promise<() => void>((resolve) => {
      queue.push({ retry, start: () => resolve(take(retry)) })
      pump()
    })

  return {
    async run(id, { retry }, work) {
      const release = await turn(retry)
      let cancel = () => {}
      const hung = new Promise<never>((_, reject) => {
        cancel = afterRunning(timers, holdMs, () =>
          reject(new DataFault('timeout', words.hung(id, holdMs / 1000))),
        )
      })
      try {
        return await Promise.race([work(), hung])
      } finally {
        cancel()
        release()
      }
    },
  }
}
