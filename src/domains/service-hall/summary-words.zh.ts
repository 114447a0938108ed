/** What the figures of the halls cover, as their documents say it. */
export const words = {
  people: '人',
  visits: '人次',
  tickets: '张',
  minutes: '分',
  reviews: '件',
  terminals: '台',
  now: '此刻',
  today: '今日',
  last24: '近 24 小时',
  called: '今日已叫号',
  sameDay: (weekday: string) => `上${weekday}同时`,
  lastDays: (days: number) => `近 ${days} 日`,
  noHall: '未注明',
  noLine: '未分队列',
  noBusiness: '未分类',
  /** Names under which halls keep what fits nowhere else. */
  others: ['其他', '其它', '其他事项', '其它事项'],
  more: (n: number) => `另 ${n} 类`,
  moreLines: (n: number) => `另 ${n} 队`,
  moreHalls: (n: number) => `另 ${n} 厅`,
}
export type Words = typeof words
