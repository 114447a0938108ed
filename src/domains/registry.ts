import { loadPart } from '../lib/lost-styles'
import type { Panel } from '../panel/define-panel'
import type { Domain } from '../panel/domain'

/** Every domain of every folder: a new folder with a `manifest.ts` is found without an edit here. */
const manifests = import.meta.glob<Domain>('./*/manifest.ts', { eager: true, import: 'domain' })

export const domains: readonly Domain[] = Object.values(manifests)

type Chunk = Domain['chunks'][number]

const chunks: readonly Chunk[] = domains.flatMap((domain) => domain.chunks)
const known = new Map<string, Panel>()
const loading = new Map<Chunk, Promise<ReadonlyMap<string, Panel>>>()

/** Panels that are here now, by id. */
export const panels: ReadonlyMap<string, Panel> = known

/** Loads one chunk, once; a download that failed may be tried again. */
function loadChunk(chunk: Chunk): Promise<ReadonlyMap<string, Panel>> {
  const begun = loading.get(chunk)
  if (begun) return begun
  const promise = loadPart(chunk.load).then(
    (module) => {
      for (const panel of module.panels) known.set(panel.id, panel)
      return known
    },
    (error: unknown) => {
      loading.delete(chunk)
      throw error
    },
  )
  loading.set(chunk, promise)
  return promise
}

/** The same promise for as long as it is under way, so that a component may wait for it; undefined where no domain has such a panel. */
export function loadPanel(id: string): Promise<ReadonlyMap<string, Panel>> | undefined {
  const chunk = chunks.find(({ panels: ids }) => ids.includes(id))
  return chunk && loadChunk(chunk)
}

/** Everything that has not been loaded yet. */
export async function loadAllPanels(): Promise<void> {
  await Promise.all(chunks.map(loadChunk))
}
