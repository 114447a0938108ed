/** One clock for the whole wall: every age, every state and every simulated value is judged by it. */
export interface Clock {
  /** Epoch ms of the shown moment. */
  readonly now: () => number
  /** Calls `listener` on every whole second of real time; returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
  /** True when `?date=&at=` fixed the moment: same link, same pixels. */
  readonly frozen: boolean
}

export interface ClockOptions {
  /** Real time source, injected so that tests own it. */
  readonly real: () => number
  /** The shown moment when the clock starts; defaults to real time. */
  readonly start?: number
  readonly frozen?: boolean
  /** Demo only: shown seconds per real second. */
  readonly speed?: number
}

/** A clock that ticks once a second however many listeners it has. */
export function createClock({ real, start, frozen = false, speed = 1 }: ClockOptions): Clock {
  const origin = real()
  const begin = start ?? origin
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Aligned to the second, so that every panel and the header change in the same frame.
  const arm = () => {
    timer = setTimeout(
      () => {
        for (const listener of listeners) listener()
        arm()
      },
      1000 - (real() % 1000),
    )
  }
  return {
    frozen,
    now: () => (frozen ? begin : begin + (real() - origin) * speed),
    subscribe(listener) {
      listeners.add(listener)
      if (timer === undefined) arm()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) {
          clearTimeout(timer)
          timer = undefined
        }
      }
    },
  }
}
