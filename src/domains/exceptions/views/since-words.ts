import type { ExceptionItem } from '../../../contract/exception'
import { words } from '../sheet-words'

/** Since when: a moment of the records, or of this wall where they tell none. The one is never said of the other. */
export function sinceWords({ since, evidence }: ExceptionItem): string {
  const at = since.slice(5, 16).replace('T', ' ')
  return evidence?.seen === true ? words.seen(at) : words.since(at)
}
