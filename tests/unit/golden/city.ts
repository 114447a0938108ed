import { existsSync, readFileSync } from 'node:fs'
import { readCalendar } from '../../../mock-data/generator/calendar'
import { shippedRules } from '../../../mock-data/generator/rules'
import { createCity } from '../../../src/demo/city'
import type { Demo } from '../../../src/demo/kit/domain'
import { appConfig } from '../../../src/config/app-config'
import { cityConfig, type CityConfig } from '../../../src/config/city'
import { idsOf, limitsOf } from '../../../src/config/written'
import type { Counting } from '../../../src/contract/records/counting'
import type { CityDocument } from '../../../src/contract/document'
import { domains as all } from '../../../src/domains/registry'
import { domainsIn } from '../../../src/panel/domain'
import { plansOf, type Question } from '../../../src/panel/document-plan'
import type { Screen } from '../../../src/panel/screen-context'
import { regionsOf } from '../../../src/screens/regions'
import { bench, inline } from '../data/feed-fixture'
import { metrics, readers } from '../domains/documents'
import { openHere } from '../map/here'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** The site as it is shipped. */
export const config = appConfig.parse(read('public/config.json'))
export const cities = idsOf(config.cities)

const demos = import.meta.glob<{ readonly demo: Demo }>('../../../src/demo/*/demo.ts', { eager: true })
const countings = import.meta.glob<Counting>('../../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})
const limits = limitsOf(metrics)
const rules = Object.fromEntries(Object.keys(config.sources).map((id) => [id, shippedRules(id)]))
/** What the demo's city answers to an address at a moment. */
export const answer = createCity({
  seed: (city, domain) => {
    const path = `mock-data/${city}/seed/${domain}.json`
    return Promise.resolve(existsSync(path) ? read(path) : null)
  },
  demos: new Map(Object.entries(demos).map(([path, { demo }]) => [path.split('/').at(-2) ?? '', demo])),
  calendar: readCalendar('baiyun'),
})

/** The demo's city, as a network. */
const demo = (now: number) => async (url: string) => {
  const { status, body } = await answer(url.replace('demo/', ''), now, null)
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

/** A question, with what was answered; nothing where nothing was. */
export interface Answered extends Question {
  readonly document: CityDocument | undefined
}

/** Everything that was asked once, and the feed that did so. */
interface Reading {
  readonly answers: readonly Answered[]
  readonly feed: Screen['feed']
}

/** Where and when a wall stands. */
export interface Spot {
  /** Epoch ms. */
  readonly now: number
  readonly region: string | null
}

export type Sources = Screen['config']['sources']

export interface City {
  readonly city: CityConfig
  readonly map: Screen['map']
  /** The town a person chooses: the first of the map's. */
  readonly town: string
  readonly nameOf: (region: string | null) => string
  /** What its domains answer, read and judged as everywhere; asked once for every spot. */
  readonly reading: (spot: Spot) => Promise<Reading>
  /** The same questions, put to another `network`. */
  readonly readingOf: (
    network: (url: string) => Response | Promise<Response>,
    spot: Spot,
    sources?: Sources,
  ) => Promise<Reading>
}

const questionsOf = (region: string | null, sources: Sources): readonly Question[] => {
  const domains = domainsIn(all, Object.keys(sources))
  return plansOf({ config: { ...config, sources }, domains, region }, domains.documents).questions
}

export async function openCity(id: string): Promise<City> {
  const city = cityConfig.parse(read(`public/config/cities/${id}.json`))
  const map = await openHere(new Uint8Array(readFileSync(`public/${city.map}`)))
  const regions = regionsOf(map)
  const known = new Map<string, Promise<Reading>>()

  const readingOf: City['readingOf'] = async (network, { now, region }, sources = config.sources) => {
    const thread = inline(
      [...readers.values()],
      [],
      async (id) => countings[`../../../src/domains/${id}/summary.ts`],
    )
    const { feed } = bench(network, {
      config: { ...config, sources },
      city,
      limits,
      calendar: readCalendar(id),
      rules,
      thread,
    })
    const answers = questionsOf(region, sources).map(async (question) => ({
      ...question,
      // The feed keeps what went wrong.
      document: await feed
        .get(question.resource, { region: question.region }, { now })
        .catch(() => undefined),
    }))
    return { feed, answers: await Promise.all(answers) }
  }

  return {
    city,
    map: { map, fault: undefined, failures: 0, retry: () => undefined },
    town: map.towns[0]?.code ?? '',
    nameOf: (region) => (region === null ? city.name : (regions.get(region) ?? region)),
    reading(spot) {
      const key = `${spot.now} ${spot.region}`
      const begun = known.get(key) ?? readingOf(demo(spot.now), spot)
      known.set(key, begun)
      return begun
    },
    readingOf,
  }
}
