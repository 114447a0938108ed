/** 一级 紧急 / 二级 重要 / 三级 关注. */
export const SEVERITIES = ['critical', 'major', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

interface Ranked {
  readonly id: string
  readonly severity: Severity
  /** ISO. */
  readonly due: string
}

/** Reading order of the list: severity first, then the least time left. The position (from 1) is the number on every mark. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Date.parse(a.due) - Date.parse(b.due) ||
    (a.id < b.id ? -1 : 1)
  )
}
