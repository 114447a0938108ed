import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { limitsOf } from '../../src/config/written'
import type { CityDocument } from '../../src/contract/document'
import { parseTime } from '../../src/lib/calendar'
import { readMetrics } from '../../mock-data/generator/metrics'
import { contracts } from '../e2e/inject'

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

/** Live documents of baiyun: other figures than the mock's, nothing simulated, no parameters of a demo. */
async function measure(): Promise<ReadonlyMap<string, LiveDocument>> {
  const datasets = await contracts()
  const limits = limitsOf(readMetrics())
  return new Map(
    DOMAINS.map((id) => {
      const dataset = datasets.get(id)
      const base = dataset?.parse(read(id))
      if (!base?.success || !dataset?.simulate) throw new Error(`no document of ${id} to start from`)
      const moved = dataset.simulate(base.data, { now: MEASURED, region: null, limits }, new Map())
      const { demo: _, ...operation } = Object(moved.operation) as Record<string, unknown>
      const { name: _name, basis: _basis, ...source } = moved.source
      return [id, { ...moved, source: { ...source, name: liveName(id), simulated: false }, operation }]
    }),
  )
}

const read = (id: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../mock-data/baiyun/${id}.json`), 'utf8'))

let measured: Promise<ReadonlyMap<string, LiveDocument>> | undefined

/** Copies, so that a test may change its own. Measured once a process: a simulated day takes a while. */
export async function liveDocuments(): Promise<Map<string, LiveDocument>> {
  measured ??= measure()
  return structuredClone(new Map(await measured))
}
