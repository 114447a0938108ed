import type { Figure } from '../contract/figure'

/** What a printed figure is when it is not what was counted. */
const role: Record<Figure['role'], string> = {
  actual: '',
  target: '目标',
  baseline: '改革前',
  limit: '限值',
  plan: '计划',
  change: '变化',
  rank: '排名',
}

/** The ledger of published figures. */
export const words = {
  period: (figure: Pick<Figure, 'period' | 'role'>) =>
    figure.role === 'actual' ? figure.period : `${figure.period} ${role[figure.role]}`,
  more: (left: number) => `另 ${left} 项`,
  none: '该文件在本领域没有公布数字',
  caption: (year: string, kind: string, count: number) => `${year} ${kind} ${count} 项`,
  change: (from: string, to: string) => `由 ${from} 到 ${to}`,
}
export type Words = typeof words
