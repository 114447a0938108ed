import { withUnit } from '../../lib/format-more'

/** What the card of the hours of rest says of the data platform. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '数据批次',
  next: (when: string) => `${when} 到批次`,
  latest: (when: string) => `最近入库 ${when}`,
  today: '今日',
  tomorrow: '明日',
  batch: <T>(when: string, records: T) => [`上一批 ${when} 到，`, records],
  records: (count: string) => withUnit(count, '条'),
  departments: <T>(done: T, due: number) => ['部门入库 ', done, `/${due}`],
  issues: <T>(open: T, overdue: T) => ['未闭环问题 ', open, ' 件，超期 ', overdue, ' 件'],
}
export type Words = typeof words
