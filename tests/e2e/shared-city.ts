import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCalendar } from '../../mock-data/generator/calendar'
import { answerOf } from '../../mock-data/generator/counted'
import { readMetrics } from '../../mock-data/generator/metrics'
import { seedFile } from '../../mock-data/generator/seed-file'
import { limitsOf } from '../../src/config/written'
import type { Counting } from '../../src/contract/records/counting'
import { createCity } from '../../src/demo/city'
import type { Demo } from '../../src/demo/kit/domain'
import { isFields } from '../../src/lib/fields'
import { parseTime } from '../../src/lib/calendar'
import { FROZEN_AT } from './frozen'

/** The demo's code is found by a glob: to be loaded through Vite, as the app is. */
const modules = import.meta.glob<{ readonly demo: Demo }>('../../src/demo/*/demo.ts', { eager: true })
const countings = import.meta.glob<Counting>('../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})

const limits = limitsOf(readMetrics())

/** The domains of the demo, each of which counts its own records: what a page makes of documents and records together. */
const counted = new Map(
  Object.entries(modules).map(([path, { demo }]): [string, Demo] => {
    const domain = path.split('/').at(-2) ?? path
    const counting = countings[`../../src/domains/${domain}/summary.ts`]
    return [
      domain,
      { ...demo, document: (seed, moment) => answerOf(demo, counting, seed, { ...moment, limits }) },
    ]
  }),
)

export interface Said {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function seeds() {
  const kept = new Map<string, ReadonlyMap<string, unknown>>()
  const read = (city: string): ReadonlyMap<string, unknown> => {
    const text = seedFile(resolve('mock-data', city))
    const all: unknown = text === null ? {} : JSON.parse(text)
    return new Map(isFields(all) ? Object.entries(all) : [])
  }
  return (city: string, domain: string): Promise<unknown> => {
    const found = kept.get(city) ?? read(city)
    kept.set(city, found)
    return Promise.resolve(found.get(domain) ?? null)
  }
}

/**
 * The cities of the demo at the frozen moment, behind addresses of the preview: `shared/<what the demo is asked>`. Each question is
 * worked out once for a whole run; in a page of its own every demo simulates the same weeks anew.
 */
export function sharedCity(): (address: string) => Promise<Said> {
  const city = createCity({ seed: seeds(), demos: counted, calendar: readCalendar('baiyun') })
  const said = new Map<string, Promise<Said>>()
  const ask = async (address: string): Promise<Said> => {
    const { status, etag, body } = await city(address, parseTime(FROZEN_AT), null)
    const headers = { 'content-type': 'application/json', ...(etag === null ? {} : { etag }) }
    return { status, headers, body: JSON.stringify(body) }
  }
  return (address) => {
    const known = said.get(address) ?? ask(address)
    said.set(address, known)
    return known
  }
}

interface Configuration {
  readonly sources: Readonly<Record<string, unknown>>
}

/** The configuration of the build in `folder` as it is, but that its sources are those addresses, and none is one of records. */
export function sharedConfig(folder: string): string {
  const text = readFileSync(resolve(folder, 'config.json'), 'utf8').replaceAll('"demo/', '"shared/')
  const config = JSON.parse(text) as Configuration
  const documents = Object.entries(config.sources).filter(([id]) => !id.includes('.'))
  return JSON.stringify({ ...config, sources: Object.fromEntries(documents) })
}
