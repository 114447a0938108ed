import type { AppConfig } from '../config/app-config'
import type { CityConfig } from '../config/city'
import type { Dataset } from '../contract/dataset'
import { createGate } from './transport/gate'
import { createHints, type Hints } from './push/hints'
import { createLoader, type Loader } from './load-dataset'
import { createBrowserMapper } from './mapping/mapper'
import type { ServerTime } from './transport/server-time'
import { createSession } from './transport/session'
import { createStreams, type Streams } from './push/stream'

export interface FeedOptions {
  readonly config: AppConfig
  readonly wrongSources: Readonly<Record<string, string>>
  readonly city: CityConfig
  readonly datasets: ReadonlyMap<string, Dataset>
  readonly limits: Readonly<Record<string, number>>
  readonly fetch: typeof globalThis.fetch
  /** Real time, epoch ms. */
  readonly real: () => number
  readonly time: ServerTime
  /** Differs from wall to wall, so that a fleet does not act in step. */
  readonly seed: string
  /** A person sits in front of it and can sign in; nobody does at a wall. */
  readonly interactive: boolean
}

/** Everything between the configuration and a parsed document, put together for one city. */
export interface Feed {
  readonly load: Loader
  readonly hints: Hints
  readonly streams: Streams
  /** Opens the streams; the returned function closes them and ends the mapping worker. */
  readonly open: () => () => void
}

export function createFeed(options: FeedOptions): Feed {
  const { config, city, real, time, seed } = options
  const mapper = createBrowserMapper()
  const gate = createGate()
  const hints = createHints({ real })
  const session = createSession({
    config: config.session,
    interactive: options.interactive,
    fetch: options.fetch,
    go: (url) => window.location.assign(url),
    here: () => window.location.pathname + window.location.search,
    seed,
  })
  const streams = createStreams({
    sources: config.mode === 'live' ? config.sources : {},
    city: city.id,
    hints,
    seed,
    onServerTime: (now) => time.note(now, real(), real()),
  })
  const load = createLoader({
    mode: config.mode,
    audience: config.audience,
    sources: config.sources,
    home: config.defaults.city,
    wrongSources: options.wrongSources,
    datasets: options.datasets,
    limits: options.limits,
    fetch: options.fetch,
    mapper,
    // Nobody sets this clock; by one set back, what was read before would count as just read for hours.
    real: () => performance.now(),
    quiet: streams.covers,
    attempt: (id, retry, read) =>
      session.guard(
        () =>
          gate.run(id, { retry }, async () => {
            const sentAt = real()
            const reading = await read()
            time.note(reading.date, sentAt, real())
            return reading
          }),
        id,
      ),
  })
  return {
    load,
    hints,
    streams,
    open() {
      streams.open()
      return () => {
        streams.stop()
        mapper.stop()
      }
    },
  }
}
