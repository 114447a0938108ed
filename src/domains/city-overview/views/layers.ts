import type { MapMark } from '../../../map/layers/layer'
import type { NumberedException } from '../../../panel/use-exceptions'

/** Numbered marks of the exceptions that have a place. */
export const marksOf = (exceptions: readonly NumberedException[]): readonly MapMark[] =>
  exceptions.flatMap(({ id, place, severity, no }) => (place ? [{ id, code: place.code, severity, no }] : []))
