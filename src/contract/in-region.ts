import type { ExceptionItem } from './exception'

/**
 * What lies in a region, itself or by what it covers: a filter, never another judgement. `region` is the beginning of a division code.
 */
export const inRegion = (exceptions: readonly ExceptionItem[], region: string): ExceptionItem[] =>
  exceptions.filter((item) =>
    [item, ...(item.evidence?.covers ?? [])].some(({ place: at }) => at?.code.startsWith(region)),
  )

/** How many of them lie nobody knows where: in no region, and in none it is known that they do not. */
export const unplacedIn = (exceptions: readonly ExceptionItem[], here: readonly ExceptionItem[]): number =>
  exceptions.filter((item) => item.place === undefined && !here.includes(item)).length
