import { usePanel } from './panel-scope'
import type { NumberedException } from './use-exceptions'

/** The open exception of this panel that says something of `metric`, the most urgent one. */
export function useMarkOf(metric: string): NumberedException | undefined {
  return usePanel().marks.find((mark) => mark.metric === metric)
}

/** The open exception of this panel that is about `subject`: a department, a hall, an order. */
export function useMarkFor(subject: string): NumberedException | undefined {
  return usePanel().marks.find((mark) => mark.subject === subject)
}
