import type { RefObject } from 'react'
import { useBox } from './use-box'

/**
 * How many rows of `rowUnits` design units fit the element: walls show what fits and say how many more there are,
 * they never scroll and never shrink type.
 */
export function useRows<E extends HTMLElement>(rowUnits: number): [RefObject<E | null>, number] {
  const [ref, { height }] = useBox<E>()
  return [ref, Math.max(0, Math.floor((height + 0.5) / rowUnits))]
}
