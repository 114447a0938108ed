import type { ExceptionItem } from '../../../contract/exception'
import { SEVERITIES, type Severity } from '../../../contract/severity'

const WORDS: Record<Severity, string> = { critical: '紧急', major: '重要', minor: '关注' }

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
  if (seesNothing(items, unseen, raising)) return '各域均未给出需处置事项，无法判断。'
  const blind = unseen.length === 0 ? '' : `${unseen.map(nameOf).join('、')}情况不明，`
  if (items.length === 0) return `${blind}${blind === '' ? '' : '其余'}运行平稳，暂无需要处置的事项。`
  const parts = SEVERITIES.flatMap((severity) => {
    const rows = items.filter((item) => item.severity === severity)
    if (rows.length === 0) return []
    const domains = [...new Set(rows.map(({ domain }) => nameOf(domain)))]
    const where = domains.length === 1 ? `在${domains[0]}` : `涉及${domains.join('、')}`
    return [`${WORDS[severity]} ${rows.length} 件，${where}`]
  })
  return `${blind}${parts.slice(0, 2).join('；')}。`
}
