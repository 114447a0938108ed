import { useMemo, type ReactNode } from 'react'
import type { Arrangement } from '../../config/scene'
import { domains } from '../../domains/registry'
import { allot } from './allot'

const domainOf = (panel: string): string | undefined =>
  domains.find(({ chunks }) => chunks.some(({ panels }) => panels.includes(panel)))?.id

interface AllottedProps {
  readonly arrangement: Arrangement
  /** Domains the city does not have, by a space. */
  readonly absent: string
  readonly children: (arrangement: Arrangement) => ReactNode
}

/** An arrangement as it stands in a city without some of its domains. */
export function Allotted({ arrangement, absent, children }: AllottedProps) {
  const allotted = useMemo(
    () => allot(arrangement, new Set(absent.split(' ')), domainOf),
    [arrangement, absent],
  )
  return children(allotted)
}
