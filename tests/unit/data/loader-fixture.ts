import type { CityDocument } from '../../../src/contract/document'
import type { Dataset } from '../../../src/contract/dataset'
import { sourceConfig } from '../../../src/config/source'
import { createLoader, type Loader, type LoaderContext } from '../../../src/data/load-dataset'
import { createMapper } from '../../../src/data/mapping/mapper'
import { schema } from '../../../src/domains/exceptions/contract'
import { sample } from '../contract/sample'

export const NOW = Date.parse('2026-11-18T10:42:03+08:00')
export const REQUEST = { city: 'baiyun', code: '440111', region: null, now: NOW }

type Reply = (url: string) => Response | Promise<Response>

export const reply = (document: unknown, etag?: string): Response =>
  new Response(JSON.stringify(document), {
    headers: { 'content-type': 'application/json', ...(etag === undefined ? {} : { etag }) },
  })

type Spec = Partial<Pick<Dataset, 'simulate' | 'derive' | 'derivedFrom' | 'wholeCity'>> & {
  readonly id: string
}

/** What a source of these tests is configured as. */
export const sourceOf = (url: string) =>
  sourceConfig.parse({ poll: { url, everyMs: 5000, timeoutMs: 1000, maxBytes: 100_000 } })

/** Everything shaped where it stands: no source of these tests has a mapping. */
export const inline = createMapper({
  startWorker: () => {
    throw new Error('no mapping here')
  },
})

export interface Bench {
  readonly load: Loader
  readonly asked: string[]
  readonly parsed: string[]
  /** Lets `ms` of real time pass. */
  readonly wait: (ms: number) => void
}

/** A loader over small datasets that all speak the exceptions contract, a counted fetch and a clock of its own. */
export function bench(answer: Reply, specs: readonly Spec[], context: Partial<LoaderContext> = {}): Bench {
  const asked: string[] = []
  const parsed: string[] = []
  let real = 0
  const datasets = specs.map((spec): Dataset => ({
    derivedFrom: [],
    wholeCity: false,
    contract: 'exceptions/1',
    ...spec,
    owns: (document): document is CityDocument => document.contract !== '',
    parse(input) {
      parsed.push(spec.id)
      return schema.safeParse(input)
    },
  }))
  return {
    asked,
    parsed,
    wait: (ms) => (real += ms),
    load: createLoader({
      mode: 'demo',
      sources: Object.fromEntries(specs.map(({ id }) => [id, sourceOf(`api/{city}/${id}?region={region}`)])),
      datasets: new Map(datasets.map((dataset) => [dataset.id, dataset])),
      limits: {},
      fetch: async (input) => {
        const url = typeof input === 'string' ? input : '?'
        asked.push(url)
        return answer(url)
      },
      real: () => real,
      audience: 'duty',
      mapper: inline,
      attempt: (_, __, read) => read(),
      ...context,
    }),
  }
}

/** A simulation of the exceptions contract that stamps the moment on the document. */
export const stamp: NonNullable<Dataset['simulate']> = (document, { now, region }) => ({
  ...document,
  asOf: new Date(now).toISOString(),
  region: region ?? document.region,
})

export const doc = (change: Partial<CityDocument> = {}) => sample(change)
