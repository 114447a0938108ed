import { usePanel } from './panel-scope'
import type { NumberedException } from './use-exceptions'

/** The open exception of this panel that says something of `metric` (of this subject, where one is named), the most urgent one. */
export function useMarkOf(metric: string, subject?: string): NumberedException | undefined {
  return usePanel().marks.find(
    (mark) => mark.metric === metric && (subject === undefined || mark.subject === subject),
  )
}

/** The open exception of this panel that is about `subject`: a department, a hall, an order. */
export function useMarkFor(subject: string): NumberedException | undefined {
  return usePanel().marks.find((mark) => mark.subject === subject)
}
