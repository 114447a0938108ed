import type { NumberedException } from '../../../panel/use-exceptions'

/** The hue of an exception's value; 三级 has a mark but no hue of its own for text. */
export function toneOf(mark: NumberedException | undefined): 'p1' | 'p2' | undefined {
  if (!mark) return undefined
  return mark.severity === 'critical' ? 'p1' : mark.severity === 'major' ? 'p2' : undefined
}
