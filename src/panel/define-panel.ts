import { createElement, memo, type ComponentType, type ReactNode } from 'react'
import type { CityDocument } from '../contract/document'
import type { OptionalPart, Provided } from '../contract/parts'
import type { DocumentResource } from '../contract/resource'
import type { Json } from '../lib/json'

type Operation<D extends CityDocument> = NonNullable<D['operation']>

/** The room a panel has for its body, in design units. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** What it is drawn on: a wall shows what fits and says how many more there are; paper shows all. */
export type Medium = 'wall' | 'desk' | 'print'

/** Where and how a panel is drawn: known before it is drawn the first time. */
export interface Room {
  readonly size: Size
  readonly medium: Medium
  /** What the scene's cell says besides the panel's name. */
  readonly spec: Json | null
}

/**
 * What a View receives: a document of its own contract whose operational part is present, with the optional parts `Needs` in
 * it. Loading, stale, failed, absent and not provided are the host's.
 */
export interface ViewProps<D extends CityDocument, Needs extends keyof Operation<D> = never> extends Room {
  readonly document: D
  readonly operation: Provided<Operation<D>, Needs>
}

type FactsChip = ComponentType<{ readonly document: CityDocument }>

interface PanelBase<D extends CityDocument> {
  readonly id: string
  readonly title: string
  readonly dataset: DocumentResource<D>
  /** Metric ids whose definitions the ⓘ opens and whose exceptions mark this panel. */
  readonly metrics: readonly string[]
  /** Metric ids of published figures shown in the rail, most important first. */
  readonly rail?: readonly string[]
  /** card: framed panel; bare: no frame of its own (map, key strip). */
  readonly chrome?: 'card' | 'bare'
  /** It is drawn on the region map: without that there is nothing to show, and the host says why. */
  readonly onMap?: boolean
}

/** A panel over operational data. */
export interface OperationPanel<
  D extends CityDocument,
  Needs extends OptionalPart<Operation<D>>,
> extends PanelBase<D> {
  /** Optional parts without which there is nothing to show; a View may read no other without asking whether it is there. */
  readonly needs?: readonly Needs[]
  /** The day that daily figures cover, `YYYY-MM-DD`, where the document says it; otherwise that of twelve hours before its time. */
  readonly day?: (operation: Operation<D>) => string | undefined
  // NoInfer: what is needed is said by `needs` alone, so a View that reads more does not fit.
  readonly View: ComponentType<ViewProps<D, NoInfer<Needs>>>
  /** Asked of any document, complete or not: a document may say that there is nothing without bringing the parts. */
  readonly isEmpty?: (operation: Operation<D>) => boolean
}

/** A panel that also stands when there is no operational data: published figures, the exception list. */
export interface StandingPanel<D extends CityDocument> extends PanelBase<D> {
  readonly Standing: ComponentType<Room & { readonly document: D }>
  /** It shows published figures only: what says their period, in place of the state and the demo mark. Such panels bring it, since the first view has none. */
  readonly facts?: FactsChip
}

/** A panel as the host and the registry see it: its types are closed over, so no cast is ever needed. */
export interface Panel {
  readonly id: string
  readonly title: string
  readonly dataset: DocumentResource
  readonly metrics: readonly string[]
  readonly rail: readonly string[]
  readonly chrome: 'card' | 'bare'
  readonly onMap: boolean
  readonly standing: boolean
  readonly facts: FactsChip | null
  /** Parts of `operation` it cannot do without. */
  readonly needs: readonly string[]
  /** Those of them that this document does not bring. */
  missing(document: CityDocument): readonly string[]
  isEmpty(document: CityDocument): boolean
  day(document: CityDocument): string | undefined
  render(document: CityDocument, room: Room): ReactNode
}

/** Makes a panel. A View is drawn again when its document, its room or its marks change, not with every second. */
export function definePanel<D extends CityDocument, const Needs extends OptionalPart<Operation<D>> = never>(
  spec: OperationPanel<D, Needs> | StandingPanel<D>,
): Panel {
  const { id, title, dataset, metrics, rail = [], chrome = 'card', onMap = false } = spec
  const common = { id, title, dataset, metrics, rail, chrome, onMap }
  if ('Standing' in spec) {
    const Standing = memo(spec.Standing)
    return {
      ...common,
      standing: true,
      facts: spec.facts ?? null,
      needs: [],
      missing: () => [],
      isEmpty: () => false,
      day: () => undefined,
      render: (document, room) =>
        dataset.owns(document) ? createElement(Standing, { document, ...room }) : null,
    }
  }
  const { needs = [], isEmpty = () => false } = spec
  const View = memo(spec.View)
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
    facts: null,
    needs,
    missing(document) {
      const operation = operationOf(document)
      return operation === null ? [] : absent(operation)
    },
    isEmpty(document) {
      const operation = operationOf(document)
      return operation !== null && isEmpty(operation)
    },
    day(document) {
      const operation = operationOf(document)
      return operation === null ? undefined : spec.day?.(operation)
    },
    render(document, room) {
      if (!dataset.owns(document)) return null
      const operation = operationOf(document)
      return operation !== null && complete(operation)
        ? createElement(View, { document, operation, ...room })
        : null
    },
  }
}
