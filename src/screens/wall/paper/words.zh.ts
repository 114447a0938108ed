/** What paper says of itself. */
export const words = {
  demo: '演示数据，均为模拟',
  shown: (date: string, weekday: string, time: string) => `画面时刻 ${date} ${weekday} ${time}`,
  data: (ends: readonly string[]) => `数据截至 ${ends.join(' 至 ')}`,
}
export type Words = typeof words
