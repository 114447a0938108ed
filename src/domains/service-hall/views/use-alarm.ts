import { usePanel } from '../../../panel/panel-scope'
import type { NumberedException } from '../../../panel/use-exceptions'

/** The exception of this metric (and thing) that stands in the list, if any: only then may a value take an alarm hue. */
export function useAlarm(metric: string, subject?: string): NumberedException | undefined {
  return usePanel().marks.find(
    (mark) => mark.metric === metric && (subject === undefined || mark.subject === subject),
  )
}

/** The hue of an exception's value; 三级 has a mark but no hue of its own for text. */
export function toneOf(mark: NumberedException | undefined): 'p1' | 'p2' | undefined {
  if (!mark) return undefined
  return mark.severity === 'critical' ? 'p1' : mark.severity === 'major' ? 'p2' : undefined
}
