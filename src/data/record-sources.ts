import type { AppConfig } from '../config/app-config'
import type { SourceConfig } from '../config/source'

export type Sources = AppConfig['sources']
export type RecordSource = SourceConfig & { readonly records: NonNullable<SourceConfig['records']> }

const sendsRecords = (source: SourceConfig): source is RecordSource => source.records !== undefined

type Named = readonly (readonly [string, RecordSource])[]

interface Senders {
  /** What the figures of the domain are counted from. */
  readonly counted: Named
  /** What only whoever opens a study of it needs. */
  readonly opened: Named
}

/** A configuration does not change, and each of its questions is asked with every drawing. */
const known = new WeakMap<Sources, Map<string, Senders>>()

/** The sources that send records of the domain `id`: those named `<id>.<kind>` that say so. */
function sendersOf(sources: Sources, id: string): Senders {
  const before = known.get(sources)?.get(id)
  if (before) return before
  const all = Object.entries(sources).flatMap(([name, source]) =>
    name.startsWith(`${id}.`) && sendsRecords(source) ? [[name, source] as const] : [],
  )
  const found = {
    counted: all.filter(([, { records }]) => !records.whenOpened),
    opened: all.filter(([, { records }]) => records.whenOpened),
  }
  known.set(sources, (known.get(sources) ?? new Map<string, Senders>()).set(id, found))
  return found
}

/** The sources that the figures of the domain `id` are counted from. */
export const recordSources = (sources: Sources, id: string): Named => sendersOf(sources, id).counted

/** Whether a resource is a long time of a domain's records (`hotline.study`, `hotline.study-rows`), which nobody asks for before somebody opens it. */
export const isStudy = (resource: string): boolean => resource.includes('.study')

/** The sources that an answer is made from: of a study those of a long time, where there are any. */
export function sourcesFor(sources: Sources, resource: string): Named {
  const { counted, opened } = sendersOf(sources, domainOf(resource))
  return isStudy(resource) && opened.length > 0 ? opened : counted
}

/** The domain that a resource belongs to: `hotline` of `hotline.orders`. */
export const domainOf = (id: string): string => id.split('.')[0] ?? id

/** The source of a document or list; one that has none of its own is said to come from whoever keeps its records. */
export function documentSource(sources: Sources, id: string): SourceConfig | undefined {
  const [records] = sourcesFor(sources, id)
  const bare = { poll: undefined, records: undefined, map: undefined, envelope: undefined, push: undefined }
  return sources[id] ?? (records && { ...records[1], ...bare })
}

/** Documents that are read from somewhere, their own source or records, in the order of the configuration. */
export const readDocuments = (sources: Sources): readonly string[] => [
  ...new Set(
    Object.entries(sources).flatMap(([id, source]) =>
      source.records?.whenOpened ? [] : source.records ? domainOf(id) : source.poll ? id : [],
    ),
  ),
]

/** How often the document `id` can change, ms: as often as its own source or any of its records; undefined where nothing is read. */
export function everyMsOf(sources: Sources, id: string): number | undefined {
  // A list with an address of its own is read there.
  const senders = id.includes('.') && sources[id]?.poll ? [] : sourcesFor(sources, id)
  const own = [sources[id], ...senders.map(([, source]) => source)]
  const periods = own.flatMap((source) => source?.poll?.everyMs ?? [])
  return periods.length === 0 ? undefined : Math.min(...periods)
}
