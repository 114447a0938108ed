import type { SessionConfig } from '../../config/app-config'
import { unit } from '../../lib/random'
import { DataFault } from '../data-fault'
import { pageTimers, type Timers } from './timers'
import { words } from './session-words'

export interface Session {
  /**
   * Makes an attempt at source `id`; when it is refused, renews the session once for all who wait and attempts again.
   * @throws whatever the attempt throws, or a DataFault saying why the session could not be renewed
   */
  readonly guard: <T>(attempt: () => Promise<T>, id: string) => Promise<T>
}

export interface SessionOptions {
  readonly config?: SessionConfig | undefined
  /** A person sits in front of the screen and can sign in. */
  readonly interactive: boolean
  readonly fetch: typeof globalThis.fetch
  /** Leads the page away, to sign in. */
  readonly go: (url: string) => void
  /** Path and query of the page as it is now, to come back to. */
  readonly here: () => string
  readonly seed: string
  readonly timers?: Timers
  /** Bound of one renewal, ms. */
  readonly timeoutMs?: number
}

/** Least pause after a renewal that failed, and the part that differs from wall to wall. */
const PAUSE_MS = 5_000
const SPREAD_MS = 5_000
/** Longest pause for a source that is refused however fresh the session is. */
const LONGEST_REFUSAL_MS = 10 * 60_000

/**
 * Only the answer 401 means that the session has ended; a renewal that cannot be reached says nothing about it.
 */
export function createSession(options: SessionOptions): Session {
  const { config = {}, interactive, go, here, timers = pageTimers } = options
  const renewal = createRenewal(options, timers, ended)
  const refusals = createRefusals(timers)
  let gone = false

  function ended(): DataFault {
    if (!gone && interactive && config.loginUrl !== undefined) {
      gone = true
      const mark = config.loginUrl.includes('?') ? '&' : '?'
      go(`${config.loginUrl}${mark}return=${encodeURIComponent(here())}`)
    }
    return new DataFault('auth', gone ? words.leaving : words.ended)
  }

  async function refresh(refusal: DataFault, before: number, id: string): Promise<void> {
    // Somebody renewed it since the attempt began: the refusal was of the old session, only late.
    if (renewal.count() > before) return
    if (config.renewUrl === undefined) throw withoutRenewal(refusal)
    if (refusals.rests(id)) throw refusal
    await renewal.run(config.renewUrl)
  }

  function withoutRenewal(refusal: DataFault): DataFault {
    // 403 may as well mean that this person lacks a permission; signing in again and again would lead in circles.
    if (config.loginUrl === undefined || refusal.message.endsWith('HTTP 403')) return refusal
    return ended()
  }

  return {
    async guard(attempt, id) {
      const before = renewal.count()
      const settle = <T>(result: T): T => {
        refusals.clear(id)
        return result
      }
      try {
        return settle(await attempt())
      } catch (error) {
        if (!isRefusal(error)) throw error
        await refresh(error, before, id).catch((reason: unknown) => {
          throw alsoNotRenewed(error, reason)
        })
      }
      try {
        return settle(await attempt())
      } catch (error) {
        if (isRefusal(error)) refusals.note(id)
        throw error
      }
    },
  }
}

/** What the source said comes first, for that is what somebody can act on; that the session has ended says it all. */
function alsoNotRenewed(refusal: DataFault, reason: unknown): unknown {
  if (isRefusal(reason) || !(reason instanceof DataFault)) return reason
  return new DataFault('auth', words.alsoNot(refusal.detail, reason.detail))
}

/** One renewal at a time for all who wait, because a rotating token renewed twice at once logs the wall out. */
function createRenewal(options: SessionOptions, timers: Timers, ended: () => DataFault) {
  let done = 0
  let failures = 0
  let running: Promise<void> | undefined
  /** Why the last one failed, while no new one is made. */
  let resting: DataFault | undefined

  async function renew(url: string): Promise<void> {
    try {
      await post(url, options)
      done += 1
    } catch (error) {
      const fault = error instanceof Ended ? ended() : asRenewalFault(error)
      resting = fault
      failures += 1
      timers.after(PAUSE_MS + SPREAD_MS * unit('renew', options.seed, failures), () => {
        resting = undefined
      })
      throw fault
    } finally {
      running = undefined
    }
  }

  return {
    /** Renewals that succeeded. */
    count: () => done,
    async run(url: string): Promise<void> {
      if (resting) throw resting
      running ??= renew(url)
      await running
    },
  }
}

/** Sources refused with a fresh session lack a permission, which no renewal gives: they ask for one ever less often. */
function createRefusals(timers: Timers) {
  const refused = new Map<string, { readonly count: number; resting: boolean }>()
  return {
    rests: (id: string) => refused.get(id)?.resting ?? false,
    clear: (id: string) => void refused.delete(id),
    note(id: string): void {
      const entry = { count: (refused.get(id)?.count ?? 0) + 1, resting: true }
      refused.set(id, entry)
      const pause = Math.min((PAUSE_MS + SPREAD_MS) * 2 ** (entry.count - 1), LONGEST_REFUSAL_MS)
      timers.after(pause, () => {
        entry.resting = false
      })
    },
  }
}

const isRefusal = (error: unknown): error is DataFault => error instanceof DataFault && error.kind === 'auth'

/** The server says that there is no session any more. */
class Ended extends Error {}

async function post(url: string, { fetch, timeoutMs = 8000 }: SessionOptions): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs)
  let response
  try {
    // A redirect is a sign-in page for people; following it would read its 200 as success.
    response = await fetch(url, { method: 'POST', credentials: 'same-origin', redirect: 'manual', signal })
    await response.body?.cancel()
  } catch (error) {
    if (signal.aborted) throw new DataFault('timeout', words.silent(timeoutMs / 1000))
    throw new DataFault('network', words.failed(error instanceof Error ? error.message : String(error)))
  }
  const { status, type } = response
  if (status === 401 || status === 403 || type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw new Ended()
  if (!response.ok) throw new DataFault('http', words.refused(status))
}

const asRenewalFault = (error: unknown): DataFault =>
  error instanceof DataFault ? error : new DataFault('network', words.failed(String(error)))
