import { createElement, type ComponentType, type ReactNode } from 'react'
import type { Dataset } from '../contract/dataset'
import type { CityDocument } from '../contract/document'

/** What a View receives: a document of its own contract whose operational part is present. Loading, stale, failed and absent are the host's. */
export interface ViewProps<D extends CityDocument> {
  readonly document: D
  readonly operation: NonNullable<D['operation']>
}

interface PanelBase<D extends CityDocument> {
  readonly id: string
  readonly title: string
  readonly dataset: Dataset<D>
  /** Metric ids whose definitions the ⓘ opens and whose exceptions mark this panel. */
  readonly metrics: readonly string[]
  /** Metric ids of published figures shown in the rail, most important first. */
  readonly rail?: readonly string[]
  /** card: framed panel; bare: no frame of its own (map, key strip). */
  readonly chrome?: 'card' | 'bare'
}

/** A panel over operational data. */
export interface OperationPanel<D extends CityDocument> extends PanelBase<D> {
  readonly View: ComponentType<ViewProps<D>>
  readonly isEmpty?: (operation: NonNullable<D['operation']>) => boolean
}

/** A panel that also stands when there is no operational data: published figures, the exception list. */
export interface StandingPanel<D extends CityDocument> extends PanelBase<D> {
  readonly Standing: ComponentType<{ readonly document: D }>
  /** It shows published figures only, so it carries their period, never the demo mark. */
  readonly facts?: boolean
}

/** A panel as the host and the registry see it: its types are closed over, so no cast is ever needed. */
export interface Panel {
  readonly id: string
  readonly title: string
  readonly dataset: Dataset
  readonly metrics: readonly string[]
  readonly rail: readonly string[]
  readonly chrome: 'card' | 'bare'
  readonly standing: boolean
  readonly facts: boolean
  isEmpty(document: CityDocument): boolean
  render(document: CityDocument): ReactNode
}

/** Makes a panel. Adding one touches no existing file: the registry finds every `panels/<folder>/panel.ts`. */
export function definePanel<D extends CityDocument>(spec: OperationPanel<D> | StandingPanel<D>): Panel {
  const { id, title, dataset, metrics, rail = [], chrome = 'card' } = spec
  const common = { id, title, dataset, metrics, rail, chrome }
  if ('Standing' in spec) {
    const { Standing } = spec
    return {
      ...common,
      standing: true,
      facts: spec.facts ?? false,
      isEmpty: () => false,
      render: (document) => (dataset.owns(document) ? createElement(Standing, { document }) : null),
    }
  }
  const { View, isEmpty = () => false } = spec
  return {
    ...common,
    standing: false,
    facts: false,
    isEmpty(document) {
      if (!dataset.owns(document)) return false
      const operation: D['operation'] = document.operation
      return operation !== null && operation !== undefined && isEmpty(operation)
    },
    render(document) {
      if (!dataset.owns(document)) return null
      const operation: D['operation'] = document.operation
      return operation === null || operation === undefined
        ? null
        : createElement(View, { document, operation })
    },
  }
}
