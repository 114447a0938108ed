import type { Severity } from '../contract/severity'

/** The one name of each, wherever it is said. */
const severity: Record<Severity, string> = { critical: '一级', major: '二级', minor: '三级' }

/** What the plain parts say themselves, and how every part calls a severity. */
export const words = {
  severity,
  /** Of a mark with its number in the list. */
  mark: (of: Severity, no: number) => `${severity[of]} 第 ${no} 件`,
  close: '关闭',
  before: '上一页',
  after: '下一页',
}
export type Words = typeof words
