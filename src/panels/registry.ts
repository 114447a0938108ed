import type { Dataset } from '../contract/dataset'
import type { Panel } from '../panel-kit/define-panel'

/** Every panel of every folder: a new folder with a `panel.ts` is found without an edit here. */
const modules = import.meta.glob<{ panels: readonly Panel[] }>('./*/panel.ts', { eager: true })

const all = Object.values(modules).flatMap((module) => module.panels)

/** Panels by id. */
export const panels: ReadonlyMap<string, Panel> = new Map(all.map((panel) => [panel.id, panel]))

/** Datasets by id, as the panels declare them. */
export const datasets: ReadonlyMap<string, Dataset> = new Map(all.map(({ dataset }) => [dataset.id, dataset]))
