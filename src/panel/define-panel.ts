import { createElement, type ComponentType, type ReactNode } from 'react'
import type { Dataset } from '../contract/dataset'
import type { CityDocument } from '../contract/document'
import type { OptionalPart, Provided } from '../contract/parts'

type Operation<D extends CityDocument> = NonNullable<D['operation']>

/**
 * What a View receives: a document of its own contract whose operational part is present, with the optional parts `Needs` in
 * it. Loading, stale, failed, absent and not provided are the host's.
 */
export interface ViewProps<D extends CityDocument, Needs extends keyof Operation<D> = never> {
  readonly document: D
  readonly operation: Provided<Operation<D>, Needs>
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
export interface OperationPanel<
  D extends CityDocument,
  Needs extends OptionalPart<Operation<D>>,
> extends PanelBase<D> {
  /** Optional parts without which there is nothing to show; a View may read no other without asking whether it is there. */
  readonly needs?: readonly Needs[]
  // NoInfer: what is needed is said by `needs` alone, so a View that reads more does not fit.
  readonly View: ComponentType<ViewProps<D, NoInfer<Needs>>>
  /** Asked of any document, complete or not: a document may say that there is nothing without bringing the parts. */
  readonly isEmpty?: (operation: Operation<D>) => boolean
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
  /** Parts of `operation` it cannot do without. */
  readonly needs: readonly string[]
  /** Those of them that this document does not bring. */
  missing(document: CityDocument): readonly string[]
  isEmpty(document: CityDocument): boolean
  render(document: CityDocument): ReactNode
}

/** Makes a panel. Adding one touches no existing file: the registry finds every `domains/<folder>/overview.ts`. */
export function definePanel<D extends CityDocument, const Needs extends OptionalPart<Operation<D>> = never>(
  spec: OperationPanel<D, Needs> | StandingPanel<D>,
): Panel {
  const { id, title, dataset, metrics, rail = [], chrome = 'card' } = spec
  const common = { id, title, dataset, metrics, rail, chrome }
  if ('Standing' in spec) {
    const { Standing } = spec
    return {
      ...common,
      standing: true,
      facts: spec.facts ?? false,
      needs: [],
      missing: () => [],
      isEmpty: () => false,
      render: (document) => (dataset.owns(document) ? createElement(Standing, { document }) : null),
    }
  }
  const { needs = [], View, isEmpty = () => false } = spec
  const operationOf = (document: CityDocument): Operation<D> | null => {
    if (!dataset.owns(document)) return null
    const operation: D['operation'] = document.operation
    return operation ?? null
  }
  const absent = (operation: Operation<D>) => needs.filter((part) => operation[part] === undefined)
  const complete = (operation: Operation<D>): operation is Provided<Operation<D>, Needs> =>
    absent(operation).length === 0
  return {
    ...common,
    standing: false,
    facts: false,
    needs,
    missing(document) {
      const operation = operationOf(document)
      return operation === null ? [] : absent(operation)
    },
    isEmpty(document) {
      const operation = operationOf(document)
      return operation !== null && isEmpty(operation)
    },
    render(document) {
      if (!dataset.owns(document)) return null
      const operation = operationOf(document)
      return operation !== null && complete(operation) ? createElement(View, { document, operation }) : null
    },
  }
}
