import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cityConfig } from '../../src/config/city'
import { limitsOf } from '../../src/config/written'
import { deriveDocument } from '../../src/contract/derive'
import type { CityDocument } from '../../src/contract/document'
import type { AnswerReader, Schema } from '../../src/contract/reader'
import type { Counting } from '../../src/contract/records/counting'
import type { DocumentResource } from '../../src/contract/resource'
import type { Demo } from '../../src/demo/kit/domain'
import type { Seed } from '../../src/demo/kit/seed'
import { cityOverview } from '../../src/domains/city-overview/resources'
import { exceptions } from '../../src/domains/exceptions/resources'
import { domainsIn, type Domain } from '../../src/panel/domain'
import { readCalendar } from './calendar'
import { cityBases, REFERENCE, type CityBase } from './cities'
import { answerOf } from './counted'
import { buildCityOverview } from './city-overview'
import { buildDataAggregation } from './data-aggregation'
import { buildHotline } from './hotline'
import { readMetrics } from './metrics'
import { buildServiceHall } from './service-hall'
import { buildVideo } from './video'

/** Domains with a seed, in the order in which they are listed. */
const SEEDS: Readonly<Record<string, (city: CityBase) => Seed>> = {
  hotline: buildHotline,
  'service-hall': buildServiceHall,
  video: buildVideo,
  'data-aggregation': buildDataAggregation,
  'city-overview': buildCityOverview,
}

