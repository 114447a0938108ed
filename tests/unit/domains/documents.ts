import { readMetrics } from '../../../mock-data/generator/metrics'
import { limitsOf } from '../../../src/config/written'
import type { Dataset } from '../../../src/contract/dataset'
import type { CityDocument } from '../../../src/contract/document'
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
const datasets = new Map(panels.map(({ dataset }) => [dataset.id, dataset]))

function documentOf(dataset: Dataset): CityDocument {
  const parsed = dataset.parse(mocks[`../../../mock-data/baiyun/${dataset.id}.json`])
  if (!parsed.success) throw new Error(`${dataset.id} breaks its contract`)
  const inputs = new Map(dataset.derivedFrom.flatMap((id) => input(id)))
  const moment = { now: NOW, region: null, limits: limitsOf(metrics) }
  const moved = dataset.simulate?.(parsed.data, moment, inputs) ?? parsed.data
  return asLive(JSON.parse(JSON.stringify(moved)) as CityDocument)
}

function input(id: string): [string, CityDocument][] {
  const dataset = datasets.get(id)
  return dataset ? [[id, documentOf(dataset)]] : []
}

/** As a live source would send it: nothing is simulated, and the demo's parameters are no part of it. */
function asLive({ operation, ...rest }: CityDocument): CityDocument {
  const document = { ...rest, source: { ...rest.source, simulated: false } }
  if (typeof operation !== 'object' || operation === null || !('demo' in operation))
    return { ...document, operation }
  const { demo: _, ...known } = operation
  return { ...document, operation: known }
}

/** A document of every dataset, with every part of its contract. */
export const documents: ReadonlyMap<string, CityDocument> = new Map(
  [...datasets].map(([id, dataset]) => [id, documentOf(dataset)]),
)
