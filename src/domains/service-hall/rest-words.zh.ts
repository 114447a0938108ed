import { withUnit } from '../../lib/format-more'

/** What the card of the hours of rest says of the halls. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '大厅闭厅',
  opens: (when: string) => `闭厅，${when} 开`,
  closed: '闭厅',
  running: { open: '开厅', noon: '午间部分窗口', closing: '办完为止' },
  today: '今日',
  people: '人',
  /** Who has booked, by the day that is booked for. */
  booked: <T>(day: string, booked: T) => [`${day}预约 `, booked, ' 人'],
  most: (hour: number, booked: number) => `${hour}–${hour + 1} 时最多 ${booked}`,
  /** `peak` as `most` says it, where an hour stands out. */
  bookedAnd: (day: string, booked: string, peak: string | undefined) =>
    `${day}预约 ${booked} 人${peak === undefined ? '' : `，${peak}`}`,
  bookedChart: (day: string) => `${day}每小时预约人数`,
  halls: <T>(hall: string, counters: T, halls: number) => [`${hall} `, counters, ` 窗，共 ${halls} 厅`],
  day: <T>(tickets: T, served: T) => ['今日取号 ', tickets, ' 张，办结 ', served, ' 件'],
  terminals: <T>(online: T, total: number, unit: string) => ['24 时自助在线 ', online, `/${total} ${unit}`],
  bad: <T>(open: T, overdue: T) => ['未闭环差评 ', open, ' 件，超期 ', overdue, ' 件'],
  reviews: {
    title: '差评闭环',
    open: (open: number | null, overdue: number | null) =>
      open === 0 ? '差评均已闭环' : `未闭环 ${open ?? '—'} 件${overdue ? `，超期 ${overdue}` : ''}`,
    month: <T>(bad: T, closed: number | undefined) => [
      '近 30 日差评 ',
      bad,
      closed === undefined ? ' 件' : ` 件，已闭环 ${closed}`,
    ],
    good: <T>(rate: T, rated: string | undefined) => [
      '好评率 ',
      rate,
      rated === undefined ? '%' : `%，评价 ${withUnit(rated, '条')}`,
    ],
  },
}
export type Words = typeof words
