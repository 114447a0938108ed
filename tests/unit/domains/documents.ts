import { readMetrics } from '../../../mock-data/generator/metrics'
import type { CityDocument } from '../../../src/contract/document'
import type { AnswerReader } from '../../../src/contract/reader'
import { parseTime } from '../../../src/lib/calendar'
import type { Panel } from '../../../src/panel/define-panel'

const modules = import.meta.glob<{ readonly panels: readonly Panel[] }>(
  '../../../src/domains/*/{overview,scene}.ts',
  { eager: true },
)
const mocks = import.meta.glob<object>('../../../mock-data/baiyun/*.json', { eager: true, import: 'default' })

/** A weekday morning with something of everything. */
export const NOW = parseTime('2026-11-18T10:42:00+08:00')
export const metrics = readMetrics()

/** Every panel there is, by glob: a new one is tested without an edit here. */
export const panels: readonly Panel[] = Object.values(modules).flatMap((module) => module.panels)
const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
/** What judges the answers of each resource. */
export const readers: ReadonlyMap<string, AnswerReader> = new Map(
  Object.values(contracts)
    .flatMap((contract) => contract.readers)
    .map((reader) => [reader.id, reader]),
)

/** The recorded document as a live source would send it: nothing is simulated. */
function documentOf({ id }: Panel['dataset']): CityDocument {
  const parsed = readers.get(id)?.parse(mocks[`../../../mock-data/baiyun/${id}.json`])
  if (!parsed?.success || !('operation' in parsed.data)) throw new Error(`${id} breaks its contract`)
  const document = structuredClone(parsed.data) as CityDocument
  return { ...document, source: { ...document.source, simulated: false } }
}

/** A document of every dataset, with every part of its contract. */
export const documents: ReadonlyMap<string, CityDocument> = new Map(
  panels.map(({ dataset }) => [dataset.id, documentOf(dataset)]),
)
