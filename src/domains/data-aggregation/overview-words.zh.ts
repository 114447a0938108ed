/** What the panel of the overview says of the data platform, and what it says with others. A function with `T` gets figures as they are drawn. */
export const words = {
  title: '数据汇聚',
  unit: { records: '条', volume: '万条', calls: '次', issues: '个' },
  /** In front of a figure that no town can be told apart in. */
  whole: (tier: string) => `全${tier}`,
  /** The latest load, by the day it covers. */
  latest: {
    unknown: '最近入库',
    yesterday: '昨日入库',
    of: (day: string) => `${day} 入库`,
  },
  overview: {
    issues: '问题数据',
    mean: <T>(days: number, mean: T) => [`前 ${days} 日均 `, mean],
    deviation: <T>(deviation: T) => ['偏离 ', deviation],
    label: '日入库 万条',
    chart: (days: number) => `近 ${days} 日入库量，虚线为前 ${days - 1} 日均值，缺的批次留空`,
  },
}
export type Words = typeof words
