import { useMemo } from 'react'
import { useScreen } from '../../../panel/screen-context'
import type { Town } from '../contract'

/** A town by its code: as the document has it, or as the map names it where no system speaks of it. */
export function useTown(
  towns: readonly Town[],
): (code: string) => { readonly name: string; readonly town: Town | undefined } {
  const { map } = useScreen()
  const shapes = map.map?.towns
  return useMemo(() => {
    const byCode = new Map(towns.map((town) => [town.code, town]))
    const drawn = new Map(shapes?.map(({ code, name }) => [code, name]))
    return (code: string) => {
      const town = byCode.get(code)
      return { town, name: town?.name ?? drawn.get(code) ?? code }
    }
  }, [towns, shapes])
}