const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../src/domains/*/contract.ts',
  { eager: true },
)
const readers = new Map(
  Object.values(contracts)
    .flatMap((module) => module.readers)
    .map((reader) => [reader.id, reader]),
)
const demos = import.meta.glob<{ readonly demo: Demo }>('../../src/demo/*/demo.ts', { eager: true })
const countings = import.meta.glob<Counting>('../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})
const parameters = import.meta.glob<{ readonly demo: Schema<unknown> }>('../../src/demo/*/seed.ts', {
  eager: true,
})
const limits = limitsOf(readMetrics())

const manifests = import.meta.glob<{ readonly domain: Domain }>('../../src/domains/*/manifest.ts', {
  eager: true,
})
const domains = domainsIn(
  Object.values(manifests).map(({ domain }) => domain),
  Object.keys(SEEDS),
)

/** A city as far as its documents are concerned. */
type City = Pick<CityBase, 'id' | 'code'>
type Seeds = ReadonlyMap<string, Pick<Seed, 'document' | 'demo'>>

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Cities that have seeds and no generator: written by hand. */
function writtenCities(generated: readonly City[]): City[] {
  return readdirSync('mock-data')
    .filter((id) => existsSync(`mock-data/${id}/seed`) && !generated.some((city) => city.id === id))
    .map((id) => cityConfig.parse(readJson(`public/config/cities/${id}.json`)))
}

const isSeed = (value: unknown): value is Seed =>
  typeof value === 'object' && value !== null && 'document' in value && 'demo' in value

/** Seeds of a city that lie beside the generated ones. */
function writtenSeeds(city: City, generated: Seeds): Seeds {
  const ids = readdirSync(`mock-data/${city.id}/seed`).map((file) => file.replace(/\.json$/, ''))
  return new Map(
    ids
      .filter((id) => !generated.has(id))
      .map((id) => {
        const name = `${city.id}/seed/${id}`
        const seed = readJson(`mock-data/${name}.json`)
        if (!isSeed(seed)) throw new Error(`${name} 须有 document 与 demo`)
        judge(name, readerOf(id), seed.document)
        return [id, seed] as const
      }),
  )
}

function judge(
  name: string,
  schema: { parse(input: unknown): ReturnType<Schema<unknown>['safeParse']> },
  value: unknown,
) {
  const parsed = schema.parse(JSON.parse(JSON.stringify(value)))
  if (parsed.success) return
  const [issue] = parsed.error.issues
  throw new Error(`${name} ${issue?.path.join('.')}: ${issue?.message}`)
}

const readerOf = (id: string): AnswerReader => {
  const reader = readers.get(id)
  if (!reader) throw new Error(`没有 ${id} 的契约`)
  return reader
}

/** What one city's demo starts from, each accepted by the contract and by the schema of its parameters. */
function buildSeeds(city: CityBase): Map<string, Seed> {
  return new Map(
    Object.entries(SEEDS).map(([id, build]) => {
      const seed = build(city)
      judge(`${city.id}/seed/${id}`, readerOf(id), seed.document)
      const schema = parameters[`../../src/demo/${id}/seed.ts`]?.demo
      if (seed.demo !== null && schema)
        judge(`${city.id}/seed/${id} demo`, { parse: (value) => schema.safeParse(value) }, seed.demo)
      return [id, seed] as const
    }),
  )
}

/** One city's documents at the reference moment, as any API would give them; each accepted by its own contract. */
function recordedOf(city: City, seeds: Seeds): Map<string, object> {
  const documents = new Map<string, CityDocument>()
  for (const [id, seed] of seeds) {
    const demo = demos[`../../src/demo/${id}/demo.ts`]?.demo
    const counting = countings[`../../src/domains/${id}/summary.ts`]
    const moment = { now: REFERENCE, region: null, limits, calendar: readCalendar(city.id) }
    const answer = demo && answerOf(demo, counting, seed, moment)
    const parsed = readerOf(id).parse(JSON.parse(JSON.stringify(answer ?? seed.document)))
    if (!parsed.success) throw new Error(`${city.id}/${id} ${JSON.stringify(parsed.error.issues[0])}`)
    if (isDocument(parsed.data)) documents.set(id, parsed.data)
  }
  for (const resource of [cityOverview, exceptions]) {
    const derived = derivedFor(city, resource, documents)
    judge(`${city.id}/${resource.id}`, readerOf(resource.id), derived)
    documents.set(resource.id, derived)
  }
  return documents
}

const isDocument = (answer: object): answer is CityDocument => 'operation' in answer

const ABOUT = { name: '处置清单', owner: '本系统', cadenceSeconds: 60 }

function derivedFor(city: City, resource: DocumentResource, documents: ReadonlyMap<string, CityDocument>) {
  const base = documents.get(resource.id)
  const wanted = resource.derivation ? domains.inputsOf(resource.derivation.inputs) : []
  const inputs = new Map(wanted.map(({ id }) => [id, documents.get(id)]))
  const envelope = { city: city.id, region: city.code, source: base?.source ?? ABOUT, base }
  const derived = deriveDocument(resource, envelope, inputs, new Set())
  if (!derived) throw new Error(`${city.id}/${resource.id} 汇不成`)
  return derived
}

/** What stands under mock-data/<city>: name → content. */
function filesOf(city: City, generated: Seeds): readonly (readonly [string, object])[] {
  const written = writtenSeeds(city, generated)
  return [
    ...[...generated].map(([id, seed]) => [`seed/${id}`, seed] as const),
    ...recordedOf(city, new Map([...generated, ...written])),
  ]
}

/**
 * Writes mock-data/<city>/<dataset>.json and its seeds, and records what comes of seeds that were written by hand; with --check only
 * says whether they are up to date (exit 1 when not).
 */
export function main(args: readonly string[]): void {
  const stale: string[] = []
  const bases = cityBases()
  for (const { id } of bases) mkdirSync(`mock-data/${id}/seed`, { recursive: true })
  const files = [
    ...bases.map((city) => [city, buildSeeds(city)] as const),
    ...writtenCities(bases).map((city) => [city, new Map<string, Seed>()] as const),
  ].flatMap(([city, seeds]) =>
    filesOf(city, seeds).map(([name, value]) => [`mock-data/${city.id}/${name}.json`, value] as const),
  )
  for (const [path, value] of files) {
    const text = `${JSON.stringify(value)}\n`
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(path)
    if (!args.includes('--check')) writeFileSync(path, text)
  }
  if (args.includes('--check') && stale.length > 0)
    throw new Error(`与生成器不一致：${stale.join('、')}（运行 npm run mock-data）`)
  console.log(args.includes('--check') ? 'mock-data 与生成器一致' : `写入 ${stale.length} 个文件`)
}
