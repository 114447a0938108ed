/** One clock for the whole wall: every age, every state and every simulated value is judged by it. */
export interface Clock {
  /** Epoch ms of the shown moment. */
  readonly now: () => number
  /** Calls `listener` on every whole second of real time; returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
  /** True when `?date=&at=` fixed the moment: same link, same pixels. */
  readonly frozen: boolean
  /** Ms by which the time between two requests is told, where that is not real time: shown time that runs fast. Never goes back. */
  readonly elapsed?: () => number
}

/** How a clock runs from now on. */
export interface Run {
  /** Epoch ms; left out where real time is shown. */
  readonly start?: number
  /** Shown seconds per real second; 0 stands still. */
  readonly speed: number
}

/** The part of a link that says how a demo's clock runs. */
export interface ClockWish {
  readonly date?: string
  readonly at?: string
  readonly speed?: number
  readonly clock?: 'real'
  readonly strip?: 'off'
}

/** What reads the screen's questions again. */
export interface Reads {
  readonly refetchQueries: (
    filters: { readonly type: 'active' },
    options?: { readonly cancelRefetch: boolean },
  ) => Promise<unknown>
}

/** A demo that replays a day: its clock can be moved. `Request` asks the city. */
export interface Replay<Request> {
  /** Keeps what `reads` brings at the pace of the clock, and begins the day anew when it is over; returns how to end it. */
  readonly drive: (reads: Reads) => () => void
  readonly follow: (wish: ClockWish) => void
  /** The same city asked at another moment. */
  readonly asking: (now: () => number) => Request
}

export interface ClockOptions {
  /** Real time source, injected so that tests own it. */
  readonly real: () => number
  /** The shown moment when the clock starts; without it real time is shown, to the ms: a second that begins late is a wrong one. */
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
    now() {
      if (frozen) return begin
      return start === undefined ? real() : begin + (real() - origin) * speed
    },
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
