import type { Site } from '../config/site'
import { limitsOf } from '../config/metrics'
import type { ServerTime } from '../data/transport/server-time'
import { demoFetch } from '../demo/demo-fetch'
import { parseTime } from '../lib/calendar'
import { createClock, type Clock } from '../lib/clock'

/** What differs between a demo and a live site; nothing behind it asks which of the two it is. */
export interface Mode {
  /** The header says so. */
  readonly demo: boolean
  readonly clock: Clock
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

/** The one place that asks for the mode. Only a demo starts the city's thread, so only a demo downloads it. */
export function modeOf(site: Site, time: ServerTime): Mode {
  const { config, view, metrics } = site
  if (config.mode === 'live') {
    const clock = clockOf(site, () => Date.now() + time.offsetMs(), 1)
    return { demo: false, clock, fetch: network }
  }
  const clock = clockOf(site, () => Date.now(), view.speed ?? 1)
  const thread = new Worker(new URL('../demo/city.worker.ts', import.meta.url), { type: 'module' })
  const base = document.baseURI
  return {
    demo: true,
    clock,
    fetch: demoFetch({ thread, network, now: clock.now, base, limits: limitsOf(metrics) }),
  }
}
