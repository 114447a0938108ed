import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import type { Dataset } from '../../src/contract/dataset'
import type { CityDocument } from '../../src/contract/document'
import { cityOverview } from '../../src/domains/city-overview/resources'
import { dataAggregation } from '../../src/domains/data-aggregation/resources'
import { exceptions } from '../../src/domains/exceptions/resources'
import { hotline } from '../../src/domains/hotline/resources'
import { serviceHall } from '../../src/domains/service-hall/resources'
import { video } from '../../src/domains/video/resources'
import { cityBases, REFERENCE, type CityBase } from './cities'
import { buildCityOverview, buildExceptions } from './city-overview'
import { buildDataAggregation } from './data-aggregation'
import { buildHotline } from './hotline'
import { buildServiceHall } from './service-hall'
import { limitsOf } from '../../src/config/metrics'
import { readMetrics } from './metrics'
import { buildVideo } from './video'

const PLAN: readonly { dataset: Dataset; build: (city: CityBase) => CityDocument }[] = [
  { dataset: hotline, build: buildHotline },
  { dataset: serviceHall, build: buildServiceHall },
  { dataset: video, build: buildVideo },
  { dataset: dataAggregation, build: buildDataAggregation },
  { dataset: exceptions, build: buildExceptions },
  { dataset: cityOverview, build: buildCityOverview },
]

const limits = limitsOf(readMetrics())

/** One city's six documents at the reference moment, each moved by its own simulation and accepted by its own contract. */
export function buildCity(city: CityBase): Map<string, CityDocument> {
  const documents = new Map<string, CityDocument>()
  for (const { dataset, build } of PLAN) {
    const moved =
      dataset.simulate?.(build(city), { now: REFERENCE, region: null, limits }, documents) ?? build(city)
    const parsed = dataset.parse(JSON.parse(JSON.stringify(moved)))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new Error(`${city.id}/${dataset.id} ${issue?.path.join('.')}: ${issue?.message}`)
    }
    documents.set(dataset.id, parsed.data)
  }
  return documents
}

/** Writes mock-data/<city>/<dataset>.json; with --check only says whether they are up to date (exit 1 when not). */
export function main(args: readonly string[]): void {
  const stale: string[] = []
  for (const city of cityBases()) {
    mkdirSync(`mock-data/${city.id}`, { recursive: true })
    for (const [id, document] of buildCity(city)) {
      const path = `mock-data/${city.id}/${id}.json`
      const text = `${JSON.stringify(document)}\n`
      if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
      stale.push(path)
      if (!args.includes('--check')) writeFileSync(path, text)
    }
  }
  if (args.includes('--check') && stale.length > 0)
    throw new Error(`与生成器不一致：${stale.join('、')}（运行 npm run mock-data）`)
  console.log(args.includes('--check') ? 'mock-data 与生成器一致' : `写入 ${stale.length} 个文件`)
}
