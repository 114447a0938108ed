import type { AppConfig } from '../config/app-config'
import type { CityConfig } from '../config/city'
import type { Answer, Resource } from '../contract/resource'
import type { Rule } from '../contract/rule'
import type { SourceConfig } from '../config/source'
import { isoTime } from '../lib/calendar'
import { keepTrying } from '../lib/keep-trying'
import type { WorkCalendar } from '../lib/working-time'
import type { Parts, Place } from './address'
import { cachedFault } from './cached'
import { asFault, DataFault } from './data-fault'
import { createFailures, type Failures } from './failures'
import { createLatest, type LatestContext } from './latest'
import { documentSource, isStudy, sourcesFor, type Sources } from './record-sources'
import type { BringOptions, Records } from './records'
import { createHints, type Hints } from './push/hints'
import { laterStreams } from './push/later-streams'
import type { Streams } from './push/stream'
import { namesOf } from './read-source'
import type { ReaderThread } from './reader-thread'
import { createGate } from './transport/gate'
import type { ServerTime } from './transport/server-time'
import type { Session } from './transport/session'
import { words } from './words'

export interface FeedOptions {
  readonly config: Pick<AppConfig, 'sources' | 'defaults' | 'audience' | 'session'>
  /** Resource → what is wrong with its configuration, for sources that could not be used. */
  readonly wrongSources: Readonly<Record<string, string>>
  readonly city: Pick<CityConfig, 'id' | 'code'> & Partial<Pick<CityConfig, 'towns' | 'departments'>>
  /** Thresholds in force, by metric id. */
  readonly limits: Readonly<Record<string, number>>
  /** When the offices of the city work. */
  readonly calendar: WorkCalendar
  /** By domain: what of it needs a person. */
  readonly rules?: Readonly<Record<string, readonly Rule[]>>
  readonly fetch: typeof globalThis.fetch
  readonly thread: ReaderThread
  /** Real time, epoch ms. */
  readonly real: () => number
  /** Ms by which the time since the last request is told; real time unless a demo's time runs faster. Never goes back. */
  readonly elapsed?: (() => number) | undefined
  readonly time: ServerTime
  /** Differs from wall to wall, so that a fleet does not act in step. */
  readonly seed: string
  /** A person sits in front of it and can sign in; nobody does at a wall. */
  readonly interactive: boolean
}

/** What is asked of a resource of this city. */
export interface Ask {
  readonly region: string | null
  readonly parts?: Parts
}

export interface GetOptions {
  /** The shown moment, epoch ms. */
  readonly now: number
  /** The source said that it changed: what is on its way will not do. */
  readonly fresh?: boolean
}

/** Everything between the configuration and an answer that its contract has let through, for one city. */
export interface Feed {
  /**
   * What goes wrong is noted in `failures` under the key of the question; so is that an answer is only a copy that a cache kept.
   * @throws DataFault
   */
  readonly get: <A extends Answer>(
    resource: Resource<Resource['kind'], A>,
    ask: Ask,
    options: GetOptions,
  ) => Promise<A>
  /** What it takes to do something by the source `id`: `data/act` does it. Nothing is done in the first view. @throws DataFault */
  readonly acting: (
    id: string,
    region: string | null,
  ) => { readonly context: LatestContext; readonly source: SourceConfig; readonly place: Place }
  /** Resource → what is wrong with its source. */
  readonly wrong: FeedOptions['wrongSources']
  readonly failures: Failures
  readonly hints: Hints
  readonly streams: Streams
  /** Opens the streams; the returned function closes them and ends the data worker. */
  readonly open: () => () => void
}

/** A source's data may run ahead of our clock by this much before it is called wrong (clocks drift). */
const AHEAD_MS = 5 * 60_000

/** One question, as the ledger of failures and the query cache know it. */
export const keyOf = (id: string, { region, parts = {} }: Ask): string =>
  JSON.stringify([id, region, ...Object.entries(parts).toSorted(byName)])

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1)

export function createFeed(options: FeedOptions): Feed {
  const { config, city, real, time, seed, thread } = options
  const failures = createFailures({ real })
  const hints = createHints({ real })
  const attempt = createAttempt(options)
  const pushes = Object.values(config.sources).some(({ push }) => push !== undefined)
  const streams = laterStreams(async () =>
    (await import('./push/stream')).createStreams({
      sources: config.sources,
      city: city.id,
      hints,
      seed,
      onServerTime: (now) => time.note(now, real(), real()),
    }),
  )
  const context = {
    audience: config.audience,
    limits: options.limits,
    calendar: options.calendar,
    ...(options.rules && { rules: options.rules }),
    names: namesOf(city),
    fetch: options.fetch,
    thread,
    // Nobody sets this clock; by one set back, what was read before would count as just read for hours.
    real: options.elapsed ?? (() => performance.now()),
    attempt,
  }

  const read = createRead(options, context)

  return {
    async get(resource, ask, request) {
      const key = keyOf(resource.id, ask)
      try {
        const { answer, cached } = await read(resource, ask, request, failures.of(key).count > 0)
        failures.note(key, cached ? cachedFault(answer) : null)
        return answer
      } catch (error) {
        const fault = asFault(error)
        failures.note(key, fault)
        throw fault
      }
    },
    acting: (id, region) => ({ context, source: sourceOf(options, id), place: placeIn(city, region) }),
    wrong: options.wrongSources,
    failures,
    hints,
    streams,
    open() {
      thread.warm()
      if (pushes) streams.open()
      return () => {
        streams.stop()
        thread.stop()
      }
    },
  }
}

