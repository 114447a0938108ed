import type { LinkState } from '../../data/push/link'

/** The three states of a stream, as its line names them. */
const stream: Record<LinkState, string> = { up: '已连通', connecting: '连接中', down: '中断' }

/** What the list behind the light says. */
export const words = {
  item: (name: string, state: string) => `${name} · ${state}`,
  checked: (at: string) => `最近核对 ${at}`,
  map: (file: string, state: string) => `区划地图 ${file} · ${state}`,
  failures: (count: number) => `连续失败 ${count} 次，自动重试`,
  problem: (field: string, message: string) => `${field} ${message}`,
  panels: (titles: readonly string[]) => `面板：${titles.join('、')}`,
  stream: (url: string, state: LinkState) => `推送 ${url} · ${stream[state]}`,
  since: (kind: string, at: string) => `${kind} · 自 ${at}`,
  pushed: '变更即读，轮询放慢',
  polled: '以轮询代替，恢复后自动切回',
  none: '尚无数据',
  derived: '由其他数据源汇总',
  data: (at: string, age: string, period: string) => `数据时间 ${at} · 距今 ${age} · 周期 ${period}`,
  /** Why a rule, or some of what it found, is not on the list. */
  ruleFault: {
    'no-field': (rule: string, field: string) => `规则 ${rule} 未执行：没有字段 ${field}`,
    'no-threshold': (rule: string, field: string) => `规则 ${rule} 未执行：指标 ${field} 没有限值`,
    unfilled: (rule: string, field: string, things: number) =>
      `规则 ${rule}：${things} 项缺 ${field}，未列入`,
  },
  ruleCut: (rule: string, total: number) => `规则 ${rule} 共 ${total} 项，只列最前的`,
  clash: (clash: string, title: string, arithmetic: string) => `≠ ${clash} ${title}：${arithmetic}`,
}
export type Words = typeof words
