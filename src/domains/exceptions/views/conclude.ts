import { SEVERITIES, type ExceptionItem, type Severity } from '../../../contract/exception'

export const DOMAIN_NAMES: Readonly<Record<string, string>> = {
  hotline: '热线',
  'service-hall': '大厅',
  video: '视频',
  'data-aggregation': '数据',
}

const WORDS: Record<Severity, string> = { critical: '紧急', major: '重要', minor: '关注' }

const domainsOf = (items: readonly ExceptionItem[]) => [
  ...new Set(items.map(({ domain }) => DOMAIN_NAMES[domain] ?? domain)),
]

/** No domain could be read: that nothing is listed says nothing. */
export const seesNothing = (items: readonly ExceptionItem[], unseen: readonly string[]): boolean =>
  items.length === 0 && Object.keys(DOMAIN_NAMES).every((id) => unseen.includes(id))

/** One sentence a leader can read aloud: how many, how bad, where. It says what is known and nothing more. */
export function conclude(items: readonly ExceptionItem[], unseen: readonly string[]): string {
  if (seesNothing(items, unseen)) return '各域均未给出需处置事项，无法判断。'
  const blind =
    unseen.length === 0 ? '' : `${unseen.map((id) => DOMAIN_NAMES[id] ?? id).join('、')}情况不明，`
  if (items.length === 0) return `${blind}${blind === '' ? '' : '其余'}运行平稳，暂无需要处置的事项。`
  const parts = SEVERITIES.flatMap((severity) => {
    const rows = items.filter((item) => item.severity === severity)
    if (rows.length === 0) return []
    const domains = domainsOf(rows)
    const where = domains.length === 1 ? `在${domains[0]}` : `涉及${domains.join('、')}`
    return [`${WORDS[severity]} ${rows.length} 件，${where}`]
  })
  return `${blind}${parts.slice(0, 2).join('；')}。`
}
