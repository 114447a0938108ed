import type { Site } from '../config/site'
import { createServerTime, type ServerTime } from '../data/transport/server-time'
import { parseTime } from '../lib/calendar'
import { createClock, type Clock } from '../lib/clock'
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
}

const network: typeof globalThis.fetch = (input, init) => fetch(input, init)

/** `date` + `at` freeze the clock; without them the demo runs with real time, and a live wall with the server's. */
function clockOf({ view }: Site, real: () => number, speed: number): Clock {
  if (view.date === undefined && view.at === undefined) return createClock({ real, speed })
  const day = view.date ?? new Date(real() + 8 * 3_600_000).toISOString().slice(0, 10)
  return createClock({ real, start: parseTime(`${day}T${view.at ?? '10:42'}:00+08:00`), frozen: true })
}

/** The one place that asks for the mode. Only a demo loads the city's code and starts its thread. */
export async function modeOf(site: Site): Promise<Mode> {
  const time = createServerTime({ real: () => Date.now(), monotonic: () => performance.now() })
  const { config, view, calendar } = site
  if (config.mode === 'live')
    return { demo: false, time, clock: clockOf(site, () => Date.now() + time.offsetMs(), 1), fetch: network }
  const clock = clockOf(site, () => Date.now(), view.speed ?? 1)
  const { startCity } = await keepTrying(() => import('../demo/demo-fetch'))
  const base = document.baseURI
  return {
    demo: true,
    time,
    clock,
    fetch: startCity({ network, now: clock.now, base, calendar }),
  }
}
