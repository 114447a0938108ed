import * as z from 'zod/mini'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import { documentSchema } from '../../../src/contract/document'
import type { CityDocument } from '../../../src/contract/document'
import { list, slug } from '../../../src/contract/primitives'
import { documentReader, type AnswerReader } from '../../../src/contract/reader'
import { documentOf, type DocumentResource } from '../../../src/contract/resource'
import { createFeed, type Feed, type FeedOptions } from '../../../src/data/feed'
import { evaluate } from '../../../src/data/mapping/expression'
import { createShelf, type FindCounting } from '../../../src/data/store/shelf'
import { judge, type Readers } from '../../../src/data/read-job'
import type { ReaderThread } from '../../../src/data/reader-thread'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { createServerTime } from '../../../src/data/transport/server-time'
import { sample } from '../contract/sample'

export const NOW = Date.parse('2026-11-18T10:42:03+08:00')
export const CITY = { id: 'baiyun', code: '440111' }
/** A question about the whole city, at the shown moment. */
export const WHOLE = { region: null }
export const SHOWN = { now: NOW }

/** Domains of these tests: each has a document of its own contract, which only says what it cannot see. */
const operation = z.object({ unseen: list(slug, 20) })
export const resourceOf = (id: string): DocumentResource => documentOf({ id })
export const a = resourceOf('a')
export const b = resourceOf('b')

export const doc = (id = 'a', change: Partial<CityDocument> = {}): CityDocument =>
  sample({ contract: `${id}/1`, ...change })

type Reply = (url: string, init?: RequestInit) => Response | Promise<Response>

export const reply = (body: unknown, etag?: string): Response =>
  new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json', ...(etag === undefined ? {} : { etag }) },
  })

/** What a source of these tests is configured as. */
export const sourceOf = (url: string, more: object = {}): SourceConfig =>
  sourceConfig.parse({ poll: { url, everyMs: 5000, timeoutMs: 1000, maxBytes: 100_000 }, ...more })

/** Reads where it stands, as the data worker does beside the picture; says what its contract was asked about. */
export function inline(
  readers: readonly AnswerReader[],
  judged: string[] = [],
  counting: FindCounting = async () => undefined,
): ReaderThread {
  const counted: Readers = new Map(
    readers.map((reader) => [
      reader.id,
      {
        id: reader.id,
        parse(input) {
          judged.push(reader.id)
          return reader.parse(input)
        },
      },
    ]),
  )
  const shelf = createShelf(counting)
  return {
    read: (job) => judge(job, counted, evaluate, async () => shelf),
    warm: () => undefined,
    lives: () => 1,
    stop: () => undefined,
  }
}

const readers = ['a', 'b'].map((id) => documentReader({ id, schema: documentSchema(id, operation) }))

export interface Bench {
  readonly feed: Feed
  /** Addresses that were asked, in order. */
  readonly asked: string[]
  /** Resources whose contract was asked about an answer, in order. */
  readonly judged: string[]
}

interface Change extends Partial<Omit<FeedOptions, 'config' | 'fetch'>> {
  readonly config?: Partial<FeedOptions['config']>
}

/** A feed over two small documents and `more`, with a counted fetch; `answer` is the network. */
export function bench(
  answer: Reply,
  { config, ...change }: Change = {},
  more: readonly AnswerReader[] = [],
): Bench {
  const asked: string[] = []
  const judged: string[] = []
  const real = () => NOW
  const feed = createFeed({
    config: {
      sources: Object.fromEntries(['a', 'b'].map((id) => [id, sourceOf(`api/{city}/${id}?region={region}`)])),
      defaults: { city: 'baiyun', scene: 'overview', theme: 'dark' },
      audience: 'duty',
      ...config,
    },
    wrongSources: {},
    city: CITY,
    limits: {},
    calendar: PLAIN_CALENDAR,
    fetch: async (input, init) => {
      const url = typeof input === 'string' ? input : '?'
      asked.push(url)
      return answer(url, init)
    },
    thread: inline([...readers, ...more], judged),
    real,
    time: createServerTime({ real, monotonic: real }),
    seed: 'test',
    interactive: false,
    ...change,
  })
  return { feed, asked, judged }
}
