import type { Severity } from '../contract/severity'

/** `level` as a mark is read out, `name` as a sentence calls it. */
const severity: Record<'level' | 'name', Record<Severity, string>> = {
  level: { critical: '一级', major: '二级', minor: '三级' },
  name: { critical: '紧急', major: '重要', minor: '关注' },
}

/** What the plain parts say themselves, and how every part calls a severity. */
export const words = {
  severity,
  /** Of a mark with its number in the list. */
  mark: (of: Severity, no: number) => `${severity.level[of]} 第 ${no} 件`,
  close: '关闭',
  before: '上一页',
  after: '下一页',
}
export type Words = typeof words
