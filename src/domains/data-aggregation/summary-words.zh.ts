/** What the figures of the data platform cover, as its documents say it. */
export const words = {
  unit: { records: '条', classes: '类', entries: '条', calls: '次', issues: '个' },
  now: '此刻',
  asOf: (day: string) => `截至 ${day}`,
  day: (day: string) => day,
  month: (days: number) => `本月 ${days} 日`,
  lastMonth: '上月同期',
  meanOf: (days: number) => `前 ${days} 日均`,
  until: (clock: string) => `截至 ${clock}`,
  lastHour: '近 1 时',
  sameDay: (weekday: string) => `上${weekday}同时`,
  yesterday: '昨同时',
  today: (clock: string) => `今日至 ${clock}`,
  last24: '近 24 小时',
  /** What no town can be told apart in, where a town is chosen. */
  whole: '不分镇街',
  inRegion: '本辖区',
  noClass: '未分类',
  noTitle: '数据问题',
  noOwner: '未指派',
  noConsumer: '未分使用方',
  more: (n: number) => `另 ${n} 类`,
  moreDepartments: (n: number) => `另 ${n} 个部门`,
  moreConsumers: (n: number) => `另 ${n} 家`,
  /** What to do next about an issue that is to be claimed, mended, checked; and past its limit. */
  next: ['派单', '催办', '复核'],
  press: '督办',
}
export type Words = typeof words
