import { words as fault } from '../../data/fault-words.zh'

/** Everything the diagnostics view says itself; the verdicts are worded where sources are checked. */
export const words = {
  title: '接入诊断',
  checking: '核对中',
  result: (well: number, faulty: number, absent: number) =>
    `${well} 个数据源可用，${faulty} 个有误${absent > 0 ? `，${absent} 个${fault.kind['not-connected']}` : ''}`,
  again: '再次核对',
  leave: '回到大屏',
  link: '网址中的问题',
  sources: '数据源',
  way: { read: '核对中', derived: '由其他数据源汇总，不另核对', none: fault.kind['not-connected'] },
  mark: { read: '…', derived: '汇总', none: '—' },
  warning: (one: string) => `! ${one}`,
  answer: { about: '返回样本', title: '返回（已脱敏）', none: '没有可显示的返回' },
  mapped: { title: '映射结果', none: '没有结果' },
  wrongField: (field: string) => `有误的字段 ${field}`,
}
export type Words = typeof words
