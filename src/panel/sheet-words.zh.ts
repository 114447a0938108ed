import { words as panel } from './words.zh'

/** What the sheet behind the ⓘ of a panel says. */
export const words = {
  title: (panel: string) => `${panel} · 口径与来源`,
  lastRead: '最近一次读取',
  clash: (id: string, title: string) => `≠ ${panel.clash} ${id} · ${title}`,
  statement: (label: string, value: string, fact: string) => `${label}：${value}（${fact}）`,
  arithmetic: (text: string) => `${text}；并列照录，不进趋势`,
  /** A figure that was counted from rows, and what their source says it is. */
  summed: (ours = '—', theirs = '—') => `各项计 ${ours}，总数 ${theirs}，均为来源所给`,
  counted: (ours: string | undefined, theirs: string | undefined) =>
    `按记录计${ours === undefined ? '不出' : ` ${ours}`}，来源自报${theirs === undefined ? '未给出' : ` ${theirs}`}`,
  rows: (kind: string, used: string, read: string, dirty: boolean) =>
    `数据质量 ${kind} ${used}/${read} 行${dirty ? '，缺陷行过多，数字仅供参考' : ''}`,
  without: (id: string) => `数据不全 ${id}`,
  rowFault: (field: string, message: string, rows: number, first: number) =>
    `未计入 ${rows} 行：${field} ${message}（自第 ${first} 行）`,
  /** Counted, and wrong nevertheless. */
  named: (field: string, message: string, rows: number, keys: readonly string[]) =>
    `照计 ${rows} 行：${field} ${message}（${keys.join('、')}${rows > keys.length ? ' 等' : ''}）`,
  missing: (field: string, message: string) => `缺 ${field}，它所供的未知：${message}`,
  document: (issuer: string, title: string, published: string) => `${issuer}《${title}》（${published}）`,
  source: (name: string) => `数据来源 · ${name}`,
  owner: (owner: string, period: string, at: string) =>
    `责任单位 ${owner} · 更新周期 ${period} · 数据时间 ${at}`,
  part: (part: string, period: string, at: string) => `其中 ${part} 更新周期 ${period} · 数据时间 ${at}`,
  simulated: (basis: string) => `模拟数据：${basis}`,
  byClock: '按时钟推演，可复现',
  usual: {
    title: '本数据源的常态区间',
    weeks: (weeks: string) => `由 ${weeks} 周同时段的记录得出`,
    untold: '部分来源未说明由几周的记录得出',
    none: '可比的历史记录不足，不画常态区间',
  },
  label: (label: string, unit: string) => (unit === '' ? label : `${label}（${unit}）`),
  formula: (formula: string) => `算法 ${formula}`,
  threshold: (sign: string, value: string, basis: string, source: string) =>
    `阈值 ${sign} ${value} · ${basis}：${source}`,
  basis: { standard: '标准', document: '文件', local: '地方规则', assumption: '本系统假设，可配置' },
  period: {
    seconds: (n: number) => `${n} 秒`,
    minutes: (n: number) => `${n} 分`,
    hours: (n: number) => `${n} 时`,
    days: (n: number) => `${n} 天`,
  },
}
export type Words = typeof words
