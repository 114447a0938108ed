import { reconnectDelay } from '../transport/back-off'
import type { Timers } from '../transport/timers'

/** `connecting` only until the first outcome; after a failure a link is `down` until it has proved itself `up` again. */
export type LinkState = 'connecting' | 'up' | 'down'

export interface LinkTarget {
  readonly url: string
  readonly topics: readonly string[]
  readonly seed: string
}

/** What a link tells whoever opened it. */
export interface LinkEvents {
  readonly onState: (state: LinkState) => void
  /** The source behind `topic` changed. */
  readonly onHint: (topic: string, asOf: string | undefined) => void
  /** Something may have been missed: every topic may have changed. */
  readonly onGap: () => void
  /** `now` is the server's time, where it says. */
  readonly onHeartbeat: (now: string | undefined) => void
  /** A message that could not be understood. */
  readonly onMalformed: () => void
}

/** Opens a link that keeps itself connected; returns how to close it for good. */
export type OpenLink = (target: LinkTarget, events: LinkEvents) => () => void

/** One attempt's way to report. Calls that come after it is over do nothing. */
export interface Line {
  /** A sign of life. The first one makes the link `up`: a socket that is open and silent proves nothing. */
  readonly alive: () => void
  /** How often signs of life are to be expected. */
  readonly expect: (everyMs: number) => void
  readonly lost: () => void
}

/** Makes one attempt; returns how to hang it up. */
export type Dial = (line: Line) => () => void

interface LinkOptions {
  readonly timers: Timers
  /** Tells this link on this wall from all others. */
  readonly name: string
  readonly onState: (state: LinkState) => void
}

/** Signs of life that may fail to come before a link counts as dead; half-open sockets never say so themselves. */
const MISSED = 2.5
const DEADLINE = { normal: 40_000, least: 5000, most: 120_000 }
/** A connection that held this long ends the run of failures. */
const HELD_MS = 10_000
const TICK_MS = 5000
/** A tick this late means that the machine slept, and the far end may be gone. */
const SLEPT_MS = 15_000

/** Keeps one connection: watches for silence and for sleep, and dials again with a wait that parts the walls. */
export function keepConnected(dial: Dial, { timers, name, onState }: LinkOptions): () => void {
  let state: LinkState = 'connecting'
  let attempts = 0
  let failures = 0
  let cancelWait = () => {}
  let hangUp: () => unknown = () => {}

  function become(next: LinkState): void {
    if (next === state) return
    state = next
    onState(next)
  }

  function start(): void {
    attempts += 1
    hangUp = attempt(dial, timers, {
      onUp: () => become('up'),
      onHeld: () => {
        failures = 0
      },
      onSlept: () => {
        become('connecting')
        start()
      },
      onLost: () => {
        failures += 1
        cancelWait = timers.after(reconnectDelay(name, attempts, failures), start)
        become('down')
      },
    })
  }

  start()
  return () => {
    cancelWait()
    hangUp()
  }
}

interface Outcome {
  readonly onUp: () => void
  readonly onHeld: () => void
  readonly onSlept: () => void
  readonly onLost: () => void
}

/** One attempt from dialling to its end; returns how to end it without an outcome. */
function attempt(dial: Dial, timers: Timers, outcome: Outcome): () => void {
  let over = false
  let up = false
  let deadline = DEADLINE.normal
  let heardAt = timers.real()
  let tickedAt = heardAt
  let cancelHeld = () => {}
  let hangUp = () => {}

  function close(): boolean {
    if (over) return false
    over = true
    for (const cancel of [cancelSilence, cancelTick, cancelHeld, hangUp]) cancel()
    return true
  }
  const lost = () => {
    if (close()) outcome.onLost()
  }

  function tick(): void {
    const now = timers.real()
    // Timers of a hidden page may be slowed down while its messages still arrive; that is no sleep.
    const slept = now - tickedAt > SLEPT_MS && now - heardAt > Math.max(SLEPT_MS, deadline / 2)
    tickedAt = now
    cancelTick = timers.after(TICK_MS, tick)
    if (slept && close()) outcome.onSlept()
  }

  let cancelSilence = timers.after(deadline, lost)
  let cancelTick = timers.after(TICK_MS, tick)
  const watch = () => {
    cancelSilence()
    cancelSilence = timers.after(deadline, lost)
  }

  const line: Line = {
    alive() {
      if (over) return
      heardAt = timers.real()
      watch()
      if (up) return
      up = true
      cancelHeld = timers.after(HELD_MS, outcome.onHeld)
      outcome.onUp()
    },
    expect(everyMs) {
      if (over) return
      deadline = Math.min(Math.max(everyMs * MISSED, DEADLINE.least), DEADLINE.most)
      watch()
    },
    lost,
  }
  try {
    hangUp = dial(line)
    // It may have failed on the spot, before there was anything to hang up.
    if (over) hangUp()
  } catch {
    lost()
  }
  return close
}
