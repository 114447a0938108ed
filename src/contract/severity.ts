/** 一级 紧急 / 二级 重要 / 三级 关注. */
export const SEVERITIES = ['critical', 'major', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

/** As the tokens and marks number them, worst first. */
export const RANK = { critical: 1, major: 2, minor: 3 } as const satisfies Record<Severity, number>

interface Ranked {
  readonly id: string
  readonly severity: Severity
  /** ISO. */
  readonly due: string
}

/** Reading order of the list: severity first, then the least time left. The position (from 1) is the number on every mark. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return (
    RANK[a.severity] - RANK[b.severity] || Date.parse(a.due) - Date.parse(b.due) || (a.id < b.id ? -1 : 1)
  )
}
