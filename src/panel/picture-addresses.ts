import { readProviders, type Provider, type ReadProviders } from '../config/picture-providers'
import type { SourceConfig } from '../config/source'
import type { Told } from '../contract/addresses'
import type { Answer, Resource } from '../contract/resource'
import type { Parts } from '../data/address'
import { asFault, DataFault } from '../data/data-fault'
import type { FaultKind } from '../data/fault-kind'
import { readSource } from '../data/read-source'
import type { Cause, Said } from '../video/source'
import { words } from './picture-words'
import type { Screen } from './screen-context'

/** Asked of whoever the site names for that: no source of a domain answers it, and no contract of one has it. */
const told: Resource<'record', Told> = {
  id: 'picture.addresses',
  kind: 'record',
  contract: 'picture.addresses/1',
  asks: [],
  owns: (answer: Answer): answer is Told => answer.contract === 'picture.addresses/1',
}

/** Questions at once: a platform that calls a camera up takes its time, and documents must not wait for that. */
const AT_ONCE = 2
/** What a tile has room for. */
const LONGEST = 60

interface Named {
  readonly urls: readonly string[]
  readonly ttlSeconds: number | null
}

/** Asks the providers of the site where the pictures of an address line are that names one (`wvp:3402…/3402…`); never throws. */
export function askingOf({
  config,
  feed,
}: Pick<Screen, 'config' | 'feed'>): (stream: string) => Promise<Said> {
  const around = () => aroundOf({ config, feed })
  const inTurn = createTurns(AT_ONCE)

  // Judged by the first camera that names one.
  let read: ReadProviders | undefined

  function providerOf(name: string): Provider {
    read ??= readProviders(config.pictures)
    const { providers, wrong, fault } = read
    const known = new Map(Object.entries(providers)).get(name)
    if (known) return known
    const said = new Map(Object.entries(wrong)).get(name)
    throw new DataFault('not-connected', fault ?? said ?? words.unknown(name))
  }

  async function askFor(name: string, provider: Provider & { kind: 'ask' }, parts: Parts): Promise<Named> {
    // What the address does not name would follow it as a query.
    const named = Object.entries(parts).filter(([part]) => provider.url.includes(`{${part}}`))
    const { context, place } = around()
    const question = { resource: told, source: sourceOf(provider), place, parts: Object.fromEntries(named) }
    const { answer } = await inTurn(() => readSource(context, question, { fresh: true }))
    if (!answer || !told.owns(answer)) throw new DataFault('contract', words.nothing(name))
    const { addresses, ttlSeconds } = answer
    return { urls: addresses, ttlSeconds: ttlSeconds ?? provider.againSeconds ?? null }
  }

  async function namedBy(token: string): Promise<Named> {
    const [, name, ref] = /^([a-z][a-z0-9-]*):(.+)$/.exec(token) ?? []
    if (name === undefined || ref === undefined) return { urls: [token], ttlSeconds: null }
    const provider = providerOf(name)
    const values = ref.split('/')
    if (values.length !== provider.parts.length)
      throw new DataFault('contract', words.parts(name, provider.parts.join('/')))
    const parts = Object.fromEntries(provider.parts.map((part, i) => [part, values[i] ?? '']))
    if (provider.kind === 'ask') return askFor(name, provider, parts)
    return {
      urls: provider.addresses.map((url) => filled(url, parts, around().place.city)),
      ttlSeconds: null,
    }
  }

  return async (stream) => {
    const found: Named[] = []
    let fault: DataFault | undefined
    for (const token of stream.split(/\s+/).filter(Boolean))
      try {
        found.push(await namedBy(token))
      } catch (error) {
        fault ??= asFault(error)
      }
    const ends = found.flatMap(({ ttlSeconds }) => ttlSeconds ?? [])
    return {
      line: found.flatMap(({ urls }) => urls).join(' '),
      forMs: ends.length > 0 ? 1000 * Math.min(...ends) : null,
      refusal: fault ? { cause: CAUSES[fault.kind] ?? 'gone', why: fault.message.slice(0, LONGEST) } : null,
    }
  }
}

/** What reads and of which city is the same whichever source it is told with; cameras are there, so there is one. */
function aroundOf({ config, feed }: Pick<Screen, 'config' | 'feed'>) {
  for (const id of Object.keys(config.sources)) {
    try {
      return feed.acting(id, null)
    } catch {
      // That one is wrong, which is said where it is shown.
    }
  }
  throw new DataFault('not-connected', words.noSource)
}

/** Runs what it is given, at most so many at once, in the order in which they came. */
function createTurns(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // Whoever comes next takes over this place.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

const CAUSES: Partial<Record<FaultKind, Cause>> = { auth: 'auth', network: 'network', timeout: 'network' }

const filled = (url: string, parts: Parts, city: string) =>
  url.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'city' ? city : (parts[name] ?? '')))

/** The question as one of a source, so that it is read, unwrapped, mapped and judged as every other answer is. */
function sourceOf({ url, timeoutMs, envelope, map, enums }: Provider & { kind: 'ask' }): SourceConfig {
  const poll = { url, timeoutMs, everyMs: timeoutMs, maxBytes: 200_000 }
  return { poll, envelope, map, enums, personal: {}, zone: '+08:00', crs: 'WGS-84' }
}
