import { createContext, createElement, use, useMemo, type ReactNode } from 'react'
import type { ExceptionItem } from '../contract/exception'
import type { DocumentResource } from '../contract/resource'
import { byUrgency } from '../contract/severity'
import { useAlarmMarks } from './alarms/marks'
import { useKept } from './kept'
import { useDocuments } from './use-documents'

export interface NumberedException extends ExceptionItem {
  /** The one number of this exception wherever its mark appears: list, map, title, chart. */
  readonly no: number
  /** Somebody has taken notice. */
  readonly noticed?: boolean
}

interface Open {
  readonly open: readonly NumberedException[]
  /** Put aside by somebody for a while: on no list of the picture, and in no colour. Numbered on from the others. */
  readonly aside: readonly NumberedException[]
}

const NONE: Open = { open: [], aside: [] }
const Exceptions = createContext(NONE)

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
  const { noticed, aside } = useAlarmMarks()
  const worked = useMemo(() => {
    if (!items) return NONE
    const isAside = ({ id }: ExceptionItem) => aside.has(id)
    const ordered = items.toSorted((a, b) => Number(isAside(a)) - Number(isAside(b)) || byUrgency(a, b))
    const all = ordered.map((item, i) => ({ ...item, no: i + 1, noticed: noticed.has(item.id) }))
    return { open: all.filter((item) => !isAside(item)), aside: all.filter(isAside) }
  }, [items, noticed, aside])
  // Most answers leave open what was open; then nothing that carries a mark is drawn again.
  const numbered = useKept(worked)
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
export const useExceptions = (): readonly NumberedException[] => use(Exceptions).open

/** Those that somebody has put aside. */
export const useAside = (): readonly NumberedException[] => use(Exceptions).aside

/** The exceptions that a panel showing `metrics` must carry. */
export function useExceptionsOf(metrics: readonly string[]): readonly NumberedException[] {
  return useKept(useExceptions().filter((item) => metrics.includes(item.metric)))
}
