import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { limitsOf } from '../../src/config/written'
import type { CityDocument } from '../../src/contract/document'
import { parseTime } from '../../src/lib/calendar'
import { readMetrics } from '../../mock-data/generator/metrics'
import { demo as dataAggregation } from '../../src/demo/data-aggregation/demo'
import { demo as hotline } from '../../src/demo/hotline/demo'
import { demo as serviceHall } from '../../src/demo/service-hall/demo'
import { demo as video } from '../../src/demo/video/demo'

/** The moment these documents were "measured": a working morning with something to do in most domains, and none that a mock document knows. */
export const MEASURED = parseTime('2026-03-13T11:05:00+08:00')

/** What a city with systems of its own answers; the list of exceptions and the map are put together by the wall. */
export const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation'] as const

/** A document on its way to the wall, as far as the tests touch it. */
export interface LiveDocument extends Omit<CityDocument, 'operation'> {
  operation: Record<string, unknown> | null
}

/** Source names as only a live answer of these tests carries them. */
export const liveName = (id: string) => `实况 ${id}`

const DEMOS = { hotline, 'service-hall': serviceHall, video, 'data-aggregation': dataAggregation }

/** Live documents of baiyun: other figures than the recorded ones, nothing simulated. */
function measure(): ReadonlyMap<string, LiveDocument> {
  const limits = limitsOf(readMetrics())
  return new Map(
    DOMAINS.map((id) => {
      const made = DEMOS[id].document(seedOf(id), { now: MEASURED, region: null, limits }) as LiveDocument
      const { name: _name, basis: _basis, ...source } = made.source
      return [id, { ...made, source: { ...source, name: liveName(id), simulated: false } }]
    }),
  )
}

const seedOf = (id: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../mock-data/baiyun/seed/${id}.json`), 'utf8'))

let measured: ReadonlyMap<string, LiveDocument> | undefined

/** Copies, so that a test may change its own. Measured once a process: a simulated day takes a while. */
export function liveDocuments(): Map<string, LiveDocument> {
  measured ??= measure()
  return structuredClone(new Map(measured))
}
