import { useMemo } from 'react'
import { byUrgency, type ExceptionItem } from '../contract/exception'
import { useDataset } from './use-dataset'

/** Dataset whose documents carry the whole city's exceptions. */
const EXCEPTIONS = 'exceptions'

export interface NumberedException extends ExceptionItem {
  /** The one number of this exception wherever its mark appears: list, map, title, chart. */
  readonly no: number
}

const NONE: readonly ExceptionItem[] = []

/** All open exceptions in reading order, numbered from 1. */
export function useExceptions(): readonly NumberedException[] {
  const { document } = useDataset(EXCEPTIONS)
  const items = document?.exceptions ?? NONE
  return useMemo(() => items.toSorted(byUrgency).map((item, i) => ({ ...item, no: i + 1 })), [items])
}

/** The exceptions that a panel showing `metrics` must carry. */
export function useExceptionsOf(metrics: readonly string[]): readonly NumberedException[] {
  const all = useExceptions()
  return useMemo(() => all.filter((item) => metrics.includes(item.metric)), [all, metrics])
}
