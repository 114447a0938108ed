import type { ExceptionItem } from '../../../contract/exception'
import { SEVERITIES } from '../../../contract/severity'
import { words as marks } from '../../../ui/words'
import { words } from '../words'

/** What the sentence has to know of the domains. */
export interface Raising {
  /** Every domain that raises exceptions. */
  readonly ids: readonly string[]
  readonly nameOf: (id: string) => string
}

/** No domain could be read: that nothing is listed says nothing. */
export const seesNothing = (
  items: readonly ExceptionItem[],
  unseen: readonly string[],
  { ids }: Raising,
): boolean => items.length === 0 && ids.every((id) => unseen.includes(id))

/** One sentence a leader can read aloud: how many, how bad, where. It says what is known and nothing more. */
export function conclude(
  items: readonly ExceptionItem[],
  unseen: readonly string[],
  raising: Raising,
): string {
  const { nameOf } = raising
  if (seesNothing(items, unseen, raising)) return words.sentence.blind
  const hidden = unseen.map(nameOf)
  if (items.length === 0) return words.sentence.calm(hidden)
  const parts = SEVERITIES.flatMap((severity) => {
    const rows = items.filter((item) => item.severity === severity)
    const domains = [...new Set(rows.map(({ domain }) => nameOf(domain)))]
    return rows.length === 0 ? [] : [{ severity: marks.severity.name[severity], count: rows.length, domains }]
  })
  return words.sentence.open(hidden, parts.slice(0, 2))
}
