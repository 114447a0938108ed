/** What the figures of the hotline cover, as its documents say it. */
export const words = {
  orders: '件',
  days: '天',
  now: '此刻',
  today: '今日 0 时至今',
  soon: '24 小时内',
  thisDay: '今日',
  thatDay: '当日',
  yesterday: '昨',
  sameDay: (weekday: string) => `上${weekday}同时`,
  lastDay: '近 24 小时',
  weekBefore: '上周同段',
  month: '近 30 日',
  closedWithin: (days: number) => `近 ${days} 日办结`,
  week: (back: number) => (back === 0 ? '近 7 日' : `前 ${back} 周`),
  noCategory: '未分类',
  /** Names under which cities keep what fits nowhere else. */
  others: ['其他', '其它'],
  moreCategories: (n: number) => `另 ${n} 类`,
}
export type Words = typeof words
