import type { CityConfig } from '../config/city'
import type { CityDocument } from '../contract/document'
import { words } from './words'

/** The words, and what of them goes first where there is little room. */
export type PlaceWords = readonly [whole: string, rest: string]

export interface RegionFacts {
  readonly document: CityDocument | undefined
  readonly city: Pick<CityConfig, 'code' | 'tier'>
  /** The town or district the wall is scoped to. */
  readonly region: string | null
  /** The dataset always covers the whole city, and its panels show so. */
  readonly wholeCity: boolean
}

/** 440111 and 440111000000 name the same place. */
const same = (a: string, b: string) => a.padEnd(12, '0') === b.padEnd(12, '0')

/**
 * What a panel must say when a town is chosen and its source answered for another place, as a source does that knows only the
 * whole city: without it the city's figures would pass for the town's. Null when there is nothing to say.
 */
export function regionWords({ document, city, region, wholeCity }: RegionFacts): PlaceWords | null {
  if (region === null || wholeCity || !document || document.operation === null) return null
  if (same(document.region, region)) return null
  return same(document.region, city.code)
    ? words.region.whole(city.tier)
    : words.region.other(document.region)
}
