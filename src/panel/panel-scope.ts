import { createContext, use, type ReactNode } from 'react'
import type { NumberedException } from './use-exceptions'
import type { PanelState } from './panel-state'

/** What a View may need of its own panel: a bare panel draws its title row itself, charts mark their own exceptions. */
export interface Scope {
  readonly title: string
  readonly marks: readonly NumberedException[]
  readonly chip: ReactNode
  readonly state: PanelState
  readonly openInfo: () => void
}

const ScopeContext = createContext<Scope | null>(null)
export const PanelScope = ScopeContext.Provider

/** @throws when used outside a panel */
export function usePanel(): Scope {
  const scope = use(ScopeContext)
  if (!scope) throw new Error('usePanel is for what stands in a panel')
  return scope
}
