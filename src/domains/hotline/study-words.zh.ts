const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const fields = {
  category: '类别',
  topic: '主题',
  town: '镇街',
  dept: '主办单位',
  outcome: '办理结果',
} as const

const outcomes: Readonly<Record<string, string>> = {
  open: '在办',
  overdue: '在办已超期',
  closed: '按时办结',
  late: '超期办结',
}

/** A year of orders, narrowed by whatever is chosen. */
export const words = {
  lead: { all: '研判近 52 周的工单 ›', same: '研判近 52 周同地同类的工单 ›' },
  waiting: '正在读取一年的工单…',
  failed: (why: string) => `最近一次读取失败：${why}`,
  none: '没有可供研判的工单：热线未接入，或来源没有按行给出工单（hotline.year-order、hotline.work-order）',
  source: (name: string, simulated: boolean, at: string) =>
    `来源 ${name}${simulated ? '（演示，模拟数据）' : ''} · 数据时间 ${at} · 只计整日，不含今日`,
  unit: '件',
  all: (count: string, from: string, to: string) => `${from} 至 ${to} 共 ${count} 件`,
  chosen: '受理',
  before: (days: string) => `前 ${days} 天`,
  late: '超期',
  lateOf: '超期办结与在办已超期，占其中',
  repeats: '重复诉求',
  brief: '生成简报',
  list: (count: string) => `逐条列出 ${count} 件 ›`,
  unread: (conditions: readonly string[]) => `网址中的条件看不懂，未采用：${conditions.join('、')}`,
  narrowed: '已筛选',
  clear: '全部清除',
  remove: (what: string) => `取消 ${what}`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  days: {
    title: '按周受理',
    most: (count: string) => `最高一周 ${count} 件 · 横向拖动选时段`,
    week: (from: string, to: string, count: string) => `${from} 至 ${to} 受理 ${count} 件`,
    presets: [
      [1, '近 1 周'],
      [4, '近 4 周'],
      [13, '近 13 周'],
      [52, '近 52 周'],
    ] as readonly (readonly [number, string])[],
    earlier: '前移一个时段',
    later: '后移一个时段',
  },
  hours: {
    title: '按星期与时刻',
    most: (day: string, hour: number, count: string) => `最多 ${day} ${hour}–${hour + 1} 时 ${count} 件`,
    cell: (day: string, hour: number, count: string) => `${day} ${hour}–${hour + 1} 时 ${count} 件`,
    range: (from: number, to: number) => `${from}–${to + 1} 时`,
    week: (from: number, to: number) => [...new Set([weekdays[from - 1], weekdays[to - 1]])].join('至'),
  },
  weekdays,
  short: ['一', '二', '三', '四', '五', '六', '日'] as const,
  fields,
  outcomes,
  more: (count: number) => `另 ${count} 项`,
  less: '收起',
  unknown: (count: string) => `未注明 ${count} 件`,
  rising: {
    title: '上升主题',
    about: (to: string, weeks: number) => `至 ${to} 的 7 天，对比此前 ${weeks} 周均值，已计去年同期季节变化`,
    few: '此前不足 4 周，不判断上升',
    none: '没有明显高于预期的主题',
    expected: (value: string) => `预期 ${value}`,
    times: (value: string) => `${value} 倍`,
  },
  /** Between things named, between sentences of one, and at the end. */
  signs: { and: '、', next: '；', stop: '。' },
  briefing: {
    title: '12345 热线简报（草稿）',
    back: '返回研判',
    draft: '简报正文，可修改；不保存',
    copy: '复制',
    copied: '已复制',
    notCopied: '未能复制，请选中文字后复制',
    print: '打印',
    period: (from: string, to: string, days: number) => `统计时段 ${from} 至 ${to}（${days} 天）。`,
    narrowed: (what: string) => `范围：${what}。`,
    received: (count: string) => `受理工单 ${count} 件`,
    compared: (count: string, change: string) => `，前一时段 ${count} 件，${change}`,
    up: (share: string) => `增加 ${share}%`,
    down: (share: string) => `减少 ${share}%`,
    same: '持平',
    late: (count: string, share: string) => `超期（含在办已超期）${count} 件，占 ${share}%。`,
    repeats: (count: string, share: string) => `重复诉求 ${count} 件，占 ${share}%。`,
    most: (field: string, named: string) => `${field}居前的：${named}。`,
    item: (label: string, count: string, share: string) => `${label} ${count} 件（${share}%）`,
    peak: (day: string, hour: number, count: string) =>
      `受理最集中在${day} ${hour}–${hour + 1} 时，合计 ${count} 件。`,
    rising: (named: string) => `近 7 天明显高于预期：${named}。`,
    risen: (town: string, topic: string, count: string, expected: string) =>
      `${town}${topic} ${count} 件（预期 ${expected} 件）`,
    norise: '近 7 天没有明显高于预期的主题。',
  },
}
export type Words = typeof words
