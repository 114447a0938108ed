import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { CityDocument } from '../../src/contract/document'
import { parseTime } from '../../src/lib/calendar'

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

/** Live documents of baiyun: other figures than the recorded ones, nothing simulated. */
function measure(): ReadonlyMap<string, LiveDocument> {
  const cwd = resolve(import.meta.dirname, '../..')
  const args = ['tests/setup/run-ts.mjs', 'tests/live/measure.ts', String(MEASURED)]
  const printed = execFileSync('node', args, { cwd, encoding: 'utf8', maxBuffer: 50_000_000 })
  const made = JSON.parse(printed) as Readonly<Record<string, LiveDocument>>
  return new Map(
    DOMAINS.map((id) => {
      const document = made[id]
      if (!document) throw new Error(`${id} was not measured`)
      const { name: _name, basis: _basis, ...source } = document.source
      return [id, { ...document, source: { ...source, name: liveName(id), simulated: false } }]
    }),
  )
}

let measured: ReadonlyMap<string, LiveDocument> | undefined

/** Copies, so that a test may change its own. Measured once a process: a simulated day takes a while. */
export function liveDocuments(): Map<string, LiveDocument> {
  measured ??= measure()
  return structuredClone(new Map(measured))
}
