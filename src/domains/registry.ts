import type { Dataset } from '../contract/dataset'
import type { Panel } from '../panel/define-panel'

type PanelModule = { readonly panels: readonly Panel[] }

/**
 * Every panel of every folder: a new folder with a `overview.ts` is found without an edit here. `overview.ts` holds what the
 * overview needs; `scene.ts` holds a domain scene's panels, which load when that scene is opened or the wall is idle.
 */
const overview = import.meta.glob<PanelModule>('./*/overview.ts', { eager: true })
const scenes = import.meta.glob<PanelModule>('./*/scene.ts')

const known = new Map(
  Object.values(overview).flatMap((module) => module.panels.map((panel) => [panel.id, panel] as const)),
)

/** Datasets by id, as the overview panels declare them. */
export const datasets: ReadonlyMap<string, Dataset> = new Map(
  [...known.values()].map(({ dataset }) => [dataset.id, dataset]),
)

/** Panels that are here now, by id. */
export const panels: ReadonlyMap<string, Panel> = known

let all: Promise<ReadonlyMap<string, Panel>> | undefined

/** All panels, those of the domain scenes included; loads once. A failed download may be tried again. */
export function loadAllPanels(): Promise<ReadonlyMap<string, Panel>> {
  all ??= Promise.all(Object.values(scenes).map((load) => load())).then(
    (modules) => {
      for (const panel of modules.flatMap((module) => module.panels)) known.set(panel.id, panel)
      return known
    },
    (error: unknown) => {
      all = undefined
      throw error
    },
  )
  return all
}
