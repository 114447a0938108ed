/** The server's clock as seen from here: the wall judges ages by it, because wall PCs are set wrong or to another zone. */
export interface ServerTime {
  /** Takes the time an answer names: an HTTP `Date` header, or the `now` of a heartbeat (`sentAt` = `receivedAt`). */
  readonly note: (date: string | null, sentAt: number, receivedAt: number) => void
  /** To be added to our clock; moves only by steps that matter, so that the shown clock does not tremble. */
  readonly offsetMs: () => number
  /** The latest estimate of the same, for the health page. */
  readonly skewMs: () => number
  /** Our clock is so wrong that somebody should set it. */
  readonly skewed: () => boolean
}

interface Clocks {
  /** This machine's clock, epoch ms; somebody may set it at any time. */
  readonly real: () => number
  /** Ms of a clock that nobody sets (`performance.now`). */
  readonly monotonic: () => number
}

interface Sample {
  readonly at: number
  readonly date: number
  readonly offset: number
}

const WINDOW_MS = 10 * 60_000
const SAMPLES = 20
/** `Date` names whole seconds; on average half of one has passed since. */
const ROUNDING_MS = 500
/** Nobody knows when between its sending and its arrival a slow answer was written. */
const SLOW_MS = 3000
/** No error of one sample is bigger than this, so no error moves the clock. */
const STEP_MS = ROUNDING_MS + SLOW_MS / 2
const JUMP_MS = 2000
const WARN_MS = 30_000
/** Different times the server must name before we set ourselves back. */
const DATES_TO_GO_BACK = 3

/**
 * An answer kept by a cache carries an old `Date`, so a sample can be too low but hardly too high: the highest counts.
 * Going back waits for several different times, or one cached file would make old data look new.
 */
export function createServerTime({ real, monotonic }: Clocks): ServerTime {
  let samples: Sample[] = []
  let adopted = 0
  let estimate = 0
  let base = real() - monotonic()

  function noticeJump(): void {
    const now = real() - monotonic()
    if (Math.abs(now - base) > JUMP_MS) samples = []
    base = now
  }

  return {
    note(date, sentAt, receivedAt) {
      noticeJump()
      const told = date === null ? Number.NaN : Date.parse(date)
      if (Number.isNaN(told) || receivedAt - sentAt > SLOW_MS) return
      const at = real()
      samples = [...samples, { at, date: told, offset: told + ROUNDING_MS - (sentAt + receivedAt) / 2 }]
        .filter((sample) => at - sample.at <= WINDOW_MS)
        .slice(-SAMPLES)
      const highest = Math.max(...samples.map(({ offset }) => offset))
      const dates = new Set(samples.map((sample) => sample.date))
      if (highest < adopted && dates.size < DATES_TO_GO_BACK) return
      estimate = highest
      if (Math.abs(estimate - adopted) > STEP_MS) adopted = estimate
    },
    offsetMs: () => adopted,
    skewMs: () => estimate,
    skewed: () => Math.abs(adopted) > WARN_MS,
  }
}
