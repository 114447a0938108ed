import type { ExceptionItem } from '../contract/exception'
import { words } from './words'

/** Where an exception is: a place, the whole city, or not known. What is not known is never said of the whole. */
export const placeWords = ({ place }: ExceptionItem, tier: string): string =>
  place === undefined ? words.place.unknown : (place?.name ?? words.place.whole(tier))
