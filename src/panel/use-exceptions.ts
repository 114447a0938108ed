import { createContext, createElement, use, useMemo, type ReactNode } from 'react'
import type { ExceptionItem } from '../contract/exception'
import type { DocumentResource } from '../contract/resource'
import { byUrgency } from '../contract/severity'
import { useDocuments } from './use-documents'

export interface NumberedException extends ExceptionItem {
  /** The one number of this exception wherever its mark appears: list, map, title, chart. */
  readonly no: number
}

const NONE: readonly NumberedException[] = []
const Exceptions = createContext<readonly NumberedException[]>(NONE)

/** Numbers the open exceptions once for everything on the screen. `of` is the document that carries the whole city's, if any does. */
export function ExceptionsProvider({
  of,
  children,
}: {
  readonly of: DocumentResource | undefined
  readonly children: ReactNode
}) {
  const [status] = useDocuments(useMemo(() => (of ? [of] : []), [of]))
  const items = status?.document?.exceptions
  const numbered = useMemo(
    () => items?.toSorted(byUrgency).map((item, i) => ({ ...item, no: i + 1 })) ?? NONE,
    [items],
  )
  // A wall is not ready before it is known what needs a person, whichever of its panels would say so.
  const waiting = status !== undefined && !status.document && !status.fault
  return createElement(
    Exceptions,
    { value: numbered },
    children,
    waiting && createElement('i', { hidden: true, 'data-state': 'loading' }),
  )
}

/** All open exceptions in reading order, numbered from 1. */
export const useExceptions = (): readonly NumberedException[] => use(Exceptions)

/** The exceptions that a panel showing `metrics` must carry. */
export function useExceptionsOf(metrics: readonly string[]): readonly NumberedException[] {
  const all = useExceptions()
  return useMemo(() => all.filter((item) => metrics.includes(item.metric)), [all, metrics])
}
