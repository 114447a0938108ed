import { useMemo } from 'react'
import type { Town } from '../contract'

/** Looks a town of the document up by its code. */
export function useTown(towns: readonly Town[]): (code: string) => Town | undefined {
  return useMemo(() => {
    const byCode = new Map(towns.map((town) => [town.code, town]))
    return (code: string) => byCode.get(code)
  }, [towns])
}
