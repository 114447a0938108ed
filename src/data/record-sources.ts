import type { AppConfig } from '../config/app-config'
import type { SourceConfig } from '../config/source'

export type Sources = AppConfig['sources']
export type RecordSource = SourceConfig & { readonly records: NonNullable<SourceConfig['records']> }

const sendsRecords = (source: SourceConfig): source is RecordSource => source.records !== undefined

type Named = readonly (readonly [string, RecordSource])[]

/** A configuration does not change, and each of its questions is asked with every drawing. */
const known = new WeakMap<Sources, Map<string, Named>>()

/** The sources that send records of the domain `id`: those named `<id>.<kind>` that say so. */
export function recordSources(sources: Sources, id: string): Named {
  const before = known.get(sources)?.get(id)
  if (before) return before
  const found = Object.entries(sources).flatMap(([name, source]) =>
    name.startsWith(`${id}.`) && sendsRecords(source) ? [[name, source] as const] : [],
  )
  known.set(sources, (known.get(sources) ?? new Map<string, Named>()).set(id, found))
  return found
}

/** The domain that a resource belongs to: `hotline` of `hotline.orders`. */
export const domainOf = (id: string): string => id.split('.')[0] ?? id

/** The source of a document or list; one that has none of its own is said to come from whoever keeps its records. */
export function documentSource(sources: Sources, id: string): SourceConfig | undefined {
  const [records] = recordSources(sources, domainOf(id))
  const bare = { poll: undefined, records: undefined, map: undefined, envelope: undefined, push: undefined }
  return sources[id] ?? (records && { ...records[1], ...bare })
}

/** Documents that are read from somewhere, their own source or records, in the order of the configuration. */
export const readDocuments = (sources: Sources): readonly string[] => [
  ...new Set(
    Object.entries(sources).flatMap(([id, source]) =>
      source.records ? domainOf(id) : source.poll ? id : [],
    ),
  ),
]

/** How often the document `id` can change, ms: as often as its own source or any of its records; undefined where nothing is read. */
export function everyMsOf(sources: Sources, id: string): number | undefined {
  const own = [sources[id], ...recordSources(sources, id).map(([, source]) => source)]
  const periods = own.flatMap((source) => source?.poll?.everyMs ?? [])
  return periods.length === 0 ? undefined : Math.min(...periods)
}