const placeIn = ({ id, code }: FeedOptions['city'], region: string | null): Place => ({
  city: id,
  code,
  region,
})

/** Reads the answer to one question, and what it is counted from. */
function createRead(options: FeedOptions, context: LatestContext) {
  const latest = createLatest(context)
  const countOf = createCount(context, options.config.sources)
  return async function read<A extends Answer>(
    resource: Resource<Resource['kind'], A>,
    { region, parts = {} }: Ask,
    { now, fresh }: GetOptions,
    retry: boolean,
  ): Promise<{ readonly answer: A; readonly cached: boolean }> {
    const source = sourceOf(options, resource.id)
    const place = placeIn(options.city, region)
    const brought = await countOf(resource, place, { now, retry, fresh: fresh ?? false })
    const question = { resource, source, place, parts, count: brought?.count ?? null }
    const read = await latest({ ...question, fresh: fresh ?? false, retry })
    const answer = refuseFuture(read.answer, now)
    if (resource.owns(answer)) return { answer, cached: read.cached || brought?.cached === true }
    throw new DataFault('contract', words.receivedOther(answer.contract, resource.contract), 'contract')
  }
}

/** What an answer is made from, brought up to date; null where its domain sends no records. */
function createCount(context: LatestContext, sources: Sources) {
  // Only a site whose sources send records loads what reads them.
  let records: Promise<Records> | undefined
  return async ({ kind, id: resource }: Resource, place: Place, asked: BringOptions) => {
    // A list that has a source of its own is asked for there.
    if (kind !== 'document' && sources[resource]?.poll) return null
    if (sourcesFor(sources, resource).length === 0) return null
    records ??= import('./records').then(({ createRecords }) => createRecords(context, sources))
    return (await records).bring(resource, place, asked)
  }
}

/** What stands around every request, read or deed: the session, the budget of the origin, the server's clock. */
function createAttempt(options: FeedOptions) {
  const { real, time } = options
  const gate = createGate()
  const session = sessionOf(options)
  return async <T>(id: string, retry: boolean, work: () => Promise<T>): Promise<T> => {
    const attempt = () =>
      gate.run(id, { retry }, async () => {
        const sentAt = real()
        const result = await work()
        time.note(dateOf(result), sentAt, real())
        return result
      })
    return session ? (await session).guard(attempt, id) : attempt()
  }
}

/**
 * The session of a site that says how one is renewed or where a person signs in; on any other a refusal stands as it is. Its code is
 * fetched at the start: when the session has ended, the server may refuse that too.
 */
function sessionOf({ config, interactive, fetch, seed }: FeedOptions): Promise<Session> | undefined {
  return (
    config.session &&
    keepTrying(() => import('./transport/session')).then(({ createSession }) =>
      createSession({
        config: config.session,
        interactive,
        fetch,
        go: (url) => window.location.assign(url),
        here: () => window.location.pathname + window.location.search,
        seed,
      }),
    )
  )
}

/** The server's time, where an answer names it. */
const dateOf = (result: unknown): string | null =>
  typeof result === 'object' && result !== null && 'date' in result && typeof result.date === 'string'
    ? result.date
    : null

function sourceOf({ config, wrongSources, city }: FeedOptions, id: string): SourceConfig {
  const records = sourcesFor(config.sources, id)
  // What cannot be done there, or studied, costs the picture nothing.
  for (const [name, wrong] of Object.entries(wrongSources))
    if (name === id || (name.startsWith(`${id}.`) && !/\.(act|link)/.test(wrong) && !isStudy(name)))
      throw new DataFault('not-connected', words.wrongSource(wrong))
  const source = documentSource(config.sources, id)
  if (!source) throw new DataFault('not-connected', words.noSource(id))
  // One address for several cities would show the figures of one under the name of another, or act on the wrong one.
  for (const [name, each] of [[id, source] as const, ...records])
    for (const way of ['poll', 'act'] as const)
      if (each[way] && city.id !== config.defaults.city && !each[way].url.includes('{city}'))
        throw new DataFault('not-connected', words.oneCity(name, way))
  return source
}

const timesOf = (answer: Answer): readonly (readonly [string, unknown])[] => [
  ['asOf', 'asOf' in answer && answer.asOf],
  ...Object.entries(('parts' in answer && answer.parts) || {}).map(
    ([part, { asOf }]: [string, { readonly asOf?: unknown }]) => [`parts.${part}.asOf`, asOf] as const,
  ),
]

function refuseFuture<A extends Answer>(answer: A, now: number): A {
  for (const [field, asOf] of timesOf(answer))
    if (Date.parse(String(asOf)) > now + AHEAD_MS)
      throw new DataFault('contract', words.future(String(asOf), isoTime(now)), field)
  return answer
}
