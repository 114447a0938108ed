import { REFERENCE } from '../../../mock-data/generator/cities'
import { readMetrics } from '../../../mock-data/generator/metrics'
import type { CityDocument } from '../../../src/contract/document'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Answer } from '../../../src/contract/resource'
import type { Panel } from '../../../src/panel/define-panel'

const modules = import.meta.glob<{ readonly panels: readonly Panel[] }>(
  '../../../src/domains/*/{overview,scene}.ts',
  { eager: true },
)
const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
const mocks = import.meta.glob<object>('../../../mock-data/baiyun/*.json', { eager: true, import: 'default' })

/** A weekday morning with something of everything. */
export const NOW = REFERENCE
export const metrics = readMetrics()

/** Every panel there is, by glob: a new one is tested without an edit here. */
export const panels: readonly Panel[] = Object.values(modules).flatMap((module) => module.panels)

/** What judges the answers of each resource. */
export const readers: ReadonlyMap<string, AnswerReader> = new Map(
  Object.values(contracts)
    .flatMap((contract) => contract.readers)
    .map((reader) => [reader.id, reader]),
)

const isDocument = (answer: Answer): answer is CityDocument => 'operation' in answer

/** What the contract of resource `id` lets through of `input`. @throws Error with its first issue where it refuses it */
export function judged(id: string, input: unknown): CityDocument {
  const parsed = readers.get(id)?.parse(JSON.parse(JSON.stringify(input)))
  if (parsed?.success && isDocument(parsed.data)) return parsed.data
  throw new Error(`${id} ${JSON.stringify(parsed?.success === false ? parsed.error.issues[0] : parsed)}`)
}

/** As a live source would send it: nothing is simulated. */
const asLive = (document: CityDocument): CityDocument => ({
  ...document,
  source: { ...document.source, simulated: false },
})

/** A document of every domain, with every part of its contract. */
export const documents: ReadonlyMap<string, CityDocument> = new Map(
  [...new Set(panels.map(({ dataset }) => dataset.id))].map((id) => [
    id,
    asLive(judged(id, mocks[`../../../mock-data/baiyun/${id}.json`])),
  ]),
)
