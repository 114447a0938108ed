import { createContext, use } from 'react'

/** Pixels per design unit: 1 at 1080 lines, 2 at 4K. Marks and charts that draw in pixels scale by it. */
export const UnitContext = createContext(1)

export function useUnit(): number {
  return use(UnitContext)
}
