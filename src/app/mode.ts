import type { Site } from '../config/site'
import { createServerTime, type ServerTime } from '../data/transport/server-time'
import { isoDate, parseTime } from '../lib/calendar'
import { createClock, type Clock, type ClockWish, type Replay } from '../lib/clock'
import { keepTrying } from '../lib/keep-trying'

/** What differs between a demo and a live site; nothing behind it asks which of the two it is. */
export interface Mode {
  /** The header says so. */
  readonly demo: boolean
  readonly clock: Clock
  /** The server's clock as seen from here. */
  readonly time: ServerTime
  /** Where every request goes. */
  readonly fetch: typeof globalThis.fetch
  /** What the header says of it where all is made up. */
  readonly label?: (wish: ClockWish) => string
  /** A demo whose clock runs: how it is moved. */
  readonly day: Replay<typeof globalThis.fetch> | null
}

const network: typeof globalThis.fetch = (input, init) => fetch(input, init)

/** The moment that `date` and `at` fix; null where the clock runs. In a demo a link that names a speed as well runs on from there. */
function frozenOf({ view, config }: Site): Clock | null {
  if (view.date === undefined && view.at === undefined) return null
  if (config.mode === 'demo' && (view.speed !== undefined || view.clock)) return null
  const real = () => Date.now()
  const day = view.date ?? isoDate(real())
  return createClock({ real, start: parseTime(`${day}T${view.at ?? '10:42'}:00+08:00`), frozen: true })
}

/** The one place that asks for the mode. Only a demo loads the city's code and starts its thread. */
export async function modeOf(site: Site): Promise<Mode> {
  const time = createServerTime({ real: () => Date.now(), monotonic: () => performance.now() })
  const { config, view, calendar } = site
  const frozen = frozenOf(site)
  if (config.mode === 'live') {
    const clock = frozen ?? createClock({ real: () => Date.now() + time.offsetMs() })
    return { demo: false, time, clock, fetch: network, day: null }
  }
  const { startCity } = await keepTrying(() => import('../demo/demo-fetch'))
  const base = document.baseURI
  return { demo: true, time, ...startCity({ network, base, calendar }, view, frozen) }
}
